"""What the map's address asks for beyond the day: layer, state, place, and a value to isolate."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.map_legend import layer_labels

DEFAULT_LAYER = "status"


@dataclass(frozen=True, slots=True)
class MapQuery:
    """A layer, a state's two-letter code, a geoid, a value of the layer; empty ones are absent."""

    layer: str
    state: str
    place: str
    isolate: str


def map_query(query: QueryDict, as_of: AsOf) -> MapQuery:
    """Read the map's own parameters; raise BadAsk for one that means nothing."""
    asked = MapQuery(
        query.get("layer", "").strip() or DEFAULT_LAYER,
        query.get("state", "").strip().upper(),
        query.get("place", "").strip(),
        query.get("isolate", "").strip(),
    )
    _check_layer(asked.layer, as_of)
    if asked.state and asked.state not in {place.state for place in states_of(as_of)}:
        raise BadAsk("state", _("is not a state or territory: write its two letters"))
    if asked.place and asked.place not in places_of(as_of):
        raise BadAsk("place", _("is no place on record: write its Census geoid, 2 digits or 5"))
    return asked


def _check_layer(layer: str, as_of: AsOf) -> None:
    layers = layer_labels(as_of.program.slug)
    if layer not in layers:
        message = _("is not one of: %(words)s")
        raise BadAsk("layer", message % {"words": ", ".join(layers)})
