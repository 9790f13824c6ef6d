"""What every page has in common: what is asked, what goes wrong, how long it may be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from jurisdictions.operating.logs.number import number_now
from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.finding import OldCode
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.typst.press import PressBusy
from jurisdictions.shelf.marked import mark
from jurisdictions.shelf.tags import content_tag
from jurisdictions.web.site.credits import credited
from jurisdictions.web.site.frame import frame_of
from jurisdictions.web.site.no_report import NoReport
from jurisdictions.web.site.old_codes import ways_on
from jurisdictions.web.site.program import OfProgram, to_its_program
from jurisdictions.web.site.reader import reader_of
from jurisdictions.web.site.standing import standing_of
from jurisdictions.web.site.styles_ahead import with_styles_ahead

NEWEST_SECONDS = 60
"""How long a page of the newest edition may be kept: it changes with the next edition."""
FIXED_SECONDS = 86_400
"""How long a page of a named edition and day may be kept: it changes only with the program."""

PRESS_SECONDS = 5
"""After so long a report that is still being made may be asked for again."""

View = Callable[..., HttpResponse]
Answer = TypeVar("Answer", bound=HttpResponseBase)


def public_page(view: View) -> View:
    """Make a view of `(request, as_of, **parts)` a page that anybody may read and any cache keep.

    A bad parameter becomes a 400 page that names it; before the first edition a 503 page says so.
    A day far from the record becomes the nearest that can be told of, and the page says so.
    """
    return _public(view, nearest=True)


def public_picture(view: View) -> View:
    """The same of a picture, which has no room to say so: a day far from the record is refused."""
    return _public(view, nearest=False)


def _public(view: View, *, nearest: bool) -> View:

    @require_safe
    @wraps(view)
    def page(request: HttpRequest, **parts: Any) -> HttpResponse:
        def answer() -> HttpResponse:
            as_of = asked(request, nearest=nearest)
            if as_of.far_on:
                # Every link of the page names the day that is shown.
                request.GET = _with_day(request.GET, as_of)  # type: ignore[assignment] # a copy
            made = view(request, as_of, **parts)
            return kept_for_a_while(request, credited(request, as_of, made))

        return answered(request, answer)

    return page


def _with_day(query: QueryDict, as_of: AsOf) -> QueryDict:
    changed = query.copy()
    changed["date"] = as_of.on.isoformat()
    return changed


def answered(request: HttpRequest, answer: Callable[[], Answer]) -> Answer | HttpResponse:
    """The answer, or the page that says why there is none."""
    try:
        return answer()
    except BadAsk as bad:
        return error_page(request, "errors/400.html", 400, {"bad": bad})
    except TooManyFieldsSent:
        return error_page(request, "errors/too_many.html", 400, {})
    except (OfProgram, OldCode) as other:
        return _led_on(request, other)
    except (NoReport, NothingPublished) as none:
        return _nothing(request, none)
    except PressBusy:
        response = error_page(request, "errors/press.html", 503, {})
        response["Retry-After"] = str(PRESS_SECONDS)
        return response


def _nothing(request: HttpRequest, none: NoReport | NothingPublished) -> HttpResponse:
    """That the program has no reports, or nothing is published at all."""
    if isinstance(none, NoReport):
        return error_page(request, "errors/no_report.html", 404, {"program": str(none)})
    return error_page(request, "errors/503.html", 503, {})


def _led_on(request: HttpRequest, old: OfProgram | OldCode) -> HttpResponse:
    """On to its program, or to what an old code stands for, or the choice of several."""
    if isinstance(old, OfProgram):
        return to_its_program(request, old)
    ways = ways_on(request, old)
    if len(ways) == 1:
        return HttpResponsePermanentRedirect(ways[0]["href"])
    return error_page(request, "errors/old_code.html", 300, {"code": old.code, "ways": ways})


def asked(request: HttpRequest, *, nearest: bool = False) -> AsOf:
    """What the address asks for; raise BadAsk, NothingPublished. `nearest` as `ask` has it."""
    return ask(
        program=program_of(request.GET),
        edition=request.GET.get("edition", ""),
        date=request.GET.get("date", ""),
        known=request.GET.get("known", ""),
        language=get_language() or "en",
        today=localdate(),
        nearest=nearest,
        among=None if request.GET.get("edition") else standing_of(request),
    )


def program_of(said: QueryDict) -> str:
    """The program that the address begins with, else the one that is named; raise BadAsk."""
    here, named = spoken_for(), said.get("program", "")
    if here and named and named != here:
        raise BadAsk("program", gettext("is not the program that the address begins with"))
    return here or named


def render_page(
    request: HttpRequest, template: str | Sequence[str], as_of: AsOf, context: Mapping[str, object]
) -> HttpResponse:
    """A page in the frame that all share; see frame.py for what templates find there.

    Of several templates the first that there is.
    """
    frame = {**frame_of(request, as_of), "reader": reader_of(request)}
    return with_styles_ahead(render(request, template, {**frame, **context}))


def is_signed_in(request: HttpRequest) -> bool:
    """Whether the request has a session: nobody else gets one. The session itself is not read."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def error_page(
    request: HttpRequest, template: str, status: int, context: Mapping[str, object]
) -> HttpResponse:
    """A page that says what went wrong; never kept."""
    frame = {**frame_of(request, None), "error_number": number_now(), **context}
    response = render(request, template, frame, status=status)
    response["Cache-Control"] = "no-store"
    return response


def kept_for_a_while(
    request: HttpRequest, response: HttpResponse, *, published: bool = True
) -> HttpResponse:
    """The answer with its ETag and Cache-Control, or 304 when the reader has it already.

    Who is signed in may just have changed what it says, and asks each time. `published` tells
    whether it follows from published facts alone, and may be kept here for everybody.
    """
    fixed = request.GET.get("edition") and request.GET.get("date")
    seconds = FIXED_SECONDS if fixed else NEWEST_SECONDS
    if is_signed_in(request):
        response["Cache-Control"] = "private, no-cache"
    # Also for who is not signed in: no cache on the way may give their page to who is.
    patch_vary_headers(response, ["Cookie"])
    response.headers.setdefault("Cache-Control", f"public, max-age={seconds}")
    if published:
        mark(response)
    if response.status_code != HttpResponse.status_code:
        return response
    etag = response.headers.get("ETag") or content_tag(response.content)
    response["ETag"] = etag
    found = get_conditional_response(request, etag=etag, response=response)
    return cast(HttpResponse, found)
