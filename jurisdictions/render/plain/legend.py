"""The layers of the map: the status and each dimension, with their words in the rule's order."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.read.program_reading import facets_of, reading_of
from jurisdictions.render.plain.titles import titles_of
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs import rule_of


class PlainLegend:
    """What a `legend` says."""

    def __init__(self, slug: str) -> None:
        self._slug = slug
        self.STATUSES: tuple[StrEnum, ...] = tuple(rule_of(slug).STATUSES)
        self.GONE = reading_of(slug).GONE
        self.GROUPS: tuple[tuple[str, tuple[StrEnum, ...]], ...] = ()

    def layer_labels(self) -> dict[str, str]:
        """The layers as the reader chooses among them."""
        titles = titles_of(self._slug)
        others = (name for name in reading_of(self._slug).LAYERS if name != "status")
        return {"status": _("Status"), **{name: _(titles[name]) for name in others}}

    def legend_values(self, layer: str, values: Iterable[str]) -> list[dict[str, str]]:
        """The values of a layer with their labels."""
        del values
        return [{"value": str(word), "label": label(word)} for word in facets_of(self._slug)[layer]]


def plain(slug: str) -> PlainLegend:
    """That of a program."""
    return PlainLegend(slug)
