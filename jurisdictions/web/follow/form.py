"""/follow/: anybody asks to be mailed what changes; one confirmation goes out."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from jurisdictions.record.following.asking import LONGEST, ask_to_follow
from jurisdictions.record.following.wanted import Wanted
from jurisdictions.web.follow.page import render_follow
from jurisdictions.web.follow.subject import Subject, subject_of
from jurisdictions.web.site.addresses import with_query
from jurisdictions.web.site.cleaned import clean_sent
from jurisdictions.web.site.page import answered
from jurisdictions.web.tips.form import AWAY, TRAP, Answer, send, token_for

NAME = "follow"
"""Of its address, of its count of messages, and of what its token is good for."""
WEEKLY, PLAIN, LANGUAGE = "weekly", "plain", "language"


# No reader has a cookie here, so there is none that a foreign page could ride on: a signed, dated
# token stands in for the usual one.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: a confirmation is sent, or the form comes back with what was written."""
    return answered(request, lambda: _answer(request))


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next: the same for every address, whether it follows already or not."""

    def answer() -> HttpResponse:
        subject = subject_of(request)
        outbox = settings.DEV_OUTBOX and not settings.EMAIL_URL
        context = {"subject": subject, "outbox": reverse("outbox") if outbox else ""}
        return render_follow(request, "follow/thanks.html", context)

    return answered(request, answer)


def _answer(request: HttpRequest) -> HttpResponse:
    said = clean_sent(request) if request.method == "POST" else []
    subject = subject_of(request)
    if request.method != "POST" or not settings.MAILS_ARRIVE:
        return _form(request, subject, None)
    answer = send(request, NAME, NAME, lambda: _ask(request, subject))
    if answer is None:
        return HttpResponseRedirect(with_query(reverse("follow-thanks"), subject.query), status=303)
    response = _form(request, subject, answer, said)
    response.status_code = answer.status
    if answer.wait:
        response["Retry-After"] = str(answer.wait)
    return response


def _ask(request: HttpRequest, subject: Subject) -> None:
    ask_to_follow(
        address=request.POST.get("address", ""),
        wanted=Wanted(
            program="" if subject.agency else subject.program,
            geoid=subject.geoid,
            agency=subject.agency,
            language=_language(request),
            weekly=request.POST.get(WEEKLY) == "1",
            plain=request.POST.get(PLAIN) == "1",
        ),
        at=now(),
    )


def _language(request: HttpRequest) -> str:
    """The language that was chosen, else that of the page."""
    here = get_language() or "en"
    chosen = request.POST.get(LANGUAGE, here)
    return chosen if chosen in dict(settings.LANGUAGES) else here


def _form(
    request: HttpRequest, subject: Subject, answer: Answer | None, said: Sequence[str] = ()
) -> HttpResponse:
    feeds = [row for row in subject.programs if subject.program in {"", row.slug}]
    context: dict[str, object] = {
        "subject": subject,
        "arrives": settings.MAILS_ARRIVE,
        "feeds": [(row.name, subject.feed(row.slug)) for row in feeds],
        "address": request.POST.get("address", "")[:LONGEST],
        "weekly": request.POST.get(WEEKLY) == "1",
        "plain": request.POST.get(PLAIN) == "1",
        "chosen_language": _language(request),
        "all_languages": settings.LANGUAGES,
        "most_address": LONGEST,
        "token": answer.token if answer else token_for(NAME),
        "trap": TRAP,
        "message": answer.message if answer else "",
        "faults": answer.faults if answer else {},
        "said": said,
        # With what is followed, so that a form that came back can be read in the other language.
        "action": with_query(reverse(NAME), subject.query),
    }
    status = AWAY if request.method == "POST" and not settings.MAILS_ARRIVE else 200
    return render_follow(request, "follow/form.html", context, status=status)
