"""A program's rule, run for many places: tracks that a state's places share are folded once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from jurisdictions.models import Program
from jurisdictions.publish.programs import Loaded, publishing_of
from jurisdictions.publish.rows import Rows
from jurisdictions.status.program import Tracks
from jurisdictions.status.programs import rule_of
from jurisdictions.status.timeline import Span, spans_of

__all__ = ["Span", "derive", "load_facts"]


def load_facts(program: Program, last_change: int, states: Collection[str] | None = None) -> Loaded:
    """The program's facts as of a change; `states` limits the places to these and theirs."""
    rows = Rows(program.pk, last_change, states)
    return publishing_of(program.slug).load(rows)


def derive(
    program: str,
    loaded: Loaded,
    places: Collection[str] | None = None,
    known_on: date | None = None,
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The spans of each place (all, or these), perhaps as known on a day; states come first."""
    rule = rule_of(program)
    shared: dict[str, Tracks] = {}
    for geoid, parent in loaded.parents.items():
        if places is not None and geoid not in places:
            continue
        seen = loaded.seen(geoid)
        if known_on is not None:
            seen = rule.known_facts(seen, known_on)
        tracks: Tracks = rule.tracks_of(seen, shared.get(parent))
        if parent and tracks.lends:
            shared.setdefault(parent, tracks)
        yield geoid, spans_of(tracks)
