"""The pages of a public form: empty, come back, sent. They set no cookie and need no script."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect

from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.cleaned import clean_sent
from jurisdictions.web.site.page import answered, kept_for_a_while, render_page
from jurisdictions.web.tips.form import TRAP, Answer, send, token_for
from jurisdictions.web.tips.subject import Subject, choices, moved, subject_of

METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form: the name of its address (that of its thanks ends in -thanks), fields, limits."""

    name: str
    template: str
    fields: tuple[str, ...]
    act: Callable[[HttpRequest, Subject], object]
    limits: Mapping[str, int]


def form_page(request: HttpRequest, page: FormPage, geoid: str, slug: str) -> HttpResponse:
    """GET: the form. POST: done and led to the thanks, or the form with what was written."""
    if request.method not in METHODS:
        return HttpResponseNotAllowed(METHODS)
    return answered(request, lambda: _answer(request, page, geoid, slug))


def thanks_page(request: HttpRequest, template: str, geoid: str, slug: str) -> HttpResponse:
    """What happens next."""

    def answer() -> HttpResponse:
        subject = subject_of(request, geoid)
        context = {
            "place": subject.place,
            "page": subject.page,
            "cleaned": "cleaned" in request.GET,
        }
        response = render_page(request, template, subject.as_of, context)
        return kept_for_a_while(request, response)

    del slug
    return answered(request, answer)


def _answer(request: HttpRequest, page: FormPage, geoid: str, slug: str) -> HttpResponse:
    said = clean_sent(request) if request.method == "POST" else []
    subject = subject_of(request, geoid)
    if request.method != "POST":
        if slug != subject.place.slug:
            return moved(request, subject, page.name)
        return kept_for_a_while(request, _form(request, page, subject, None), published=False)
    answer = send(
        request, page.name, _token_name(page, subject), lambda: page.act(request, subject)
    )
    if answer is None:
        return HttpResponseRedirect(_thanks(page, subject, bool(said)), status=303)
    response = _form(request, page, subject, answer, said)
    response.status_code = answer.status
    response["Cache-Control"] = "no-store"
    if answer.wait:
        response["Retry-After"] = str(answer.wait)
    return response


def _token_name(page: FormPage, subject: Subject) -> str:
    """What a token is good for: this form about this place."""
    return f"{page.name}:{subject.program}:{subject.place.geoid}"


def _thanks(page: FormPage, subject: Subject, cleaned: bool) -> str:
    place = subject.place
    told = {"cleaned": "1"} if cleaned else {}
    return address(f"{page.name}-thanks", {}, geoid=place.geoid, slug=place.slug, **told)


def _form(
    request: HttpRequest,
    page: FormPage,
    subject: Subject,
    answer: Answer | None,
    said: Sequence[str] = (),
) -> HttpResponse:
    place = subject.place
    context: dict[str, object] = {
        "place": place,
        "page": subject.page,
        "fact": subject.fact,
        "choices": choices(subject),
        "written": {name: request.POST.get(name, "") for name in page.fields},
        "token": answer.token if answer else token_for(_token_name(page, subject)),
        "trap": TRAP,
        "message": answer.message if answer else "",
        "said": said,
        "faults": answer.faults if answer else {},
        "action": address(page.name, {}, geoid=place.geoid, slug=place.slug),
        **page.limits,
    }
    return render_page(request, page.template, subject.as_of, context)
