"""The national briefing for a day: map, counts, what changed since a second day, and why."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.briefings import Briefing
from jurisdictions.read.known_later.on_day import how_many_later, of_how_many
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.map_legend import statuses_of
from jurisdictions.render.programs import part_of
from jurisdictions.render.reports.area_map import boundaries_of
from jurisdictions.render.reports.change_list import (
    StateChanges,
    changes_by_state,
    deciding_facts,
)
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.frame import Heading, frame_of, permalink
from jurisdictions.render.reports.nation_map import nation_map
from jurisdictions.render.reports.parts import Entry, Frame, Picture, SourceNote
from jurisdictions.render.reports.programs import reporting_of
from jurisdictions.render.reports.telling import entry_of, source_notes
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.known_later import known_later_sentence
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.notes import notes_of


@dataclass(frozen=True, slots=True)
class Tally:
    """A status: how many have it on the day, how many on the earlier one, the difference."""

    label: str
    colour: str
    now: str
    then: str
    change: str


@dataclass(frozen=True, slots=True)
class BriefingReport:
    """What briefing.typ and reports/briefing.html show."""

    frame: Frame
    day: str
    since: str
    lead: str
    earlier: str
    map: Picture
    tallies: tuple[Tally, ...]
    acts: tuple[Entry, ...]
    changed: str
    states: tuple[StateChanges, ...]
    sources: tuple[SourceNote, ...]
    known_later: str


def briefing_report(as_of: AsOf, briefing: Briefing, site_url: str) -> BriefingReport:
    """The briefing in the active language."""
    notes = notes_of([*briefing.acts, *deciding_facts(briefing.changes)])
    counties = len(briefing.changes)
    changed = ngettext(
        "Between the two days %(number)s jurisdiction changed status.",
        "Between the two days %(number)s jurisdictions changed status.",
        counties,
    )
    said, reporting = {"day": date_text(as_of.on)}, reporting_of(as_of.program.slug)
    hatch = part_of(as_of.program.slug, "map_words").HATCH
    lead, earlier = reporting.nation(as_of, briefing.since)
    return BriefingReport(
        frame=_frame(as_of, briefing, site_url),
        day=date_text(as_of.on),
        since=date_text(briefing.since),
        lead=lead,
        earlier=earlier,
        map=Picture(
            nation_map(boundaries_of(as_of), briefing.values, briefing.limited, hatch),
            _("Map of the United States: every jurisdiction by status on %(day)s.") % said,
            reporting.list_words()["hatched"] if briefing.limited else "",
        ),
        tallies=_tallies(as_of, briefing),
        acts=tuple(entry_of(act, {}, notes) for act in briefing.acts),
        changed=changed % {"number": number_text(counties)},
        states=changes_by_state(briefing.changes, notes),
        sources=source_notes(notes),
        known_later=_known_later(as_of),
    )


def _known_later(as_of: AsOf) -> str:
    number = how_many_later(as_of)
    return known_later_sentence(as_of, number, of_how_many(as_of)) if number else ""


def _tallies(as_of: AsOf, briefing: Briefing) -> tuple[Tally, ...]:
    now, then = briefing.now, briefing.then
    return tuple(
        Tally(
            label(status),
            colour_of("status", status),
            number_text(now.get(status, 0)),
            number_text(then.get(status, 0)),
            _signed(now.get(status, 0) - then.get(status, 0)),
        )
        for status in statuses_of(as_of.program.slug)
        if now.get(status) or then.get(status)
    )


def _signed(difference: int) -> str:
    """A difference with its sign: "+12", "−3", "0"."""
    if difference == 0:
        return "0"
    return f"{'+' if difference > 0 else '−'}{number_text(abs(difference))}"


def _frame(as_of: AsOf, briefing: Briefing, site_url: str) -> Frame:
    said = {"day": date_text(as_of.on), "since": date_text(briefing.since)}
    heading = Heading(
        _("National briefing"),
        _("The nation on %(day)s") % said,
        _("The nation on %(day)s, and what changed since %(since)s") % said,
        _("%(program)s: map, counts by status, changes with their reasons.")
        % {"program": as_of.program.name},
    )
    since = {"since": briefing.since.isoformat()}
    link = permalink(as_of, site_url, path_of(as_of.program.slug, "briefing"), since)
    return frame_of(as_of, heading, link, briefing_words())


def briefing_words() -> dict[str, str]:
    """The headings of a briefing."""
    return {
        "counts": _("Jurisdictions by status"),
        "status": _("Status"),
        "change": _("Change"),
        "known_later": _("What became known later"),
        "acts": _("What the federal government did between the two days"),
        "changes": _("What changed, state by state"),
        "no_changes": _("No jurisdiction changed status between the two days."),
        "became": _("became"),
        "why": _("Why"),
    }
