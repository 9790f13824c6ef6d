"""How sure a status is: what it rests on, how precisely its day is known, who says otherwise.

A status is as sure as the weakest of the facts that decide it (docs/sureness.md). Federal acts are
every place's alike and tell none apart: they count only where they alone decide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.vocabulary import SourceKind


class Basis(StrEnum):
    """What a fact, or a status, rests on: from the strongest to the weakest, then none."""

    DOCUMENT = "document"
    OFFICIAL_LIST = "official-list"
    LIST_ONLY = "list-only"
    PRESS = "press"
    NOT_STATED = "not-stated"
    NO_FACT = "no-fact"


class Precision(StrEnum):
    """How precisely a day is known; `bounded`: between two days, or only by which day at last."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    BOUNDED = "bounded"
    NO_DAY = "no-day"


class Contradicted(StrEnum):
    """Whether a source says otherwise on something that decides."""

    YES = "yes"
    NO = "no"


BY_KIND: Mapping[str, Basis] = {
    SourceKind.DOCUMENT: Basis.DOCUMENT,
    SourceKind.OFFICIAL_LIST: Basis.OFFICIAL_LIST,
    SourceKind.LIST: Basis.LIST_ONLY,
    SourceKind.PRESS: Basis.PRESS,
}
"""What a fact rests on that a source of a kind supports, where the fact itself does not say."""
_STRENGTH = {basis: at for at, basis in enumerate(Basis)}


@dataclass(frozen=True, slots=True)
class Vouched:
    """What vouches for a fact. `sort` is what its program calls it when it says which ones decide.

    `by` is its day where that is only the last by which it was so, None for a day of its own.
    """

    sort: str
    basis: Basis
    contradicted: bool = False
    sources: tuple[str, ...] = ()
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a status is; `sources` are the keys of those that support what decides it."""

    basis: Basis
    precision: Precision
    contradicted: Contradicted
    sources: tuple[str, ...] = ()


def basis_of(said: str, kinds: Iterable[str], means: Mapping[str, Basis]) -> Basis:
    """What a fact rests on: what it says itself, else the strongest of the sources that support it.

    `said` is its own word, which `means` may know; `kinds` are those of its sources, "" for one of
    which nothing is said.
    """
    if said in means:
        return means[said]
    known = [BY_KIND[kind] for kind in kinds if kind in BY_KIND]
    return min(known, key=_STRENGTH.__getitem__, default=Basis.NOT_STATED)


def precision_of(day: PartialDate | None) -> Precision:
    """How precisely a day is known."""
    if day is None:
        return Precision.NO_DAY
    if day.until:
        return Precision.BOUNDED
    if day.month is None:
        return Precision.YEAR
    return Precision.MONTH if day.day is None else Precision.DAY


def sure_of(reasons: Iterable[Vouched], sorts: Collection[str], since: PartialDate | None) -> Sure:
    """How sure a status is that holds `since` a day, by the reasons whose `sorts` decide it.

    The basis is that of the weakest of them, NO_FACT where there is none. It is contradicted when
    one of them is, adjudicated or not. The precision is that of the day since which it holds;
    bounded, too, where the fact that it turned on is only known by that day.
    """
    decided = [one for one in reasons if one.sort in sorts]
    precision = precision_of(since)
    if since and any(one.by == since.first_day for one in decided):
        precision = Precision.BOUNDED
    return Sure(
        max((one.basis for one in decided), key=_STRENGTH.__getitem__, default=Basis.NO_FACT),
        precision,
        Contradicted.YES if any(one.contradicted for one in decided) else Contradicted.NO,
        tuple(dict.fromkeys(key for one in decided for key in one.sources)),
    )
