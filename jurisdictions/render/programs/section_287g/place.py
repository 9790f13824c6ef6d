"""What 287(g) adds to the page of a place: who works for ICE, the law, what waits, what ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.agencies.at_a_place import (
    AtAPlace,
    agencies_in_force,
    at_a_place,
    counties_on,
)
from jurisdictions.read.agencies.rows import ApplicationRow, LawRow
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs.place import Column, OwnPart
from jurisdictions.render.programs.section_287g.history import history
from jurisdictions.render.programs.section_287g.marks import marks_of, waits_text
from jurisdictions.render.programs.section_287g.place_words import beside_line, numbers_line
from jurisdictions.render.programs.section_287g.told import Told, by_agency, told_of
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.render.words.grounds import Ground
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import PartialDate

FOLDER = "place/programs/287g"
TOLD = frozenset({"agency_agreement", "application", "state_law", "list", "agency"})
"""Kinds that the part tells in words of its own."""


def own_part(as_of: AsOf, place: PlaceRow, span: SpanRow) -> OwnPart:
    """Everything that the templates of this part read, for a day and an edition."""
    seen, on = at_a_place(as_of, place), as_of.on
    # A state's local agencies are told in numbers: there are hundreds.
    local = [] if place.is_state else told_of(seen.local, seen.agreements, as_of)
    state = told_of(seen.state, seen.agreements, as_of)
    laws = [one for one in seen.laws if one.on is None or one.on.first_day <= on]
    waiting = [one for one in seen.applications if one.pending(on)]
    everything = [*local, *state]
    law = seen.law_on(on)
    entries = [] if place.is_state else history(seen, everything, on)
    context: dict[str, object] = {
        "beside": (
            numbers_line(place, seen, on)
            if place.is_state
            else beside_line(place, len(waiting), seen, on)
        ),
        "local": by_agency(one for one in local if one.row.in_force(on)),
        "ended": by_agency(one for one in local if one.row.ended_by(on)),
        "state_agencies": by_agency(one for one in state if one.row.in_force(on)),
        "state_ended": by_agency(one for one in state if one.row.ended_by(on)),
        "law": law,
        "laws": laws,
        "at_work": len(agencies_in_force(seen.agreements, on)),
        "waiting": waiting,
        "entries": entries,
    }
    return OwnPart(
        context=context,
        cited=(*laws, *waiting, *(one.row for one in everything), *(one.row for one in entries)),
        told=TOLD,
        grounds=tuple(_grounds(span, everything, laws, [] if place.is_state else waiting)),
        decided=_decided(span, seen),
        drawn=marks_of(as_of, place, seen, everything),
        without_entry=frozenset({"agency_agreement", "application"} if place.is_state else ()),
        answer=f"{FOLDER}/answer.html",
        detail=f"{FOLDER}/detail.html",
        happened=f"{FOLDER}/happened.html",
        columns=(_agencies(seen, on),) if place.is_state else (),
        entries=len(entries) or len(laws),
    )


def _decided(span: SpanRow, seen: AtAPlace) -> dict[str, tuple[FactRow, ...]]:
    """Agreements of the state's own agencies decide another dimension than local ones.

    A law counts from the day on which it is in force, which may not be that of its adoption.
    """
    in_force = {law.name: law.on for law in seen.laws}
    of_state = {one.name for one in seen.state}
    signed = [fact for fact in span.reasons if fact.kind == "agency_agreement"]
    local = tuple(fact for fact in signed if fact.name not in of_state)
    return {
        "local_agreement": local,
        "reach": local,
        "state_agency": tuple(fact for fact in signed if fact.name in of_state),
        "state_law": tuple(
            replace(fact, on=in_force.get(fact.name, fact.on))
            for fact in span.reasons
            if fact.kind == "state_law"
        ),
    }


def _agencies(seen: AtAPlace, day: date) -> Column:
    """How many local agencies of a county have an agreement in force."""
    numbers = {row.geoid: number_text(row.agencies) for row in counties_on(seen, day)}
    return Column(_("Agencies that work for ICE"), lambda row: numbers.get(row.geoid, ""))


def _grounds(
    span: SpanRow,
    told: Sequence[Told],
    laws: Sequence[LawRow],
    waiting: Sequence[ApplicationRow],
) -> Iterator[Ground]:
    """The facts that decided, where the page has an entry for them: a state's are too many."""
    agreements = {one.row.name: one for one in told}
    decrees = {one.name: one for one in laws}
    asked = {one.name: one for one in waiting}
    for fact in span.reasons:
        if one := agreements.get(fact.name):
            text = f"{one.row.agency.title}: {label(one.row.own.model)}. {one.dated}"
            yield Ground(None, _day(fact.on), text, fact.name, one.row)
        elif law := decrees.get(fact.name):
            yield Ground(None, _day(law.on), f"{law.title}. {law.summary}", fact.name, law)
        elif wish := asked.get(fact.name):
            text = waits_text(wish)
            yield Ground(None, _day(fact.on), f"{text}.", fact.name, wish)
        elif fact.kind not in TOLD:
            yield Ground(fact)


def _day(on: PartialDate | None) -> str:
    return beginning_a_line(date_text(on)) if on else _("Date unknown")
