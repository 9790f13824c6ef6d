"""What the page of an agency shows, gathered from reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jurisdictions.read.agencies import (
    AgencyRow,
    AgreementRow,
    agencies_around,
    agency_citations,
)
from jurisdictions.read.last_list import beyond_the_record, record_until
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, CitationRow
from jurisdictions.render.programs.section_287g.agency_words import (
    found_line,
    reach_line,
    standing_line,
)
from jurisdictions.render.programs.section_287g.agreement_words import (
    how_it_ended,
    signed_and_listed,
)
from jurisdictions.render.programs.section_287g.beyond_words import beyond_line
from jurisdictions.render.programs.section_287g.models import allows
from jurisdictions.render.words.notes import notes_of


@dataclass(frozen=True, slots=True)
class Told:
    """An agreement with the sentences that tell of it; `following` took its place.

    Its note may speak of its end, and is not told on a day before that.
    """

    row: AgreementRow
    dated: str
    allows: str
    ended: str
    note: str
    following: AgreementRow | None


def agency_context(as_of: AsOf, agency: AgencyRow) -> dict[str, object]:
    """Everything that agency/page.html reads, for a day and an edition."""
    around, places = agencies_around(as_of, agency.own.state), places_of(as_of)
    signed = [one for one in around.agreements if one.agency.key == agency.key]
    waiting = [one for one in around.applications if one.agency and one.agency.key == agency.key]
    told = told_of(signed, around.agreements, as_of)
    current = [one for one in told if one.row.in_force(as_of.on)]
    past = [one for one in told if one.row.ended_by(as_of.on)]
    until, beyond = record_until(as_of), beyond_the_record(as_of)
    listed = [
        one.row
        for one in told
        if one.row.own.listed_from and not (one.row.own.listed_until or one.row.own.missing_from)
    ]
    cited = agency_citations(as_of, agency)
    return {
        "agency": agency,
        "state": places[agency.own.state],
        "places": [places[geoid] for geoid in agency.places if geoid in places],
        "standing": standing_line(len(current), len(past), as_of.on),
        "reach_line": reach_line(agency),
        "found_line": found_line(agency),
        "current": current,
        "past": past[::-1],
        "later": [one for one in told if one.row.term and one.row.term.start > as_of.on],
        "never": [one for one in told if one.row.term is None],
        "waiting": waiting,
        "listed": [one for one in listed if one.term],
        "until": until,
        "beyond": beyond_line(beyond) if beyond else "",
        "own_notes": Cited(agency.name, cited),
        "notes": notes_of([Cited(agency.name, cited), *signed, *waiting]),
    }


def told_of(
    rows: Iterable[AgreementRow], of_state: Sequence[AgreementRow], as_of: AsOf
) -> list[Told]:
    """Each agreement in sentences, as they stand on the day: a later end is not told yet."""
    by_key = {one.name.partition(":")[2]: one for one in of_state}
    found = []
    for row in rows:
        following = by_key.get(row.own.superseded_by)
        over = row.ended_by(as_of.on)
        goes_on = not over and row.term is not None and row.term.end is not None
        ended = how_it_ended(row, following) if over else ""
        note = "" if goes_on else row.note
        dated, does = signed_and_listed(row), allows(row.own.model)
        found.append(Told(row, dated, does, ended, note, following if over else None))
    return found


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact that is told without a row of its own, with what it rests on."""

    name: str
    citations: tuple[CitationRow, ...]
