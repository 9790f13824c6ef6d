"""The dossier of one request not to take part, from its first letter to its last answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.programs.secure_communities.requests import (
    Dossier,
    days_between,
    standing_after,
)
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.render.reports.area_map import area_map, boundaries_of
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.frame import Heading, frame_of, permalink
from jurisdictions.render.reports.parts import Entry, Frame, Picture, SourceNote, Story
from jurisdictions.render.reports.place_words import place_words
from jurisdictions.render.reports.telling import entry_of, source_notes
from jurisdictions.render.reports.timeline import timeline_svg
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.labels import instrument_label, label, word_label
from jurisdictions.render.words.notes import Notes, notes_of
from jurisdictions.render.words.place_names import of_body
from jurisdictions.render.words.stood import stood_sentence
from jurisdictions.status.geoids import lies_in


@dataclass(frozen=True, slots=True)
class Step:
    """A step: who, to whom, by what; what passed since the step before; how things stood then.

    `rested_on` counts the days from and to the federal acts around it; "" where it rests on none.
    """

    entry: Entry
    by: str
    to: str
    instrument: str
    waited: str
    position: str
    position_colour: str
    status: str
    status_colour: str
    rested_on: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the summary."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class DossierReport:
    """What dossier.typ and dossier.html show."""

    frame: Frame
    place: str
    place_path: str
    lead: str
    summary: tuple[Fact, ...]
    map: Picture
    steps: tuple[Step, ...]
    timeline: Picture
    meanwhile: Story
    sources: tuple[SourceNote, ...]


def dossier_report(as_of: AsOf, dossier: Dossier, site_url: str) -> DossierReport:
    """The dossier in the active language."""
    request = dossier.request
    facts = [*request.steps, *dossier.acts]
    numbers = {fact.name: number for number, fact in enumerate(facts, 1)}
    notes = notes_of(facts)
    place = request.place
    path = reverse("place", kwargs={"geoid": place.geoid, "slug": place.slug})
    return DossierReport(
        frame=_frame(as_of, dossier, site_url),
        place=place.label,
        place_path=path,
        lead=lead(dossier),
        summary=_summary(dossier),
        map=_map(as_of, dossier),
        steps=_steps(dossier, numbers, notes),
        timeline=Picture(
            timeline_svg(dossier.spans, facts, as_of.on, numbers),
            _("Timeline of %(of_place)s with the steps of this request.")
            % {"of_place": place.of_place},
            _(
                "Bars show what stood in %(place)s. Numbered marks are the steps of this request "
                "and the federal acts between them. The red line is the day of this report."
            )
            % {"place": place.spoken_name},
        ),
        meanwhile=Story(
            _("What the federal government did meanwhile"),
            tuple(entry_of(act, numbers, notes) for act in dossier.acts),
        ),
        sources=source_notes(notes),
    )


def request_title(dossier: Dossier) -> str:
    """Who asked: "Request of Sheriff Michael Hennessey"."""
    by = dossier.request.first.by
    return (
        _("Request of %(of_body)s") % {"of_body": of_body(by)}
        if by
        else _("Request not to take part")
    )


def _frame(as_of: AsOf, dossier: Dossier, site_url: str) -> Frame:
    request = dossier.request
    path = path_of(as_of.program.slug, "request", thread=request.thread)
    title = request_title(dossier)
    heading = Heading(
        _("Opt-out dossier"),
        title,
        f"{title}, {request.place.label}",
        _("A request not to take part in %(program)s, step by step.")
        % {"program": as_of.program.name},
    )
    return frame_of(as_of, heading, permalink(as_of, site_url, path), dossier_words())


def lead(dossier: Dossier) -> str:
    """How long it took and how it ended, in one or two sentences."""
    request = dossier.request
    said = {
        "began": date_text(request.first.on) if request.first.on else _("Date unknown"),
        "ended": date_text(request.last.on) if request.last.on else _("Date unknown"),
        "outcome": word_label("opt_out", request.last.word),
    }
    story = _("Begun: %(began)s. Last step: %(ended)s: %(outcome)s.") % said
    if request.days is None:
        return story
    waited = ngettext(
        "From the first step to the last answer: %(days)s day.",
        "From the first step to the last answer: %(days)s days.",
        request.days,
    )
    return f"{story} {waited % {'days': number_text(request.days)}}"


def _summary(dossier: Dossier) -> tuple[Fact, ...]:
    first, last = dossier.request.first, dossier.request.last
    lines = (
        (_("Asked by"), capfirst(first.by)),
        (_("Asked of"), capfirst(first.to)),
        (_("By what instrument"), instrument_label(first.instrument)),
        (_("Last answer by"), capfirst(last.by) if last is not first else ""),
        (_("Outcome"), word_label("opt_out", last.word)),
    )
    return tuple(Fact(name, value) for name, value in lines if value)


def _steps(dossier: Dossier, numbers: dict[str, int], notes: Notes) -> tuple[Step, ...]:
    steps = dossier.request.steps
    before: list[FactRow | None] = [None, *steps[:-1]]
    return tuple(
        _step(dossier, step, previous, entry_of(step, numbers, notes))
        for step, previous in zip(steps, before, strict=True)
    )


def _step(dossier: Dossier, step: FactRow, previous: FactRow | None, entry: Entry) -> Step:
    span = standing_after(dossier, step)
    return Step(
        entry=entry,
        by=capfirst(step.by),
        to=capfirst(step.to),
        instrument=instrument_label(step.instrument),
        waited=_waited(previous, step),
        position=label(span.position),
        position_colour=colour_of("position", span.position),
        status=label(span.status),
        status_colour=colour_of("status", span.status),
        rested_on=stood_sentence(step),
    )


def _waited(previous: FactRow | None, step: FactRow) -> str:
    if previous is None:
        return ""
    days = days_between(previous, step)
    if days is None:
        return _("Days since the step before: not known, a date is not known to the day")
    said = ngettext(
        "%(days)s day after the step before", "%(days)s days after the step before", days
    )
    return said % {"days": number_text(days)} if days else _("The same day as the step before")


def _map(as_of: AsOf, dossier: Dossier) -> Picture:
    boundaries, place = boundaries_of(as_of), dossier.request.place
    own = standing_after(dossier, dossier.request.last).status.value
    state = [g for g in boundaries.places if lies_in(g, place.state_geoid)]
    values = {g: own if lies_in(g, place.geoid) else "" for g in state}
    alt = _("Map of %(state)s with %(place)s filled in the color of its status.") % {
        "state": place.state_name,
        "place": place.spoken_name,
    }
    return Picture(area_map(boundaries, values, chosen=place.geoid), alt, place.label)


def dossier_words() -> dict[str, str]:
    """The headings of a dossier."""
    return {
        **place_words(),
        "summary": _("In short"),
        "steps": _("Step by step"),
        "by": pgettext("sender", "From"),
        "to": _("To"),
        "instrument": pgettext("instrument", "By"),
        "position_then": _("Federal position on this day"),
        "status_then": _("Status of the place after it"),
        "place": _("Place"),
    }
