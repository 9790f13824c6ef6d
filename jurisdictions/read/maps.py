"""The map: one value for each place on a day, and the file of all days that its slider plays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
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
    encode_marks,
    encode_partial,
    turns_of,
)
from jurisdictions.read.packed_file import PackedFile, packed
from jurisdictions.read.programs import Value, reading_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import RawSpan, all_spans, spans_on
from jurisdictions.read.summary import active_days, headline_days
from jurisdictions.shelf.shelf import Shelf
from jurisdictions.status.geoids import is_county, is_state
from jurisdictions.status.programs.secure_communities.vocabulary import AgreementRecord, Position

FORM = "4"
"""Raised when files are built otherwise, so that none is kept from before."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the map is drawn with: the boundaries' hash and their places in order."""

    hash: str
    places: tuple[str, ...]


def values_on(as_of: AsOf, layer: str) -> tuple[str, ...]:
    """The value of the layer for each county equivalent, in the order of geoids. One query."""
    value = value_of(as_of, layer)
    return tuple(value(span) for span in spans_on(as_of) if is_county(span.geoid))


def geoids_on(as_of: AsOf) -> tuple[str, ...]:
    """The county equivalents that `values_on` speaks of, in its order."""
    return tuple(span.geoid for span in spans_on(as_of) if is_county(span.geoid))


def limited_on(as_of: AsOf) -> frozenset[str]:
    """The places that the map hatches on the day."""
    hatched = reading_of(as_of.program.slug).hatched
    return frozenset(span.geoid for span in spans_on(as_of) if hatched(span))


def layers_of(as_of: AsOf) -> tuple[str, ...]:
    """The layers of the program's map, the status first."""
    return reading_of(as_of.program.slug).LAYERS


def layer_values(as_of: AsOf, layer: str) -> tuple[str, ...]:
    """The words of a layer, in the order of its legend; raise KeyError for no layer."""
    return reading_of(as_of.program.slug).layer_values(as_of, layer)


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
    limited: dict[str, date] = field(default_factory=dict)
    partial: dict[str, list[Turn]] = field(default_factory=dict)
    documented: dict[str, int] = field(default_factory=dict)


def _turns(as_of: AsOf, layer: str, initial: str, epoch: date) -> _Turns:
    value, found = value_of(as_of, layer), _Turns()
    hatched = reading_of(as_of.program.slug).hatched
    told_of = attrgetter("since_edtf" if layer == "status" else "start_edtf")
    for geoid, group in groupby(all_spans(as_of), key=lambda span: span.geoid):
        spans = list(group)
        level = found.states if is_state(geoid) else found.counties
        level[geoid] = turns_of(spans, value, initial)
        days = {span.start: told_of(span) for span in spans}
        found.partial[geoid] = [(day, days[day]) for day, _value in level[geoid]]
        first = next((span.start for span in spans if hatched(span)), None)
        if first and level is found.counties:
            found.limited[geoid] = first
        if level is found.states:
            found.documented.update(_documented(spans, epoch))
    return found


def _build(as_of: AsOf, layer: str, drawn: Drawn) -> bytes:
    values, epoch = layer_values(as_of, layer), _epoch(as_of)
    turns = _turns(as_of, layer, values[0], epoch)
    positions = [position.value for position in Position]
    started, changes = encode_layer(turns.counties, drawn.places, values, values[0], epoch)
    _, state_changes = encode_layer(turns.states, sorted(turns.states), values, values[0], epoch)
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
        "limits": encode_marks(turns.limited, drawn.places, epoch),
        "positions": positions,
        "days": encode_days(
            (
                (day, active, states_active, positions.index(position))
                for day, active, states_active, position in headline_days(as_of)
            ),
            epoch,
        ),
        "active": {state: encode_days(days, epoch) for state, days in active_days(as_of).items()},
        "documented": turns.documented,
        "states": {"initial": started, "changes": state_changes},
    }
    return json.dumps(told, separators=(",", ":")).encode()


def _documented(spans: Iterable[RawSpan], epoch: date) -> dict[str, int]:
    """By the state's geoid, the days from the epoch to its first documented agreement, if any."""
    for span in spans:
        if span.agreement_record == AgreementRecord.DOCUMENTED:
            return {span.geoid: (span.start - epoch).days if span.start else 0}
    return {}


def value_of(as_of: AsOf, layer: str) -> Value:
    """What takes the word of a layer from a span; that a place is gone is said in each."""
    if layer == "status":
        return attrgetter(layer)
    program = reading_of(as_of.program.slug)
    value, gone = program.value_of(as_of, layer), program.GONE
    return lambda span: str(gone) if span.status == gone else value(span)


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
