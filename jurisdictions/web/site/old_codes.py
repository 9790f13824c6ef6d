"""Addresses with a code of another time: where the same page of the places of today is."""

from __future__ import annotations

import re

from django.http import HttpRequest

from jurisdictions.read.finding import OldCode
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.web.site.addresses import query_of, with_query
from jurisdictions.web.site.program import program_in


def ways_on(request: HttpRequest, old: OldCode) -> list[dict[str, str]]:
    """The same page or file for each place that an old code stands for, the main one first."""
    path, query = request.path.replace("/jurisdictions/", "/places/", 1), query_of(request)
    if not program_in(path):
        query = {"program": spoken_for(), **query}
    return [
        {
            "label": place.label,
            "geoid": place.geoid,
            "href": with_query(
                _address(path, old.code, place.geoid),
                query,
            ),
        }
        for place in old.places
    ]


def _address(path: str, code: str, geoid: str) -> str:
    """The path with the other code, without the readable end that belonged to the old one."""
    return re.sub(rf"(/places/){code}(-[a-z0-9-]+)?", rf"\g<1>{geoid}", path, count=1)
