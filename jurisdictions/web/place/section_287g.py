"""What the page of a place shows of agreements with ICE, gathered from reads."""

from __future__ import annotations

from itertools import chain

from jurisdictions.read.agencies.at_a_place import (
    AtAPlace,
    at_a_place,
    by_model,
    counties_on,
    year_ends,
)
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.programs.section_287g.history import history
from jurisdictions.render.programs.section_287g.models_chart import MODELS, models_chart
from jurisdictions.render.programs.section_287g.place_words import answer_line, law_line
from jurisdictions.render.programs.section_287g.told import by_agency, told_of
from jurisdictions.render.words.notes import notes_of


def section_287g(as_of: AsOf, place: PlaceRow) -> dict[str, object]:
    """Everything that place/programs/287g.html reads, for a day and an edition."""
    seen, on, places = at_a_place(as_of, place), as_of.on, places_of(as_of)
    local = told_of(seen.local, seen.agreements, as_of)
    state = told_of(seen.state, seen.agreements, as_of)
    law = seen.law_on(on)
    everything = [*local, *state]
    entries = [] if place.is_state else history(seen, everything, on)
    waiting = [one for one in seen.applications if one.pending(on)]
    return {
        "place": place,
        "around": places.get(place.state_geoid),
        "answer": answer_line(seen, place, on),
        "local": by_agency(one for one in local if one.row.in_force(on)),
        "state_agencies": by_agency(one for one in state if one.row.in_force(on)),
        "ended": by_agency(one for one in local if one.row.ended_by(on)),
        "law": law,
        "law_line": law_line(law),
        "laws": [one for one in seen.laws if one.on is None or one.on.first_day <= on],
        "waiting": waiting,
        "entries": entries,
        "notes": notes_of(
            [
                *seen.laws,
                *waiting,
                *(one.row for one in everything),
                *chain(entry.row for entry in entries),
            ]
        ),
        **(_of_state(as_of, seen) if place.is_state else {}),
    }


def _of_state(as_of: AsOf, seen: AtAPlace) -> dict[str, object]:
    """Agreements by model through time, and the counties that have an agency."""
    counted, places = by_model(seen.agreements, as_of.on), places_of(as_of)
    return {
        "chart": models_chart(counted, as_of.on),
        "models": MODELS,
        "years": [
            (one.day, [one.by_model[model] for model in MODELS], one.by_model.total())
            for one in year_ends(counted, as_of.on)
        ],
        "counties": [
            (places[row.geoid], row) for row in counties_on(seen, as_of.on) if row.geoid in places
        ],
    }
