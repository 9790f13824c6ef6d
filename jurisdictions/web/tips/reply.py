"""/jurisdictions/<place>/reply/: what the jurisdiction itself has to say about its page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from jurisdictions.record.public.replies import MOST_CONTACT, MOST_OFFICE, MOST_TEXT, send_reply
from jurisdictions.web.tips.page import FormPage, form_page, thanks_page
from jurisdictions.web.tips.subject import Subject

FIELDS = ("office", "text", "text_es", "contact")


def _send(request: HttpRequest, subject: Subject) -> None:
    send_reply(
        program=subject.program,
        geoid=subject.place.geoid,
        fact=subject.fact,
        office=request.POST.get("office", ""),
        text=request.POST.get("text", ""),
        text_es=request.POST.get("text_es", ""),
        contact=request.POST.get("contact", ""),
        at=now(),
    )


PAGE = FormPage(
    name="reply",
    template="tips/reply.html",
    fields=FIELDS,
    act=_send,
    limits={"most_office": MOST_OFFICE, "most_text": MOST_TEXT, "most_contact": MOST_CONTACT},
)


# As with tips: no cookie, so nothing that a foreign page could ride on.
@csrf_exempt
def reply(request: HttpRequest, geoid: str, slug: str) -> HttpResponse:
    """GET: the form. POST: the reply goes to the reviewers, or the form comes back."""
    return form_page(request, PAGE, geoid, slug)


@require_safe
def reply_thanks(request: HttpRequest, geoid: str, slug: str) -> HttpResponse:
    """What happens next."""
    return thanks_page(request, "tips/reply_thanks.html", geoid, slug)
