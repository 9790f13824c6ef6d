"""What a program's section on the page of a place shows, gathered from reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.http import QueryDict

from jurisdictions.read.comparisons import recorded_beside
from jurisdictions.read.known_later.of_place import learned_of
from jurisdictions.read.place_records import facts_seen, span_at, with_places
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow, StatusRow
from jurisdictions.read.said import (
    NoteRow,
    Said,
    replies_beside,
    with_replies,
)
from jurisdictions.read.statuses import StatusFilter, status_of, status_rows
from jurisdictions.read.timelines import timeline_of
from jurisdictions.render.pictures.locator import CELLS, Locator, locator
from jurisdictions.render.pictures.timeline_svg import drawn_picture
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.dimensions import dimensions_of, periods_of
from jurisdictions.render.programs.in_short import InShort, in_short
from jurisdictions.render.programs.place import OwnPart, own_part
from jurisdictions.render.programs.why import came_out_text, known_later_line, why_line
from jurisdictions.render.words.drawn import drawn_of
from jurisdictions.render.words.figures import FigureGroup, figure_groups
from jurisdictions.render.words.grounds import Ground, grounds_of
from jurisdictions.render.words.known_later import known_then_text, learned_text
from jurisdictions.render.words.notes import notes_of
from jurisdictions.render.words.threads import Step, acts_of, by_time
from jurisdictions.status.programs import rule_of
from jurisdictions.web.charts.of_place import place_charts
from jurisdictions.web.map.drawn import boundaries_of
from jurisdictions.web.place.members import members_of
from jurisdictions.web.place.periods import periods_table
from jurisdictions.web.site.addresses import kept_of
from jurisdictions.web.site.take.place import place_offers

FIGURE = "reported_figure"


@dataclass(frozen=True, slots=True)
class Told:
    """What place/section.html reads, and what the page itself has to know of it."""

    context: dict[str, object]
    status: StrEnum
    in_short: InShort
    sources: int
    rows: Sequence[StatusRow]

    def map_of_state(self, as_of: AsOf, place: PlaceRow) -> Locator | None:
        """The small map, which only the section that leads shows."""
        shown = boundaries_of(as_of)
        return locator(shown, self.rows, place.state_geoid, place.geoid, CELLS)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of the section: all that count, and how its parts divide them."""

    all: Sequence[FactRow]
    told: list[FactRow]
    steps: Sequence[Step]
    acts: Sequence[FactRow]
    groups: Sequence[FigureGroup]

    @property
    def shown(self) -> list[FactRow]:
        """Those that stand on the page one by one, in its order."""
        figures = [fact for group in self.groups for fact, _beside in group.figures]
        return [*(step.fact for step in self.steps), *self.acts, *figures]


def _facts(as_of: AsOf, facts: Sequence[FactRow], elsewhere: Container[str]) -> _Facts:
    """Divided; those of the kinds told `elsewhere` are no steps."""
    told = [fact for fact in facts if fact.kind != FIGURE]
    beside = ((fact, recorded_beside(as_of, fact)) for fact in facts if fact.kind == FIGURE)
    return _Facts(facts, told, by_time(told, elsewhere), acts_of(told), figure_groups(beside))


