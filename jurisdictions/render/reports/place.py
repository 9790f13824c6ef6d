"""The report of one place: status and why, map, timeline, the whole record, sources."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jurisdictions.read.known_later.of_place import learned_of
from jurisdictions.read.known_later.on_day import how_many_later, of_how_many
from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.programs.why import came_out_text
from jurisdictions.render.reports.area_map import area_map, boundaries_of
from jurisdictions.render.reports.charts import Charted, charts_of
from jurisdictions.render.reports.frame import Heading, frame_of, permalink
from jurisdictions.render.reports.parts import (
    Count,
    Dimension,
    FigureTable,
    Frame,
    KnownLater,
    Period,
    Picture,
    Reply,
    SourceNote,
    Standing,
    Story,
)
from jurisdictions.render.reports.place_words import place_words
from jurisdictions.render.reports.programs import reporting_of
from jurisdictions.render.reports.standing import (
    counts,
    dimensions,
    period_columns,
    periods,
    standing_of,
)
from jurisdictions.render.reports.telling import (
    figures_of,
    replies_of,
    source_notes,
)
from jurisdictions.render.reports.timeline import timeline_svg
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.figures import figure_groups
from jurisdictions.render.words.known_later import (
    known_later_sentence,
    known_then_text,
    learned_text,
)
from jurisdictions.render.words.labels import label
from jurisdictions.status.geoids import lies_in


@dataclass(frozen=True, slots=True)
class PlaceReport:
    """What place.typ and reports/place.html show."""

    frame: Frame
    about: str
    standing: Standing
    map: Picture
    dimensions: tuple[Dimension, ...]
    timeline: Picture
    charts: tuple[Charted, ...]
    stories: tuple[Story, ...]
    period_columns: tuple[str, ...]
    periods: tuple[Period, ...]
    figures: tuple[FigureTable, ...]
    beside: str
    counts: tuple[Count, ...]
    sources: tuple[SourceNote, ...]
    replies: tuple[Reply, ...]
    known_later: KnownLater


def place_report(as_of: AsOf, record: PlaceRecord, site_url: str) -> PlaceReport:
    """The report in the active language; `site_url` is the scheme and host of its addresses."""
    reporting = reporting_of(as_of.program.slug)
    groups = figure_groups(record.figures)
    told = reporting.account(as_of, record, groups)
    alt = reporting.place_words()["timeline_alt"] % {"of_place": record.place.of_place}
    return PlaceReport(
        frame=place_frame(as_of, record.place, site_url),
        about=about_place(record.place),
        standing=standing_of(as_of, record),
        map=locator(as_of, record),
        dimensions=dimensions(as_of, record, told.numbers),
        timeline=Picture(
            timeline_svg(record.spans, told.drawn, as_of.on, told.numbers),
            alt,
            _timeline_caption(),
        ),
        charts=charts_of(as_of, record.place),
        stories=told.stories,
        period_columns=period_columns(as_of.program.slug),
        periods=periods(record),
        figures=figures_of(groups, told.notes),
        beside=reporting.beside(as_of, record),
        counts=counts(record),
        sources=source_notes(told.notes),
        replies=replies_of(record.replies),
        known_later=known_later_of(as_of, record.place),
    )


def place_frame(as_of: AsOf, place: PlaceRow, site_url: str) -> Frame:
    """The frame of a place's report."""
    path = reverse("place", kwargs={"geoid": place.geoid, "slug": place.slug})
    title = _("%(place)s on %(day)s") % {"place": place.label, "day": date_text(as_of.on)}
    kicker = _("State report") if place.is_state else _("Place report")
    description = _("%(program)s: status, reasons, timeline, record and sources.") % {
        "program": as_of.program.name
    }
    heading = Heading(kicker, place.label, title, description)
    link = permalink(as_of, site_url, path, {"program": as_of.program.slug})
    words = {**place_words(), **reporting_of(as_of.program.slug).place_words()}
    return frame_of(as_of, heading, link, words)


def about_place(place: PlaceRow) -> str:
    """Kind, code and people in one line."""
    told = [label(place.kind), _("Census code %(geoid)s") % {"geoid": place.geoid}]
    if place.population_2010:
        people = number_text(place.population_2010)
        told.append(_("%(people)s people in 2010") % {"people": people})
    return " · ".join(told)


def locator(as_of: AsOf, record: PlaceRecord) -> Picture:
    """Where the place lies in its state, filled with the colour of its status."""
    boundaries = boundaries_of(as_of)
    values = {g: "" for g in boundaries.places if lies_in(g, record.state.geoid)}
    own = {record.place.geoid: record.span.status.value}
    alt = _("Map of %(state)s with %(place)s filled in the color of its status.") % {
        "state": record.state.name,
        "place": record.place.spoken_name,
    }
    picture = area_map(boundaries, {**values, **own}, chosen=record.place.geoid)
    names = dict.fromkeys((record.place.name, record.state.name))
    return Picture(picture, alt, " · ".join(names))


def _timeline_caption() -> str:
    return _(
        "Bars show what stood. Numbered marks show what happened; the same numbers stand in the "
        "text below. The red line is the day of this report."
    )


def known_later_of(as_of: AsOf, place: PlaceRow) -> KnownLater:
    """What became known later of the place on the day; of a state, of how many of its places."""
    learned = learned_of(as_of, place.geoid)
    told = (
        " ".join([learned_text(one), *(came_out_text(fact, as_of) for fact in one.facts)])
        for one in learned
    )
    return KnownLater(known_then_text(as_of, learned), tuple(told), _of_members(as_of, place))


def _of_members(as_of: AsOf, place: PlaceRow) -> str:
    number = how_many_later(as_of, place.geoid) if place.is_state else 0
    if not number:
        return ""
    return known_later_sentence(as_of, number, of_how_many(as_of, [place.state]))
