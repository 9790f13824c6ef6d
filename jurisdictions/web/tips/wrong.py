"""/jurisdictions/<place>/wrong/: anybody says that something is wrong, without an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from jurisdictions.record.public.tips import MOST_EVIDENCE, MOST_TEXT, send_tip
from jurisdictions.web.tips.page import FormPage, form_page, thanks_page
from jurisdictions.web.tips.subject import Subject

FIELDS = ("text", "evidence")


def _send(request: HttpRequest, subject: Subject) -> None:
    send_tip(
        program=subject.program,
        geoid=subject.place.geoid,
        fact=subject.fact,
        text=request.POST.get("text", ""),
        evidence=request.POST.get("evidence", ""),
        language=get_language() or "en",
        at=now(),
    )


PAGE = FormPage(
    name="wrong",
    template="tips/wrong.html",
    fields=FIELDS,
    act=_send,
    limits={"most_text": MOST_TEXT, "most_evidence": MOST_EVIDENCE},
)


# No reader has a cookie here, so there is none that a foreign page could ride on: a signed, dated
# token stands in for the usual one.
@csrf_exempt
def wrong(request: HttpRequest, geoid: str, slug: str) -> HttpResponse:
    """GET: the form. POST: the tip is queued, or the form comes back with what was written."""
    return form_page(request, PAGE, geoid, slug)


@require_safe
def wrong_thanks(request: HttpRequest, geoid: str, slug: str) -> HttpResponse:
    """What happens next."""
    return thanks_page(request, "tips/wrong_thanks.html", geoid, slug)
