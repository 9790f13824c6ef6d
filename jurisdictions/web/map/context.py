"""What the map page shows before any script runs, and what its scripts start from."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.read.headlines import headline_on, numbers_of_state
from jurisdictions.read.known_later.on_day import how_many_later
from jurisdictions.read.map_counts import Counted, counted_on
from jurisdictions.read.maps import layer_values, values_by_place
from jurisdictions.read.places import members_of, states_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.spans import spans_on
from jurisdictions.render.pictures.map_legend import (
    folded_items,
    folded_text,
    grouped,
    layer_labels,
    legend_items,
    legend_values,
)
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.map_words import Doubt, map_words
from jurisdictions.web.map.files import file_addresses, module_addresses
from jurisdictions.web.map.query import MapQuery
from jurisdictions.web.map.spanish import spanish_of
from jurisdictions.web.map.states import state_rows
from jurisdictions.web.map.time import MapTime, map_time
from jurisdictions.web.site.addresses import address

LOCALES = {"en": "en-US", "es": "es-US"}


@dataclass(frozen=True, slots=True)
class Member:
    """A place of the chosen state, and what it reads on the day."""

    geoid: str
    name: str
    value: str
    label: str
    href: str


def map_context(as_of: AsOf, asked: MapQuery, kept: dict[str, str]) -> dict[str, object]:
    """Everything that templates/map/ reads. Queries: none for an edition that was read before."""
    program = as_of.program.slug
    labels = layer_labels(program)
    state = chosen_state(as_of, asked)
    counted = counted_on(as_of, asked.layer, state.geoid if state else "")
    addresses = file_addresses(as_of, asked, kept)
    time = map_time(as_of, asked, kept)
    return {
        **time.context,
        "sentence": _sentence(as_of, state, counted),
        "chosen_state": state,
        "shown": asked,
        "states": states_of(as_of),
        "layers": labels,
        **_legend(as_of, asked, counted),
        "legend_title": _counts_title(state),
        "limited": counted.limited,
        "hatch": part_of(program, "map_words").HATCH,
        "hatch_label": part_of(program, "map_words").hatch_label(),
        "never_documented": counted.undocumented,
        "doubt": None if counted.undocumented is None else _doubt(as_of, kept, state),
        "later": how_many_later(as_of, state.geoid if state else ""),
        "later_href": address("known-later", kept, state=asked.state),
        "members": _members(as_of, asked, kept, state) if state else [],
        "state_rows": "" if state else state_rows(as_of, asked, kept, _labels(as_of, asked.layer)),
        "members_title": (
            _("Jurisdictions of %(state)s") % {"state": state.name}
            if state
            else _("Places, by state")
        ),
        "all_states": address("map", kept, layer=asked.layer),
        "addresses": addresses,
        "modules": module_addresses(),
        "config": _config(as_of, asked, time, addresses),
    }


def _legend(as_of: AsOf, asked: MapQuery, counted: Counted) -> dict[str, object]:
    """The values of the layer, those that are counted together in groups, and who has none."""
    program, words = as_of.program.slug, layer_values(as_of, asked.layer)
    items = legend_items(program, asked.layer, words, counted.values, asked.isolate)
    folded = folded_items(program, items)
    return {
        "legend": grouped(items),
        "folded": folded,
        "folded_text": folded_text(len(folded)),
    }


def chosen_state(as_of: AsOf, asked: MapQuery) -> PlaceRow | None:
    """The state that the map shows alone; None for all."""
    return next((one for one in states_of(as_of) if asked.state and one.state == asked.state), None)


def _config(as_of: AsOf, asked: MapQuery, time: MapTime, addresses: object) -> dict[str, object]:
    """What the page's scripts start from."""
    program = as_of.program.slug
    return {
        "shown": {"date": as_of.on.isoformat(), "layer": asked.layer},
        "days": time.days,
        "record": time.record,
        "locale": LOCALES[as_of.language],
        "language": as_of.language,
        "words": map_words(part_of(program, "map_words").words()),
        "values": {
            layer: legend_values(program, layer, layer_values(as_of, layer))
            for layer in layer_labels(program)
        },
        "time": time.played,
        "addresses": addresses,
        "spanish": spanish_of(as_of),
        "hatch": part_of(program, "map_words").HATCH,
        "leaflet": {"zoomIn": _("Zoom in"), "zoomOut": _("Zoom out")},
    }


def _sentence(as_of: AsOf, state: PlaceRow | None, counted: Counted) -> str:
    """What the map shows: the nation, or the state that is chosen."""
    words, headline = part_of(as_of.program.slug, "map_words"), headline_on(as_of)
    told: str
    if state is None:
        told = words.sentence(as_of, headline, counted.total)
    else:
        numbers = numbers_of_state(as_of, state.geoid)
        told = words.sentence_of_state(as_of, headline, state.name, numbers, counted.total)
    return told


def _counts_title(state: PlaceRow | None) -> str:
    if state is None:
        return _("Jurisdictions that day")
    return _("Jurisdictions that day: %(state)s") % {"state": state.name}


def _doubt(as_of: AsOf, kept: dict[str, str], state: PlaceRow | None) -> dict[str, object] | None:
    """What of the record is in doubt, of the nation or of the chosen state, and the list of it.

    The scripts say it of any other state: by its code, where it is among `states`.
    """
    told: Doubt | None = part_of(as_of.program.slug, "map_words").doubt(as_of)
    if told is None:
        return None
    codes = [one.state for one in states_of(as_of) if one.geoid in told.geoids]
    said = told.of_state % {"state": state.name} if state else told.of_nation
    return {
        "text": said,
        "told": state is None or state.state in codes,
        "href": address("places", kept, **told.asked, state=state.state if state else ""),
        "states": " ".join(codes),
        "of_nation": told.of_nation,
        "of_state": told.of_state,
    }


def _labels(as_of: AsOf, layer: str) -> dict[str, str]:
    """The words of the layer by value."""
    told = legend_values(as_of.program.slug, layer, layer_values(as_of, layer))
    return {entry["value"]: entry["label"] for entry in told}


def _members(as_of: AsOf, asked: MapQuery, kept: dict[str, str], state: PlaceRow) -> list[Member]:
    members, labels = members_of(as_of, state.geoid), _labels(as_of, asked.layer)
    spans = spans_on(as_of, [place.geoid for place in members])
    values = values_by_place(as_of, asked.layer, spans)
    return [
        Member(
            place.geoid,
            place.name,
            values[place.geoid],
            labels[values[place.geoid]],
            address(
                "place", {**kept, "date": as_of.on.isoformat()}, geoid=place.geoid, slug=place.slug
            ),
        )
        for place in members
    ]
