"""A rule that federal acts alone decide, as tables for the public."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from django.utils.functional import lazystr
from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.method import Line, Meaning
from jurisdictions.status.programs import effects_of, rule_of


class PlainMethod:
    """What a `method` says."""

    def __init__(self, slug: str) -> None:
        rule: Any = rule_of(slug)
        self.EFFECTS = tuple(
            Meaning(effect, lazystr(_Becomes(rule.POSITIONS.get(effect))))
            for effect in effects_of(slug)
        )
        self.LINES = tuple(self._lines(rule))

    def _lines(self, rule: Any) -> Iterator[Line]:
        for number, (position, status) in enumerate(rule.STANDING.items(), 1):
            yield Line(number, lazystr(_Is(position)), status)

    def told(self, as_of: AsOf) -> dict[str, object]:
        """Nothing more."""
        del as_of
        return {}


class _Becomes:
    """What an act does, in the reader's language whenever it is read."""

    def __init__(self, position: StrEnum | None) -> None:
        self.position = position

    def __str__(self) -> str:
        if self.position is None:
            return _("Shown for context. It changes nothing.")
        return _("The federal position becomes “%(position)s”.") % {
            "position": label(self.position)
        }


class _Is:
    """When a line of the rule holds, in the same way."""

    def __init__(self, position: StrEnum) -> None:
        self.position = position

    def __str__(self) -> str:
        return _("The federal position is “%(position)s”.") % {"position": label(self.position)}


def plain(slug: str) -> PlainMethod:
    """That of a program."""
    return PlainMethod(slug)
