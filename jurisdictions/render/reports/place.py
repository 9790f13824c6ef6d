"""The report of one place: status and why, map, timeline, the whole record, sources."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.reports.area_map import area_map, boundaries_of
from jurisdictions.render.reports.colours import NEUTRAL, colour_of
from jurisdictions.render.reports.frame import Heading, frame_of, permalink
from jurisdictions.render.reports.parts import (
    Count,
    Dimension,
    FigureTable,
    Frame,
    Period,
    Picture,
    Reply,
    SourceNote,
    Standing,
    Story,
)
from jurisdictions.render.reports.standing import counts, dimensions, periods, standing_of
from jurisdictions.render.reports.telling import (
    figures_of,
    numbers_of,
    replies_of,
    source_notes,
    stories_of,
)
from jurisdictions.render.reports.timeline import timeline_svg
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.figures import figure_groups
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.notes import notes_of
from jurisdictions.render.words.threads import threads_of
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
    stories: tuple[Story, ...]
    periods: tuple[Period, ...]
    figures: tuple[FigureTable, ...]
    beside: str
    counts: tuple[Count, ...]
    sources: tuple[SourceNote, ...]
    replies: tuple[Reply, ...]


def place_report(as_of: AsOf, record: PlaceRecord, site_url: str) -> PlaceReport:
    """The report in the active language; `site_url` is the scheme and host of its addresses."""
    threads = threads_of(record.facts)
    numbers = numbers_of(threads)
    told = [fact for thread in threads for fact in thread.facts]
    groups = figure_groups(record.figures)
    notes = notes_of([*told, *(fact for group in groups for fact, _beside in group.figures)])
    return PlaceReport(
        frame=place_frame(as_of, record.place, site_url),
        about=about_place(record.place),
        standing=standing_of(record, as_of.on),
        map=locator(as_of, record),
        dimensions=dimensions(record.span, numbers),
        timeline=Picture(
            timeline_svg(record.spans, told, as_of.on, numbers),
            _timeline_alt(record),
            _timeline_caption(),
        ),
        stories=stories_of(threads, numbers, notes),
        periods=periods(record),
        figures=figures_of(groups, notes),
        beside=beside_sentence(as_of, record),
        counts=counts(record),
        sources=source_notes(notes),
        replies=replies_of(record.replies),
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
    return frame_of(as_of, heading, link, place_words())


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
    own = colour_of("status", record.span.status)
    fills = {g: NEUTRAL for g in boundaries.places if lies_in(g, record.state.geoid)}
    alt = _("Map of %(state)s with %(place)s filled in the color of its status.") % {
        "state": record.state.name,
        "place": record.place.spoken_name,
    }
    picture = area_map(boundaries, {**fills, record.place.geoid: own}, chosen=record.place.geoid)
    return Picture(picture, alt, f"{record.place.name} · {record.state.name}")


def beside_sentence(as_of: AsOf, record: PlaceRecord) -> str:
    """How many jurisdictions of the state were activated on the day."""
    count = record.around.count
    return ngettext(
        "In %(state)s, %(activated)s of %(of)s jurisdiction is recorded as activated on %(day)s.",
        "In %(state)s, %(activated)s of %(of)s jurisdictions are recorded as activated on %(day)s.",
        count.total,
    ) % {
        "state": record.state.name,
        "activated": number_text(count.activated),
        "of": number_text(count.total),
        "day": date_text(as_of.on),
    }


def _timeline_alt(record: PlaceRecord) -> str:
    return _(
        "Timeline of %(of_place)s: status, federal position, agreement, activation, objection and "
        "local measures. The same is told in words under “What happened” and period by period."
    ) % {"of_place": record.place.of_place}


def _timeline_caption() -> str:
    return _(
        "Bars show what stood. Numbered marks show what happened; the same numbers stand in the "
        "text below. The red line is the day of this report."
    )


def place_words() -> dict[str, str]:
    """The headings of a place's report."""
    return {
        "dimensions": _("The five dimensions"),
        "dimension": _("Dimension"),
        "stands_at": _("Stands at"),
        "decided_by": _("Decided by"),
        "no_fact": _("no fact on record"),
        "timeline": _("Timeline"),
        "record": _("What happened"),
        "nothing": _("Nothing is on record."),
        "own_words": _("In the jurisdiction's own words"),
        "periods": _("The federal rules that applied, period by period"),
        "from": _("From"),
        "position": _("Federal position"),
        "agreement": _("Agreement"),
        "objection": _("Objection"),
        "status": _("Status"),
        "this_day": _("The period of this report's day is marked."),
        "figures": _("Published figures"),
        "figures_help": _(
            "Numbers that others published, as they published them, beside what the record of "
            "this tracker gives where it can count the same thing."
        ),
        "what": _("Figure"),
        "when": _("Date"),
        "published": _("As published"),
        "recorded": _("This record"),
        "note": _("Note"),
        "around": _("Beside the rest of the state"),
        "jurisdictions": _("Jurisdictions"),
    }
