"""What the schema says of a program that has no `shapes` of its own: made from its rule.

Each shape bears the name of the program's package: PriorityEnforcementRow.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.api.list_shapes import (
    AFTER,
    BEFORE,
    ChangeOf,
    CountedPage,
    StatusListed,
    change_page,
)
from jurisdictions.api.shapes import (
    KNOWN_LATER,
    KNOWN_LATER_COUNT,
    PLACE_KINDS,
    Asked,
    HowSure,
    Place,
    Reason,
    counts_of,
    edtf,
    learned_of,
    word,
)
from jurisdictions.status.programs import packages, rule_of

Shape = type[s.Serializer[Any]]


def plain_shapes(slug: str) -> SimpleNamespace:
    """All of them; raise KeyError for a slug that is none's."""
    return _Shapes(slug).all()


class _Shapes:
    """Makes the shapes of one program, each under its name."""

    def __init__(self, slug: str) -> None:
        rule = rule_of(slug)
        self._name = packages()[slug].title().replace("_", "")
        self._statuses = rule.STATUSES
        self._dimensions = {one.name: one.values for one in rule.DIMENSIONS}
        self._position, *self._others = self._dimensions

    def all(self) -> SimpleNamespace:
        """By the names under which the API asks for them."""
        row, change = self._row(), self._change()
        return SimpleNamespace(
            SUMMARY=self._summary(),
            ROW=self._made("ListRow", "One place on one day, in a list.", {}, StatusListed, row),
            STATUS_PAGE=self._made(
                "Page", "A page of statuses.", {"results": row(many=True)}, CountedPage
            ),
            PLACE=self._place(row),
            TIMELINE=self._timeline(),
            CHANGE=change,
            CHANGE_PAGE=change_page(f"{self._name}ChangePage", change),
            ENUMS={
                f"{self._name}{name.title().replace('_', '')}Enum": tuple(words)
                for name, words in {"status": self._statuses, **self._dimensions}.items()
            },
            OWN_FILTERS={},
        )

    def _made(self, name: str, told: str, fields: dict[str, Any], *bases: Any) -> Any:
        return type(f"{self._name}{name}", bases or (s.Serializer,), {"__doc__": told, **fields})

    def _words(self) -> dict[str, Any]:
        """How a place stands: the status, and each dimension that places differ in."""
        own = {name: word(self._dimensions[name]) for name in self._others}
        return {"status": word(self._statuses), **own}

    def _row(self) -> Any:
        fields = {
            "geoid": s.CharField(help_text=_("Census geoid: two digits a state, five a county.")),
            "name": s.CharField(),
            "state": s.CharField(help_text=_("Two-letter code of the state or territory.")),
            "kind": word(PLACE_KINDS),
            **self._words(),
            "since": s.DateField(allow_null=True),
            "since_edtf": edtf(),
        }
        return self._made("Row", "One place on one day.", fields, HowSure)

    def _change(self) -> Any:
        stood = self._made("Standing", "How a place stands.", self._words())
        fields = {"before": stood(help_text=BEFORE), "after": stood(help_text=AFTER)}
        return self._made("Change", "A place that stands otherwise.", fields, ChangeOf)

    def _timeline(self) -> Any:
        fields = {
            "start": s.DateField(allow_null=True),
            "start_edtf": edtf(),
            "end": s.DateField(allow_null=True),
            "end_edtf": edtf(),
            **self._words(),
            self._position: word(self._dimensions[self._position]),
            "reasons": Reason(many=True),
        }
        span = self._made("Span", "How it stood from `start` up to, not including, `end`.", fields)
        told = {"geoid": s.CharField(), "spans": span(many=True)}
        return self._made("Timeline", "Every span of a place.", told)

    def _place(self, row: Any) -> Any:
        fields = {
            "place": Place(),
            "row": row(),
            "why": s.CharField(),
            "answer": s.ListField(child=s.CharField()),
            "reasons": Reason(many=True),
            "known_later": learned_of(f"{self._name}Learned", self._statuses)(
                many=True, help_text=KNOWN_LATER
            ),
        }
        return self._made("Place", "A place, its row for the day, and why.", fields, Asked)

    def _summary(self) -> Any:
        total = self._made("Total", "Places on record.", {"total": s.IntegerField()})
        fields = {
            self._position: word(self._dimensions[self._position]),
            "jurisdictions": total(),
            "by_status": counts_of(f"{self._name}Counts", self._statuses)(),
            "known_later": s.IntegerField(help_text=KNOWN_LATER_COUNT),
        }
        return self._made("Summary", "The nation on a day.", fields, Asked)
