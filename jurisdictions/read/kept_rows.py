"""Every place's rows, kept for each edition; those of places that did not change are made once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.kept_spans import Standing, standing_of
from jurisdictions.read.places import places_of
from jurisdictions.read.raw_spans import days_known, derived_words, own_words
from jurisdictions.read.rows import AsOf, PlaceRow, StatusRow, status_row_of
from jurisdictions.read.spans import RawSpan
from jurisdictions.read.sureness.vouched import sure_of, vouched_of
from jurisdictions.status.sureness import Sure, Vouched

COUNTY, STATE = "county", "state"
MANY = 20
"""Facts whose sources changed; where there are more, all rows are made."""

RowsOfPlace = tuple[tuple[date, ...], tuple[StatusRow, ...]]
"""The days its spans start on, and a row for each."""
KeptRows = dict[str, list[RowsOfPlace]]
"""Those of the places of each state."""


class _Made(NamedTuple):
    places: Mapping[str, PlaceRow]
    vouched: Mapping[str, Vouched]
    rows: Mapping[str, RowsOfPlace]

    def still(self, place: PlaceRow, standing: Standing) -> RowsOfPlace | None:
        """The rows of a place that is called as it was and has the very spans that it had."""
        rows = self.rows.get(place.geoid)
        if rows is None or rows[0] is not standing[0] or self.places[place.geoid] != place:
            return None
        return rows


_last: dict[tuple[str, str], _Made] = {}
"""What was made last of each program in each language."""


def kept_rows(as_of: AsOf) -> dict[str, KeptRows]:
    """For each level, state and place: the days its spans start on, and their rows.

    An edition never changes; to make 3,000 rows anew for every day asked for takes ten times as
    long as to look them up. Some 5 MB for an edition in a language.
    """
    return _kept_rows(replace(as_of, on=date.min, far_on=None))


def forget() -> None:
    """Keep nothing of what was made."""
    _kept_rows.cache_clear()
    _last.clear()


@kept_once(maxsize=4)
def _kept_rows(as_of: AsOf) -> dict[str, KeptRows]:
    slug, key = as_of.program.slug, (as_of.program.slug, as_of.language)
    places, vouched, sure = places_of(as_of), vouched_of(as_of), sure_of(as_of)
    before = _last.get(key)
    doubted = _differing(before.vouched, vouched) if before else None
    rows: dict[str, RowsOfPlace] = {}
    for geoid, standing in standing_of(as_of).items():
        if not (place := places.get(geoid)):
            continue
        starts, spans = standing
        held = before.still(place, standing) if before and doubted is not None else None
        if held and not _rests_on(spans, doubted or ()):
            rows[geoid] = held
        else:
            rows[geoid] = starts, tuple(status_row(slug, one, place, sure(one)) for one in spans)
    _last[key] = _Made(places, vouched, rows)
    return _by_level(places, rows)


def _differing(before: Mapping[str, Vouched], now: Mapping[str, Vouched]) -> frozenset[str] | None:
    """The facts that something else vouches for now; None for too many to look for."""
    if before is now:
        return frozenset()
    names = {name for name, one in now.items() if before.get(name) != one}
    names |= before.keys() - now.keys()
    return frozenset(names) if len(names) <= MANY else None


def _rests_on(spans: Collection[RawSpan], names: Collection[str]) -> bool:
    """Whether a reason may be among these facts; a name that begins like one counts as one."""
    return any(name in span.reasons for name in names for span in spans)


def _by_level(
    places: Mapping[str, PlaceRow], rows: Mapping[str, RowsOfPlace]
) -> dict[str, KeptRows]:
    kept: dict[str, KeptRows] = {COUNTY: {}, STATE: {}}
    for geoid, one in rows.items():
        place = places[geoid]
        level = kept[STATE if place.is_state else COUNTY]
        level.setdefault(place.state, []).append(one)
    return kept


def status_row(slug: str, span: RawSpan, place: PlaceRow, sure: Sure) -> StatusRow:
    """A place and its span as the row that everything shows."""
    row: StatusRow = status_row_of(slug)(
        span.geoid,
        place.name,
        place.state,
        place.kind,
        span.status,
        *own_words(slug)(span),
        span.since,
        span.since_edtf or None,
        *days_known(slug)(span),
        *derived_words(slug)(span),
        sure.basis,
        sure.precision,
        sure.contradicted,
        sure.sources,
    )
    return row
