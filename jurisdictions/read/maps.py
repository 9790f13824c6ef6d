"""The map: one value for each place on a day, and the file of all days that its slider plays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from django.conf import settings

from jurisdictions.publish.map_file import (
    Turn,
    encode_days,
    encode_layer,
    encode_partial,
    turns_of,
)
from jurisdictions.read.headlines import headlines_of, positions_of
from jurisdictions.read.known_later.on_day import later_days
from jurisdictions.read.packed_file import PackedFile, packed
from jurisdictions.read.places import states_of
from jurisdictions.read.program_reading import Value, reading_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import RawSpan, all_spans, spans_on, standing
from jurisdictions.read.sureness.vouched import sure_of
from jurisdictions.shelf.shelf import Shelf
from jurisdictions.status.geoids import is_county, is_state
from jurisdictions.status.sureness import Basis

BASIS = "basis"
"""The layer of every program that shows what statuses rest on: where the record is thin."""
THINNEST_LAST = (Basis.NO_FACT, *(word for word in Basis if word is not Basis.NO_FACT))
FORM = "7"
"""Raised when files are built otherwise, so that none is kept from before."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the map is drawn with: the boundaries' hash and their places in order."""

    hash: str
    places: tuple[str, ...]


def values_on(as_of: AsOf, layer: str) -> tuple[str, ...]:
    """The value of the layer for each county equivalent, in the order of geoids. One query."""
    return tuple(values_by_place(as_of, layer, spans_on(as_of)).values())


def values_by_place(as_of: AsOf, layer: str, spans: Iterable[RawSpan]) -> dict[str, str]:
    """The value of the layer for each county equivalent among the spans of the day."""
    own = reading_of(as_of.program.slug).own_turns(as_of, layer)
    if own is None:
        value = value_of(as_of, layer)
        return {span.geoid: value(span) for span in spans if is_county(span.geoid)}
    initial, none = layer_values(as_of, layer)[0], list[Turn]()
    return {
        span.geoid: _turned(own.get(span.geoid, none), as_of.on, initial)
        for span in spans
        if is_county(span.geoid)
    }


def values_of_states(as_of: AsOf, layer: str) -> dict[str, str]:
    """The value of the layer for each state as a whole; {} for layers that tell of counties alone.

    No query for an edition that is kept.
    """
    states = [place.geoid for place in states_of(as_of)]
    own = reading_of(as_of.program.slug).own_turns(as_of, layer)
    if own is None:
        value = value_of(as_of, layer)
        return {span.geoid: value(span) for span in spans_on(as_of, states)}
    initial, none = layer_values(as_of, layer)[0], list[Turn]()
    if not any(state in own for state in states):
        return {}
    return {state: _turned(own.get(state, none), as_of.on, initial) for state in states}


def _turned(turns: list[Turn], on: date, initial: str) -> str:
    """The value of a place on a day, from its turns."""
    return next((value for day, value in reversed(turns) if day <= on), initial)


def geoids_on(as_of: AsOf) -> tuple[str, ...]:
    """The county equivalents that `values_on` speaks of, in its order."""
    return tuple(span.geoid for span in spans_on(as_of) if is_county(span.geoid))


def limited_on(as_of: AsOf) -> frozenset[str]:
    """The places that the map hatches on the day."""
    hatched = reading_of(as_of.program.slug).hatched
    return frozenset(span.geoid for span in spans_on(as_of) if hatched(span))


def layers_of(as_of: AsOf) -> tuple[str, ...]:
    """The layers of the program's map, the status first."""
    return (*reading_of(as_of.program.slug).LAYERS, BASIS)


def layer_values(as_of: AsOf, layer: str) -> tuple[str, ...]:
    """The words of a layer, in the order of its legend; raise KeyError for no layer."""
    program = reading_of(as_of.program.slug)
    if layer == BASIS:
        return (*THINNEST_LAST, *((str(program.GONE),) if program.GONE else ()))
    return program.layer_values(as_of, layer)


def file_version(as_of: AsOf, drawn: Drawn) -> str:
    """What an edition's files follow from beside its number: another word, another content."""
    told = f"{FORM}-{as_of.edition.stamp}-{drawn.hash}"
    return hashlib.sha256(told.encode()).hexdigest()[:10]


def map_file(as_of: AsOf, layer: str, drawn: Drawn) -> PackedFile:
    """Every change of a layer as the map's slider plays it; built once for an edition.

    Raises KeyError for a layer that the program has not.
    """
    if layer not in layers_of(as_of):
        raise KeyError(layer)
    known = as_of.known_on.isoformat() if as_of.known_on else "now"
    told = f"{file_version(as_of, drawn)}-{layer}-{known}"
    name = hashlib.sha256(told.encode()).hexdigest()[:20]
    return _kept(name) or _keep(name, _build(as_of, layer, drawn))


