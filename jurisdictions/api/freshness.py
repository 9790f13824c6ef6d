"""How long an answer keeps: its ETag, and what caches are told."""

from __future__ import annotations

from django.http import HttpRequest

from jurisdictions.read.asked_tag import asked_tag
from jurisdictions.read.rows import AsOf

SHORT = "public, max-age=60, stale-while-revalidate=600"
FOR_EVER = "public, max-age=31536000, immutable"


def etag_of(as_of: AsOf, request: HttpRequest, *also: object) -> str:
    """A tag that changes with the edition, the rule, the day, the address or the language.

    `also` is whatever else the answer tells of.
    """
    said = sorted(request.GET.lists())
    return asked_tag(as_of, request.build_absolute_uri(request.path), said, *also)


def cache_control(as_of: AsOf, request: HttpRequest) -> str:
    """A named edition never changes; the newest may be followed by another at any moment.

    A program without an opening day opens on today: then an answer that names no day does not keep.
    """
    named = bool(request.GET.get("edition", "").strip())
    dated = any(request.GET.get(name, "").strip() for name in ("date", "to"))
    fixed = as_of.program.opening_on is not None or dated
    return FOR_EVER if named and fixed else SHORT
