"""What the page of a place shows, gathered from reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

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
from jurisdictions.read.sources import source_of
from jurisdictions.read.statuses import StatusFilter, member_count, status_of, status_rows
from jurisdictions.read.timelines import timeline_of
from jurisdictions.render.pictures.locator import locator
from jurisdictions.render.pictures.timeline_svg import timeline_picture
from jurisdictions.render.programs.dimensions import dimensions_of
from jurisdictions.render.programs.why import known_later_line, why_line
from jurisdictions.render.words.figures import figure_groups
from jurisdictions.render.words.grounds import grounds_of
from jurisdictions.render.words.lives import life_lines
from jurisdictions.render.words.notes import notes_of
from jurisdictions.render.words.threads import threads_of
from jurisdictions.status.programs.secure_communities.vocabulary import Status
from jurisdictions.web.map.drawn import boundaries_of
from jurisdictions.web.site.take import place_offers


def place_context(as_of: AsOf, place: PlaceRow, query: QueryDict) -> dict[str, object]:
    """Everything that place/page.html reads, for a day and an edition."""
    spans = [with_places(span, as_of) for span in timeline_of(as_of, place.geoid)]
    span = span_at(spans, as_of.on)
    replies = replies_on(as_of, place)
    facts = with_replies(facts_seen(as_of, place, spans), replies)
    told = [fact for fact in facts if fact.kind != "reported_figure"]
    threads = threads_of(told)
    groups = figure_groups(
        (fact, recorded_beside(as_of, fact)) for fact in facts if fact.kind == "reported_figure"
    )
    figures = [fact for group in groups for fact, _beside in group.figures]
    shown = [fact for thread in threads for fact in thread.facts]
    rows = status_rows(as_of, StatusFilter(level="county", states=(place.state,)), "name")
    picture = timeline_picture(spans, told, as_of.on)
    members = [row.geoid for row in rows] if place.is_state else []
    return {
        "place": place,
        "lives": life_lines(place),
        "lives_source": source_of(as_of, place.validity_source),
        "span": span,
        "why": why_line(span, place),
        "grounds": grounds_of(span.reasons, place, as_of.on),
        "known_later": known_later_line(span, told),
        "since": span.since_on,
        "sharing": span.sharing_since if span.sharing_since != span.since_on else None,
        "dimensions": dimensions_of(span),
        "earlier": span.start - timedelta(days=1) if span.start else None,
        "later": span.end,
        "spans": spans,
        "picture": picture,
        "axis": picture.height - 26,
        "threads": threads,
        "figures": groups,
        "notes": notes_of([*span.reasons, *shown, *figures]),
        "replies": replies_beside(place, replies, [*shown, *figures]),
        "said": _said(as_of, place, [*shown, *figures]),
        "take": place_offers(query, place, (len(spans), len(facts)), members),
        "member_count": member_count(as_of, place.state_geoid),
        "counts": _by_status(rows),
        "locator": locator(boundaries_of(as_of), rows, place.state_geoid, place.geoid),
        **({"members": rows} if place.is_state else _around(as_of, place)),
    }


def _said(
    as_of: AsOf, place: PlaceRow, facts: Sequence[FactRow]
) -> list[tuple[NoteRow, FactRow | None]]:
    """The public notes, each with the fact of this page that it is about."""
    by_name = {fact.name: fact for fact in facts}
    return [(note, by_name.get(note.fact)) for note in notes_on(as_of, place.geoid)]


def _around(as_of: AsOf, place: PlaceRow) -> dict[str, object]:
    """The state around a county, and how it stands itself."""
    return {
        "around": places_of(as_of).get(place.state_geoid),
        "around_row": status_of(as_of, place.state_geoid),
    }


def _by_status(rows: Sequence[StatusRow]) -> list[tuple[Status, int]]:
    counted = Counter(row.status for row in rows)
    return [(status, counted[status]) for status in Status if counted[status]]
