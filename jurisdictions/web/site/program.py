"""The program of a page is the one in its address."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import unquote_plus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch, resolve, set_urlconf
from django.utils.translation import get_language_from_path

from jurisdictions.read.program_addresses import addresses_of, is_program, spoken_for

_SLUG = re.compile(r"/(?:embed/)?([a-z0-9-]+)/")
"""The pages of a program stand under its slug, and under that those to be shown elsewhere."""


class ProgramInAddressMiddleware:
    """Speaks for the program that the path begins with, else for the one that `program` names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        program = program_in(request.path_info) or program_named(request)
        if program:
            conf = cast(Any, addresses_of(program))
            request.urlconf = conf
            set_urlconf(conf)
        return self.get_response(request)


def program_in(path: str) -> str:
    """The slug of the program under which a path stands, in whatever language; "" for none."""
    language = get_language_from_path(path)
    found = _SLUG.match(path.removeprefix(f"/{language}") if language else path)
    return found[1] if found and is_program(found[1]) else ""


def program_named(request: HttpRequest) -> str:
    """The slug that the query names; "" for none, and for one that is no program's."""
    return next((slug for slug in slugs_named(request) if is_program(slug)), "")


def slugs_named(request: HttpRequest) -> list[str]:
    """What the query gives for `program`, told from its text: a query may be too long to read."""
    parts = request.META.get("QUERY_STRING", "").split("&")
    return [unquote_plus(part[8:]) for part in parts if part.startswith("program=")]


def found_at(path: str) -> ResolverMatch:
    """The view that answers for a path, of whichever program; raise Resolver404."""
    program = program_in(path)
    return resolve(path, cast(Any, addresses_of(program)) if program else None)


class OfProgram(LookupError):
    """What was asked for under one program is another's."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(slug)


def demand_program(slug: str) -> None:
    """Raise OfProgram where a page of another program than `slug` was asked for."""
    if spoken_for() != slug:
        raise OfProgram(slug)


def to_its_program(request: HttpRequest, other: OfProgram) -> HttpResponse:
    """The same page under the program whose it is; a form is sent there as it was."""
    said, asked = request.get_full_path(), f"/{spoken_for()}/"
    response = HttpResponse(status=302 if request.method in {"GET", "HEAD"} else 307)
    response["Location"] = said.replace(asked, f"/{other.slug}/", 1)
    return response
