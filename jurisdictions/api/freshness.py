"""How long an answer keeps: its ETag, and what caches are told."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest

from jurisdictions.api.rendering import json_bytes
from jurisdictions.read.rows import AsOf

SHAPE_VERSION = 2
"""Raised when an answer's shape changes, so that no cache keeps the old one."""

SHORT = "public, max-age=60, stale-while-revalidate=600"
FOR_EVER = "public, max-age=31536000, immutable"


def etag_of(as_of: AsOf, request: HttpRequest) -> str:
    """A tag that changes with the edition, the rule, the day, the address or the language."""
    parts = (
        SHAPE_VERSION,
        as_of.edition.stamp,
        as_of.edition.rule_version,
        as_of.on,
        as_of.known_on,
        as_of.language,
        request.build_absolute_uri(request.path),
        sorted(request.GET.lists()),
    )
    return f'"{sha256(json_bytes(parts)).hexdigest()[:32]}"'


def cache_control(as_of: AsOf, request: HttpRequest) -> str:
    """A named edition never changes; the newest may be followed by another at any moment.

    A program without an opening day opens on today: then an answer that names no day does not keep.
    """
    named = bool(request.GET.get("edition", "").strip())
    dated = any(request.GET.get(name, "").strip() for name in ("date", "to"))
    fixed = as_of.program.opening_on is not None or dated
    return FOR_EVER if named and fixed else SHORT
