"""What the record itself took back: facts that were corrected or retracted, by when that was."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from jurisdictions.models.standing import MODELS, cells_of, in_parts, place_of
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.kinds import KINDS_OF_FACT, SHARED, TOLD, kinds_in


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact that a change of the record ended: `again`, and wrote anew, or retracted.

    `cells` are what it said before. `state` is the two-letter code around its place, "" for none.
    """

    at: datetime
    fact: str
    kind: str
    again: bool
    reason: str
    geoid: str
    state: str
    cells: Mapping[str, str]


def corrections(
    as_of: AsOf, first: date, last: date, states: Collection[str] = ()
) -> tuple[Correction, ...]:
    """What the record took back between two days, both included, the latest first.

    Two queries for each kind of fact that the program tells.
    """
    begin = datetime.combine(first, time.min, UTC)
    end = datetime.combine(min(last, date.max - timedelta(1)) + timedelta(1), time.min, UTC)
    found = [
        one
        for kind in _kinds(as_of.program.slug)
        for one in _of_kind(as_of, kind, begin, end)
        if not states or one.state in states
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.fact), reverse=True))


def corrected_since(as_of: AsOf, names: Collection[str]) -> Mapping[str, datetime]:
    """Those of the facts that the record once had otherwise, and since when it has them so.

    A query for every 500 facts of a kind.
    """
    keys: dict[str, set[str]] = {}
    for name in names:
        kind, _colon, key = name.partition(":")
        keys.setdefault(kind, set()).add(key)
    found: dict[str, datetime] = {}
    for kind, wanted in keys.items():
        for part in in_parts(sorted(wanted)):
            ended = _ended(as_of, kind).filter(fact__key__in=part)
            for key, at in ended.values_list("fact__key", "ended_by__made_at"):
                name = f"{kind}:{key}"
                found[name] = max(at, found.get(name, at))
    return found


def _kinds(slug: str) -> list[str]:
    """The kinds that the program tells, those of its own agencies among them."""
    return [kind for kind in kinds_in(slug) if kind in TOLD or KINDS_OF_FACT[kind].program == slug]


def _ended(as_of: AsOf, kind: str) -> Any:
    """Versions that the edition no longer has."""
    ended = MODELS[kind]._default_manager.filter(ended_by_id__lte=as_of.edition.last_change)
    if kind in SHARED:
        return ended
    return ended.filter(fact__program__slug=as_of.program.slug)


def _of_kind(as_of: AsOf, kind: str, begin: datetime, end: datetime) -> Iterator[Correction]:
    places = places_of(as_of)
    ended = _ended(as_of, kind).filter(ended_by__made_at__gte=begin, ended_by__made_at__lt=end)
    versions = list(ended.select_related("fact", "ended_by"))
    changes = {version.ended_by_id for version in versions}
    anew = MODELS[kind]._default_manager.filter(change_id__in=changes)
    written = set(anew.values_list("fact_id", "change_id"))
    for version in versions:
        geoid = place_of(version)
        place = places.get(geoid)
        yield Correction(
            at=version.ended_by.made_at,
            fact=version.fact.name,
            kind=kind,
            again=(version.fact_id, version.ended_by_id) in written,
            reason=version.ended_by.reason,
            geoid=geoid,
            state=place.state if place else "",
            cells=cells_of(kind, version),
        )