@dataclass(frozen=True, slots=True)
class _Turns:
    """The turns of every place in a layer, by geoid, and what is told beside them."""

    counties: dict[str, list[Turn]] = field(default_factory=dict)
    states: dict[str, list[Turn]] = field(default_factory=dict)
    hatched: dict[str, list[Turn]] = field(default_factory=dict)
    partial: dict[str, list[Turn]] = field(default_factory=dict)


def _turns(as_of: AsOf, layer: str, initial: str) -> _Turns:
    found, program = _Turns(), reading_of(as_of.program.slug)
    own = program.own_turns(as_of, layer)
    value = value_of(as_of, "status" if own is not None else layer)
    told_of = attrgetter("since_edtf" if layer == "status" else "start_edtf")
    for geoid, group in groupby(all_spans(as_of), key=lambda span: span.geoid):
        spans = list(group)
        level = found.states if is_state(geoid) else found.counties
        if own is None:
            level[geoid] = turns_of(spans, value, initial)
        else:
            level[geoid] = own.get(geoid, [])
        days = {span.start: told_of(span) for span in spans}
        found.partial[geoid] = [(day, days.get(day, "")) for day, _value in level[geoid]]
        if level is found.counties:
            marks = turns_of(spans, lambda span: HATCH[program.hatched(span)], HATCH[False])
            found.hatched[geoid] = marks
    return found


HATCH = ("", "hatched")


def _build(as_of: AsOf, layer: str, drawn: Drawn) -> bytes:
    if as_of.known_on is None:
        standing(as_of)  # read once, for all that is asked of every span below
    values, epoch = layer_values(as_of, layer), _epoch(as_of)
    program = reading_of(as_of.program.slug)
    turns = _turns(as_of, layer, values[0])
    positions = [position.value for position in positions_of(as_of.program.slug)]
    started, changes = encode_layer(turns.counties, drawn.places, values, values[0], epoch)
    _, state_changes = encode_layer(turns.states, sorted(turns.states), values, values[0], epoch)
    _, hatched = encode_layer(turns.hatched, drawn.places, HATCH, HATCH[0], epoch)
    told = {
        "program": as_of.program.slug,
        "edition": as_of.edition.number,
        "known": as_of.known_on.isoformat() if as_of.known_on else None,
        "layer": layer,
        "geometry": drawn.hash,
        "epoch": epoch.isoformat(),
        "values": values,
        "initial": started,
        "changes": changes,
        "partial": encode_partial(turns.partial, drawn.places, epoch),
        "hatched": hatched,
        "positions": positions,
        "counted": program.COUNTED,
        "days": encode_days(
            (
                (day, *numbers, positions.index(position))
                for day, numbers, position in headlines_of(as_of)
            ),
            epoch,
        ),
        "countedOfState": program.COUNTED_OF_STATE,
        "ofStates": {
            state: encode_days(days, epoch)
            for state, days in program.numbers_by_state(as_of).items()
        },
        "later": {geoid: encode_days(days, epoch) for geoid, days in later_days(as_of).items()},
        "documented": _days_from(epoch, program.documented(as_of)),
        "states": {"initial": started, "changes": state_changes},
    }
    return json.dumps(told, separators=(",", ":")).encode()


def _days_from(epoch: date, found: Mapping[str, date] | None) -> dict[str, int] | None:
    """Days as counted from the epoch; 0 for those before it."""
    if found is None:
        return None
    return {state: max(0, (day - epoch).days) for state, day in found.items()}


def value_of(as_of: AsOf, layer: str) -> Value:
    """What takes the word of a layer from a span; that a place is gone is said in each."""
    if layer == "status":
        return attrgetter(layer)
    program = reading_of(as_of.program.slug)
    value = _basis_of(as_of) if layer == BASIS else program.value_of(as_of, layer)
    gone = program.GONE
    if gone is None:
        return value
    return lambda span: str(gone) if span.status == gone else value(span)


def _basis_of(as_of: AsOf) -> Value:
    sure = sure_of(as_of)
    return lambda span: str(sure(span).basis)


def _epoch(as_of: AsOf) -> date:
    """The first day on which anything turns; the days of the file count from it."""
    starts = (span.start for span in all_spans(as_of) if span.start)
    return min(starts, default=as_of.on)


ENDINGS = (".json", ".json.gz", ".json.br")
"""The forms of a file on the shelf."""


def _kept(name: str) -> PackedFile | None:
    """The file as kept on disk, if each form is whole; any process may have made it."""
    plain, gzipped, brotlied = (_shelf().read(f"{name}{ending}") for ending in ENDINGS)
    if plain is None or gzipped is None or brotlied is None:
        return None
    return PackedFile(plain, gzipped, brotlied)


def _keep(name: str, plain: bytes) -> PackedFile:
    file = packed(plain)
    for ending, content in zip(ENDINGS, (file.json, file.gzip, file.brotli), strict=True):
        _shelf().put(f"{name}{ending}", content)
    return file


def _shelf() -> Shelf:
    return Shelf(Path(settings.DATA_DIR) / "map", settings.MAPS_QUOTA)
