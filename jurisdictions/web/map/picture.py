"""The picture of a map address: what it shows and says, from the day, the layer and the place."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from jurisdictions.read.headlines import headline_on, numbers_of_state
from jurisdictions.read.map_counts import Counted, counted_on
from jurisdictions.read.map_day import map_day
from jurisdictions.read.maps import layer_values
from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.statuses import status_of
from jurisdictions.render.pictures.map_legend import folded_items, layer_labels, legend_items
from jurisdictions.render.pictures.map_picture import MapPicture
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.map_words import frame_captions
from jurisdictions.status.geoids import NATION, lies_in
from jurisdictions.web.map.query import MapQuery


def map_picture(as_of: AsOf, asked: MapQuery) -> MapPicture:
    """All that the picture shows, in the reader's language. Queries: those of map_day."""
    day = map_day(as_of, asked.layer)
    said = part_of(as_of.program.slug, "map_words")
    place = shown_place(as_of, asked)
    around = place.state_geoid if place else NATION
    counted = counted_on(as_of, asked.layer, place.state_geoid if place else "")
    legend = legend_items(
        as_of.program.slug,
        asked.layer,
        layer_values(as_of, asked.layer),
        counted.values,
        asked.isolate,
    )
    return MapPicture(
        title=f"{picture_title(as_of, place)} · {layer_labels(as_of.program.slug)[asked.layer]}",
        description=_description(as_of, place, counted),
        layer=asked.layer,
        legend=legend,
        folded=len(folded_items(as_of.program.slug, legend)),
        limits_label=said.hatch_label(),
        hatch=said.HATCH,
        undocumented_label=_("Active, agreement never documented"),
        undocumented=counted.undocumented,
        source_line=source_line(as_of),
        values=day.values,
        limited=[geoid for geoid in day.limited if lies_in(geoid, around)],
        captions=frame_captions(),
        state=place.state if place else "",
        isolated=asked.isolate,
        chosen=asked.place,
    )


def picture_title(as_of: AsOf, place: PlaceRow | None) -> str:
    """The program or the place, and the day: "Secure Communities on August 5, 2011"."""
    if place is None:
        named = _("%(program)s on %(day)s")
        return named % {"program": as_of.program.name, "day": date_text(as_of.on)}
    return f"{place.label} · {date_text(as_of.on)}"


def shown_place(as_of: AsOf, asked: MapQuery) -> PlaceRow | None:
    """The place that the picture is about: a chosen one, else the state."""
    if asked.place:
        return places_of(as_of).get(asked.place)
    named = (place for place in states_of(as_of) if place.state == asked.state)
    return next(named, None) if asked.state else None


def _description(as_of: AsOf, place: PlaceRow | None, counted: Counted) -> str:
    """The nation in a sentence, or a place's status; of a state also how many were active."""
    row = status_of(as_of, place.geoid) if place else None
    words = part_of(as_of.program.slug, "map_words")
    if place is None or row is None:
        sentence: str = words.sentence(as_of, headline_on(as_of), counted.total)
        return sentence
    said = {"program": as_of.program.name, "status": label(row.status)}
    told = _("%(program)s: %(status)s") % said
    if not place.is_state:
        return told
    numbers = numbers_of_state(as_of, place.geoid)
    return f"{told}. {words.told_of_state(place.name, numbers, counted.total)}"


def source_line(as_of: AsOf) -> str:
    """The edition, whose boundaries, which licence, as known when, and where it comes from."""
    said = _("Edition %(number)s. County equivalents of the %(vintage)s census. Facts: CC0.") % {
        "number": as_of.edition.number,
        "vintage": as_of.program.vintage,
    }
    known = _("As known on %(day)s.") % {"day": date_text(as_of.known_on)} if as_of.known_on else ""
    return " ".join(part for part in (said, known, urlsplit(settings.SITE_URL).netloc) if part)
