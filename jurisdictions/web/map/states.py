"""The states beside the map of the nation: each with its own value, and the way to its places."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from jurisdictions.read.maps import values_of_states
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.web.map.query import MapQuery
from jurisdictions.web.site.addresses import address

NO_STATE = "-state-"
"""Stands for a state's code in an address that is written once for all."""


def state_rows(
    as_of: AsOf, asked: MapQuery, kept: Mapping[str, str], labels: Mapping[str, str]
) -> SafeString:
    """The items of the list, by name; `labels` are the words of the layer by value.

    Put together here and not in a template: there are 56 on every page of the map.
    """
    values = values_of_states(as_of, asked.layer)
    told = {value: escape(label) for value, label in labels.items()}
    said = {**kept, "date": as_of.on.isoformat(), "layer": asked.layer}
    href = escape(f"{address('map', said, state=NO_STATE)}#map-members")
    rows = (
        f"<li>{_swatch(asked.layer, values.get(place.geoid, ''))}"
        f'<a href="{href.replace(NO_STATE, place.state)}" data-state="{place.state}">'
        f"{escape(place.name)}</a>"
        f'<span class="members-label">{told.get(values.get(place.geoid, ""), "")}</span></li>'
        for place in states_of(as_of)
    )
    return mark_safe("".join(rows))  # noqa: S308 - every text is escaped


def _swatch(layer: str, value: str) -> str:
    return f'<span class="swatch {layer}-{value}"></span>' if value else ""