def section_context(as_of: AsOf, place: PlaceRow, query: QueryDict, first: int, said: Said) -> Told:
    """Everything that place/section.html reads, for a day and an edition.

    `first` is the number of its first source.
    """
    spans = [with_places(span, as_of) for span in timeline_of(as_of, place.geoid)]
    span = span_at(spans, as_of.on)
    own = own_part(as_of, place, span)
    facts = _facts(as_of, with_replies(facts_seen(as_of, place, spans), said.replies), own.told)
    reasons = [fact for fact in span.reasons if fact.kind not in own.told]
    notes = notes_of([*own.cited, *reasons, *facts.shown], first)
    short = in_short(as_of, place, spans)
    dimensions = dimensions_of(span, own.decided, own.without_entry)
    rows = status_rows(as_of, StatusFilter(level="county", states=(place.state,)), "name")
    members, kept = [row.geoid for row in rows] if place.is_state else [], kept_of(query)
    happened = len(facts.steps) + own.entries + len(facts.acts)
    counts = len(spans), len(facts.all), happened
    context: dict[str, object] = {
        "place": place,
        "in_short": short,
        "more": own.more,
        "own": own,
        **_standing(as_of, place, span, own, facts.told),
        "dimensions": dimensions,
        "periods": periods_table(place, periods_of(spans, span), dimensions, kept),
        **_learned(as_of, place),
        **_through_time(as_of, spans, span, own, facts.told),
        "steps": facts.steps,
        "acts": facts.acts,
        "happened_number": len(facts.steps) + own.entries,
        "figures": facts.groups,
        "notes": notes,
        "replies": replies_beside(place, said.replies, facts.shown),
        "said": _said(said.notes, facts.shown),
        **_around(as_of, place),
        **place_charts(as_of, place, kept),
        **_members(as_of, place, own, kept, rows),
        "take": place_offers(query, place, counts, members),
        **own.context,
    }
    return Told(context, span.status, short, len(notes.sources), rows)


def _standing(
    as_of: AsOf, place: PlaceRow, span: SpanRow, own: OwnPart, told: Sequence[FactRow]
) -> dict[str, object]:
    """How the place stands on the day, since when, and why."""
    return {
        "span": span,
        "why": why_line(span, place, as_of),
        "known_later": known_later_line(span, told),
        **_why(own.grounds or grounds_of(span.reasons, place, as_of.on)),
        "since": span.since_on,
    }


def _learned(as_of: AsOf, place: PlaceRow) -> dict[str, object]:
    """What one could know of the place on the day, and what became public later."""
    learned = learned_of(as_of, place.geoid)
    return {
        "known_then": known_then_text(as_of, learned),
        "learned": [
            (learned_text(one), [came_out_text(fact, as_of) for fact in one.facts])
            for one in learned
        ],
    }


def _through_time(
    as_of: AsOf, spans: Sequence[SpanRow], span: SpanRow, own: OwnPart, told: Sequence[FactRow]
) -> dict[str, object]:
    """The ways to other days, the periods, the picture."""
    picture = drawn_picture(spans, drawn_of(told) if own.drawn is None else own.drawn, as_of.on)
    return {
        "earlier": span.start - timedelta(days=1) if span.start else None,
        "later": span.end,
        "picture": picture,
        "axis": picture.height - 26,
        "hatch_label": part_of(as_of.program.slug, "map_words").hatch_label(),
    }


def _members(
    as_of: AsOf, place: PlaceRow, own: OwnPart, kept: Mapping[str, str], rows: Sequence[StatusRow]
) -> dict[str, object]:
    """The jurisdictions of the state: counted, of a state as a list."""
    return {
        "counts": _by_status(as_of, rows),
        "members": members_of(as_of, rows, own.columns, kept) if place.is_state and rows else None,
    }


def _why(grounds: Sequence[Ground]) -> dict[str, list[Ground]]:
    """What decided here, and the federal acts that every place shares."""
    acts = [one for one in grounds if one.fact and one.fact.kind == "policy_event"]
    return {"grounds": [one for one in grounds if one not in acts], "frame": acts}


def _said(
    notes: Sequence[NoteRow], facts: Sequence[FactRow]
) -> list[tuple[NoteRow, FactRow | None]]:
    """The public notes, each with the fact of this page that it is about."""
    by_name = {fact.name: fact for fact in facts}
    return [(note, by_name.get(note.fact)) for note in notes]


def _around(as_of: AsOf, place: PlaceRow) -> dict[str, object]:
    """The state around a county, and how it stands itself."""
    if place.is_state:
        return {}
    return {
        "around": places_of(as_of).get(place.state_geoid),
        "around_row": status_of(as_of, place.state_geoid),
    }


def _by_status(as_of: AsOf, rows: Sequence[StatusRow]) -> list[tuple[StrEnum, int]]:
    counted = Counter(row.status for row in rows)
    statuses = rule_of(as_of.program.slug).STATUSES
    return [(status, counted[status]) for status in statuses if counted[status]]
