"""The facts of one kind, filtered, a part of the list at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jurisdictions.models.lying_in import lying_in
from jurisdictions.models.standing import MODELS
from jurisdictions.read.places import fold, places_of
from jurisdictions.read.records import facts_named
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.kinds import NATIONAL


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which facts; an empty tuple, text or None filters nothing.

    `states` are two-letter codes, `geoids` places. `words` are what the fact is (`FactRow.word`).
    `first` and `last` are inclusive days of effect: a fact without a date fits neither.
    """

    states: tuple[str, ...] = ()
    geoids: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    text: str = ""


class NoSuchFact(LookupError):
    """The list does not hold the fact after which it is to go on."""


def facts_after(
    as_of: AsOf, kind: str, chosen: FactFilter, *, after: str = "", limit: int
) -> tuple[FactRow, ...]:
    """The next `limit` facts that fit, in the order of the record, after the fact of that name.

    Three queries for each `limit` facts looked at. Raises NoSuchFact for an unknown `after`.
    """
    names = _names(as_of, kind, chosen)
    if after:
        if after not in names:
            raise NoSuchFact(after)
        names = names[names.index(after) + 1 :]
    found: list[FactRow] = []
    for part in _parts(names, limit):
        rows = facts_named(as_of, part)
        found += [rows[name] for name in part if name in rows and _fits(rows[name], chosen)]
        if len(found) >= limit:
            break
    return tuple(found[:limit])


def _names(as_of: AsOf, kind: str, chosen: FactFilter) -> list[str]:
    """Public names of the facts of a kind in these places, as they stand in the record."""
    if kind in NATIONAL:
        where = Q(pk__in=()) if chosen.states or chosen.geoids else Q()
    else:
        where = _where(as_of, chosen)
    found = (
        MODELS[kind]
        ._default_manager.after_change(as_of.edition.last_change)
        .filter(where, fact__program__slug=as_of.program.slug)
        .order_by("fact_id")
    )
    return [f"{kind}:{key}" for key in found.values_list("fact__key", flat=True)]


def _where(as_of: AsOf, chosen: FactFilter) -> Q:
    where = Q(geoid__in=chosen.geoids) if chosen.geoids else Q()
    if not chosen.states:
        return where
    around = [place.geoid for place in places_of(as_of).values() if place.state in chosen.states]
    return where & lying_in(around)


def _parts(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (names[start : start + size] for start in range(0, len(names), size))


def _fits(fact: FactRow, chosen: FactFilter) -> bool:
    if chosen.words and fact.word not in chosen.words:
        return False
    if chosen.first or chosen.last:
        first, last = chosen.first or date.min, chosen.last or date.max
        if fact.effective_on is None or not first <= fact.effective_on <= last:
            return False
    said = fold(" ".join((fact.title, fact.summary, fact.by, fact.to, fact.place)))
    return all(f" {word}" in f" {said}" for word in fold(chosen.text).split())
