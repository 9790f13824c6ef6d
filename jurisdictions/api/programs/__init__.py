"""What the API says of a program beside the words of its places: a folder each.

`answers`: `nation(as_of)`: the members of the summary after what was asked. `reach(as_of)`: how far
its record reaches, {} where that need not be said. `beside(as_of)`: what makes the members of a
place's row that its span does not tell. `STANDING`: the members of a row that tell how it stands.

`shapes`: what the schema says of these: SUMMARY, ROW and STATUS_PAGE, PLACE, TIMELINE, CHANGE and
CHANGE_PAGE. `ENUMS`: what the schema calls its vocabularies. `OWN_FILTERS`: of each filter of its
own what it asks, by name.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings

from jurisdictions.api.plain_answers import PlainAnswers
from jurisdictions.api.plain_shapes import plain_shapes
from jurisdictions.status.programs import packages, part_in


@cache
def api_of(slug: str) -> Any:
    """A program's answers, made from its rule where it has none; raise KeyError for no program."""
    return part_in(__name__, slug, "answers") or PlainAnswers(slug)


@cache
def shapes_of(slug: str) -> Any:
    """A program's shapes, made from its rule where it has none; raise KeyError for no program."""
    return part_in(__name__, slug, "shapes") or plain_shapes(slug)


def in_order() -> list[str]:
    """The slugs of all programs, that of the default one first."""
    return sorted(packages(), key=lambda slug: slug != settings.DEFAULT_PROGRAM)


def of_each(shape: str) -> list[Any]:
    """One shape of every program by its name, that of the default program first."""
    return [getattr(shapes_of(slug), shape) for slug in in_order()]
