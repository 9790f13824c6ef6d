"""The addresses of the first version, which knew one program: each leads on for ever.

What stood at the root stands under a program now, and the page of a place under `places`.
"""

from __future__ import annotations

import re
from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path
from django.views.decorators.csrf import csrf_exempt

from jurisdictions.read.program_addresses import addresses_of, is_program
from jurisdictions.web.site.program import slugs_named

OLD = (
    r"(?:map\.|map/search\.json|(?:jurisdictions|policy|requests|sources|briefing|history)[./]"
    r"|(?:methodology|glossary|data|reports|desk)/)"
)
"""How an address of the first version begins, in front of whatever followed."""
MAP = frozenset({"date", "known", "edition", "layer", "state", "place", "isolate", "program"})
"""What the query of the map at the root could ask for."""
SEARCH = "map/search.json"
_PLACE = re.compile(r"jurisdictions/(?=.)")


def new_path(path: str, program: str) -> str:
    """Where what stood at a path of the first version stands now; any other path as it is."""
    language = get_language_from_path(path)
    begun = f"/{language}/" if language else "/"
    rest = path.removeprefix(begun)
    if rest == SEARCH:
        return f"{begun}places/search.json"
    if re.match(OLD, rest):
        return f"{begun}{program}/{_PLACE.sub('places/', rest, count=1)}"
    return path


@csrf_exempt  # it does nothing, and where it leads the form is looked at
def moved(request: HttpRequest, **parts: str) -> HttpResponse:
    """On to the new address, with the query; a form is sent there as it was. 404 for no page."""
    del parts
    program = program_meant(request)
    path = new_path(request.path, program)
    try:
        resolve(path, cast(Any, addresses_of(program)))
    except Resolver404:
        raise Http404 from None
    return lead_on(request, path)


def map_moved(request: HttpRequest) -> HttpResponse | None:
    """From the root on to a map, when the query is one of the map that stood there."""
    named = {part.partition("=")[0] for part in request.META.get("QUERY_STRING", "").split("&")}
    if not named & MAP:
        return None
    return lead_on(request, f"{request.path}{program_meant(request)}/")


def program_meant(request: HttpRequest) -> str:
    """The program of an old address, the first where it names none; raise Http404 for no one's."""
    slug = next(iter(filter(None, slugs_named(request))), settings.DEFAULT_PROGRAM)
    if not is_program(slug):
        raise Http404
    return slug


def lead_on(request: HttpRequest, path: str) -> HttpResponse:
    """A redirect for ever to a path, with the query but for the program."""
    query = request.META.get("QUERY_STRING", "")
    kept = "&".join(part for part in query.split("&") if not part.startswith("program="))
    # 308 sends a form again as it was; 301 has been understood for longer.
    response = HttpResponse(status=301 if request.method in {"GET", "HEAD"} else 308)
    response["Location"] = f"{path}?{kept}" if kept else path
    return response
