"""Pages and forms that only one program has: a folder each, for those that have any.

`urls`: OWN, the addresses of its pages, which stand under each program and answer for this alone.
`forms`: SHAPES, what the forms of its own kinds of fact ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern

from jurisdictions.status.programs import packages, part_in


def own_pages() -> Iterator[URLPattern]:
    """The addresses of all of them."""
    for slug in packages():
        yield from getattr(part_in(__name__, slug, "urls"), "OWN", ())
