"""The editions that stand, looked up once for all that a request asks of them."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import get_language

from jurisdictions.read.editions import Standing, standing

_KNOWN = "_standing"


def standing_of(request: HttpRequest) -> Standing:
    """What stands, in the reader's language. A query the first time, then none."""
    language = (get_language() or "en")[:2]
    found: Standing | None = getattr(request, _KNOWN, None)
    if found is None or found.language != language:
        found = standing(language)
        setattr(request, _KNOWN, found)
    return found
