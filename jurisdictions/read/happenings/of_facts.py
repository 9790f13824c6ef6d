"""What happened as facts tell it: each on its own day, under its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum

from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.places import label_of, places_of
from jurisdictions.read.records import facts_of_kinds
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import FactKind, told_in

NOTHING_HAPPENS = frozenset(
    {FactKind.REPORTED_FIGURE, FactKind.LIST, FactKind.AGENCY, FactKind.EXPLANATION}
)
"""Kinds that tell of something else than what happened."""


def kinds_of(slug: str) -> list[str]:
    """The kinds of fact that tell what happened under a program."""
    return [kind for kind in told_in(slug) if kind not in NOTHING_HAPPENS]


def happenings(as_of: AsOf) -> Iterator[Happening]:
    """Every fact of the program that has a day."""
    yield from of_kinds(as_of, kinds_of(as_of.program.slug), FactKind)


THAT_END = frozenset({FactKind.ACTIVATION, FactKind.LOCAL_MEASURE})
"""Kinds whose ends happened too."""


def of_kinds(as_of: AsOf, kinds: Collection[str], words: type[StrEnum]) -> Iterator[Happening]:
    """The facts of some kinds; `words` has a word of the same name for each."""
    places = places_of(as_of)
    for row in facts_of_kinds(as_of, kinds):
        if row.on is None or row.effective_on is None:
            continue
        place = places.get(row.geoid)
        begun = Happening(
            program=as_of.program.slug,
            what=words[FactKind(row.kind).name],
            day=row.effective_on,
            on=row.on,
            geoid=row.geoid,
            state=place.state if place else "",
            title=_title(as_of, row),
            fact=row.name,
            row=row,
        )
        yield begun
        if row.kind in THAT_END and row.ended_on:
            yield replace(begun, day=row.ended_on.first_day, on=row.ended_on, ended=True)


def _title(as_of: AsOf, row: FactRow) -> str:
    if row.geoid == NATION or row.kind == FactKind.APPLICATION:
        return row.title or row.by
    return label_of(as_of, row.geoid)
