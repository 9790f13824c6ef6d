"""The words of a place and of a span in the API: the dimensions in the order of the rule."""

from __future__ import annotations

from types import SimpleNamespace

from jurisdictions.publish.members import dimensions_of


def plain(slug: str) -> SimpleNamespace:
    """A span tells all of them, a row all but the federal position, which is the nation's."""
    position, *others = dimensions_of(slug)
    return SimpleNamespace(ROW=tuple(others), SPAN=(*others, position))
