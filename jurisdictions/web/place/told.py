"""What a program's section on the page of a place shows, gathered from reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.http import QueryDict

from jurisdictions.read.comparisons import recorded_beside
from jurisdictions.read.place_records import facts_seen, span_at, with_places
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, StatusRow
from jurisdictions.read.said import (
    NoteRow,
    notes_on,
    replies_beside,
    replies_on,
    with_replies,
)
from jurisdictions.read.statuses import StatusFilter, status_of, status_rows
from jurisdictions.read.timelines import timeline_of
from jurisdictions.render.pictures.locator import locator
from jurisdictions.render.pictures.timeline_svg import drawn_picture
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.dimensions import dimensions_of, periods_of
from jurisdictions.render.programs.in_short import InShort, in_short
from jurisdictions.render.programs.place import own_part
from jurisdictions.render.programs.why import known_later_line, why_line
from jurisdictions.render.words.drawn import drawn_of
from jurisdictions.render.words.figures import figure_groups
from jurisdictions.render.words.grounds import Ground, grounds_of
from jurisdictions.render.words.notes import notes_of
from jurisdictions.render.words.threads import acts_of, by_time
from jurisdictions.status.programs import rule_of
from jurisdictions.web.map.drawn import boundaries_of
from jurisdictions.web.place.members import members_of
from jurisdictions.web.site.addresses import kept_of
from jurisdictions.web.site.take import place_offers


@dataclass(frozen=True, slots=True)
class Told:
    """What place/section.html reads, and what the page itself has to know of it."""

    context: dict[str, object]
    status: StrEnum
    in_short: InShort
    sources: int


def section_context(as_of: AsOf, place: PlaceRow, query: QueryDict, first: int) -> Told:
    """Everything that place/section.html reads, for a day and an edition.

    `first` is the number of its first source.
    """
    spans = [with_places(span, as_of) for span in timeline_of(as_of, place.geoid)]
    span = span_at(spans, as_of.on)
    own = own_part(as_of, place, span)
    replies = replies_on(as_of, place)
    facts = with_replies(facts_seen(as_of, place, spans), replies)
    told = [fact for fact in facts if fact.kind != "reported_figure"]
    steps, acts = by_time(told, own.told), acts_of(told)
    groups = figure_groups(
        (fact, recorded_beside(as_of, fact)) for fact in facts if fact.kind == "reported_figure"
    )
    figures = [fact for group in groups for fact, _beside in group.figures]
    shown = [*(step.fact for step in steps), *acts, *figures]
    rows = status_rows(as_of, StatusFilter(level="county", states=(place.state,)), "name")
    picture = drawn_picture(spans, drawn_of(told) if own.drawn is None else own.drawn, as_of.on)
    members = [row.geoid for row in rows] if place.is_state else []
    reasons = [fact for fact in span.reasons if fact.kind not in own.told]
    notes = notes_of([*own.cited, *reasons, *shown], first)
    short = in_short(as_of, place, spans)
    context: dict[str, object] = {
        "place": place,
        "span": span,
        "in_short": short,
        "why": why_line(span, place, as_of),
        "known_later": known_later_line(span, told),
        "more": own.more,
        "own": own,
        **_why(own.grounds or grounds_of(span.reasons, place, as_of.on)),
        "since": span.since_on,
        "dimensions": dimensions_of(span, own.decided, own.without_entry),
        "earlier": span.start - timedelta(days=1) if span.start else None,
        "later": span.end,
        "periods": periods_of(spans, span),
        "picture": picture,
        "axis": picture.height - 26,
        "hatch_label": part_of(as_of.program.slug, "map_words").hatch_label(),
        "steps": steps,
        "acts": acts,
        "happened_number": len(steps) + own.entries + len(acts),
        "figures": groups,
        "notes": notes,
        "replies": replies_beside(place, replies, shown),
        "said": _said(as_of, place, shown),
        "take": place_offers(query, place, (len(spans), len(facts)), members),
        "counts": _by_status(as_of, rows),
        "locator": locator(boundaries_of(as_of), rows, place.state_geoid, place.geoid),
        **_around(as_of, place),
        "members": members_of(as_of, rows, own.columns, kept_of(query)) if members else None,
        **own.context,
    }
    return Told(context, span.status, short, len(notes.sources))


def _why(grounds: Sequence[Ground]) -> dict[str, list[Ground]]:
    """What decided here, and the federal acts that every place shares."""
    acts = [one for one in grounds if one.fact and one.fact.kind == "policy_event"]
    return {"grounds": [one for one in grounds if one not in acts], "frame": acts}


def _said(
    as_of: AsOf, place: PlaceRow, facts: Sequence[FactRow]
) -> list[tuple[NoteRow, FactRow | None]]:
    """The public notes, each with the fact of this page that it is about."""
    by_name = {fact.name: fact for fact in facts}
    return [(note, by_name.get(note.fact)) for note in notes_on(as_of, place.geoid)]


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
