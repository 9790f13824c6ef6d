"""The pages that other sites may show in a frame: these, and no other page of ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import HEADER, NONE, SELF
from csp.utils import build_policy
from django.core.exceptions import TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurisdictions.read.asking import BadAsk, NothingPublished
from jurisdictions.read.finding import OldCode
from jurisdictions.web.embeds.frame import embed_frame
from jurisdictions.web.site.addresses import address, query_of
from jurisdictions.web.site.page import asked, kept_for_a_while

POLICY = build_policy(
    {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "form-action": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": ["*"],
    }
)
"""Any site may frame it; it runs no script, sends no form and loads from here alone."""
View = Callable[..., HttpResponse]


def framable(view: View) -> View:
    """Make a view of `(request, as_of, **parts)` a page that any site may show in a frame.

    It is kept as other published pages are. What goes wrong is said in the same frame, with the
    way to the site.
    """

    @require_safe
    @wraps(view)
    def page(request: HttpRequest, **parts: Any) -> HttpResponse:
        response = _answer(request, view, parts)
        # Also of a 304: a browser takes these over into what it keeps.
        response[HEADER] = POLICY
        response.xframe_options_exempt = True
        return response

    return page


def _answer(request: HttpRequest, view: View, parts: dict[str, Any]) -> HttpResponse:
    try:
        as_of = asked(request, nearest=True)
        return kept_for_a_while(request, view(request, as_of, **parts))
    except OldCode as old:
        return _led_on(request, old, parts)
    except Http404:
        return _wrong(request, 404, _("There is nothing at this address."))
    except BadAsk as bad:
        return _wrong(request, 400, f"{bad.parameter}: {bad.message}")
    except TooManyFieldsSent:
        return _wrong(request, 400, _("The address asks for too much at once."))
    except NothingPublished:
        return _wrong(request, 503, _("Nothing has been published yet."))


def _led_on(request: HttpRequest, old: OldCode, parts: dict[str, Any]) -> HttpResponse:
    """On to the one place that a code of another time stands for now."""
    match = request.resolver_match
    if len(old.places) != 1 or match is None or not match.url_name:
        return _wrong(
            request, 404, _("%(code)s stands for several places now.") % {"code": old.code}
        )
    to = {**parts, "geoid": old.places[0].geoid, **query_of(request)}
    return HttpResponsePermanentRedirect(address(match.url_name, {}, **to))


def _wrong(request: HttpRequest, status: int, text: str) -> HttpResponse:
    """What went wrong, in the frame; never kept."""
    frame = {**embed_frame(request, None, address("home", {})), "text": text}
    response = render(request, "embeds/wrong.html", frame, status=status)
    response["Cache-Control"] = "no-store"
    return response
