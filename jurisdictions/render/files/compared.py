"""Two days compared, for files and the page: the name, and each changed place with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jurisdictions.read.compared.asked import TwoDays
from jurisdictions.read.compared.between import ComparedRow
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.timelines import spans_holding
from jurisdictions.render.files.columns.compared import ChangedPlace
from jurisdictions.render.programs.why import why_line

MOST_NAMED = 3
"""States that a file's name lists."""


def told_with_why(
    as_of: AsOf, asked: TwoDays, rows: Sequence[ComparedRow]
) -> Iterator[ChangedPlace]:
    """Each with the line that says why it stands as it does. The queries of one place, for all."""
    on_last = replace(as_of, on=asked.last)
    places = places_of(as_of)
    spans = spans_holding(on_last, [one.after.geoid for one in rows])
    for one in rows:
        place = places[one.after.geoid]
        yield ChangedPlace(
            place.geoid,
            place.name,
            place.state,
            place.kind,
            asked.first,
            asked.last,
            one.before.status,
            one.after.status,
            one.after.since,
            one.after.since_edtf,
            why_line(spans[place.geoid], place, on_last),
        )


def compared_name(asked: TwoDays) -> str:
    """The middle of the names of the files."""
    states = [code.lower() for code in sorted(asked.states)]
    few = states if len(states) <= MOST_NAMED else ["selection"]
    some = ["selection"] if (asked.was or asked.now) and few != ["selection"] else []
    return "-".join(["compared", asked.first.isoformat(), asked.last.isoformat(), *few, *some])
