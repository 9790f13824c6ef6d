"""What the page of an agency shows, gathered from reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jurisdictions.read.agencies.around import agencies_around, agency_citations
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow, ApplicationRow
from jurisdictions.read.places import places_of
from jurisdictions.read.programs.section_287g.last_list import record_until
from jurisdictions.read.rows import AsOf, CitationRow, PlaceRow
from jurisdictions.read.said import said_at
from jurisdictions.render.charts.agency import agency_chart
from jurisdictions.render.programs.section_287g.agency_words import (
    found_line,
    reach_line,
    standing_line,
)
from jurisdictions.render.programs.section_287g.charts import agreement_token
from jurisdictions.render.programs.section_287g.told import told_of
from jurisdictions.render.words.notes import notes_of
from jurisdictions.web.charts.shown import FILES, PICTURES, Shown, shown_with
from jurisdictions.web.site.addresses import address


def agency_context(as_of: AsOf, agency: AgencyRow, kept: Mapping[str, str]) -> dict[str, Any]:
    """Everything that agency/page.html reads, for a day and an edition; links keep `kept`."""
    around, places = agencies_around(as_of, agency.own.state), places_of(as_of)
    signed = [one for one in around.agreements if one.agency.key == agency.key]
    waiting = [one for one in around.applications if one.agency and one.agency.key == agency.key]
    told = told_of(signed, around.agreements, as_of)
    current = [one for one in told if one.row.in_force(as_of.on)]
    past = [one for one in told if one.row.ended_by(as_of.on)]
    listed = [
        one.row
        for one in told
        if one.row.own.listed_from
        and not (one.row.own.listed_until or one.row.own.missing_from or one.row.doubted)
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
        "until": record_until(as_of),
        "home": places[agency.region],
        "charted": _charted(as_of, agency, kept),
        **_said(as_of, agency, places[agency.region], _names(signed, waiting)),
        "own_notes": Cited(agency.name, cited),
        "feed": address("feed", {}, agency=agency.key),
        "follow": address("follow", {}, agency=agency.key),
        "calendar": address("calendar", {}, agency=agency.key),
        "notes": notes_of([Cited(agency.name, cited), *signed, *waiting]),
    }


def _charted(as_of: AsOf, agency: AgencyRow, kept: Mapping[str, str]) -> Shown | None:
    """Its agreements through time, with their files; None where none ever was in force."""
    chart = agency_chart(as_of, agency, agreement_token)
    if chart is None:
        return None
    undated = {name: said for name, said in kept.items() if name != "date"}
    files = [
        (form.label, address("agreements-file", undated, agency=agency.key, form=form.extension))
        for form in FILES
    ]
    files += [
        (form.upper(), address("agency-picture", undated, agency=agency.key, form=form))
        for form in PICTURES
    ]
    return shown_with(chart, files, as_of.on)


def _names(*groups: Iterable[AgreementRow] | Iterable[ApplicationRow]) -> list[str]:
    return [one.name for group in groups for one in group]


def _said(
    as_of: AsOf, agency: AgencyRow, home: PlaceRow, facts: Iterable[str]
) -> dict[str, object]:
    """What was replied and said of the agency, and of what it signed."""
    about = {agency.name, *facts}
    said = said_at([as_of], home)[as_of.program.slug]
    return {
        "replies": [one for one in said.replies if one.fact in about],
        "said": [one for one in said.notes if one.fact in about],
    }


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact that is told without a row of its own, with what it rests on."""

    name: str
    citations: tuple[CitationRow, ...]
