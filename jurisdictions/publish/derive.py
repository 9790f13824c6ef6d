"""The rule, run for many places: tracks that a state's places share are folded once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from jurisdictions.publish.load import Loaded
from jurisdictions.status.facts import ALWAYS
from jurisdictions.status.programs.secure_communities import facts
from jurisdictions.status.programs.secure_communities.activations import while_it_lasts
from jurisdictions.status.programs.secure_communities.disclosure import known_facts
from jurisdictions.status.programs.secure_communities.rule import VERSION, Tracks, tracks_of
from jurisdictions.status.timeline import Span, spans_of

__all__ = ["VERSION", "Span", "derive"]


def derive(
    loaded: Loaded, places: Collection[str] | None = None, known_on: date | None = None
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The spans of each place (all, or these), perhaps as known on a day; states come first."""
    members = _members(loaded)
    shared: dict[str, Tracks] = {}
    for geoid, parent in loaded.parents.items():
        if places is not None and geoid not in places:
            continue
        seen = facts.Facts(
            own=loaded.own.get(geoid, facts.NO_FACTS),
            state=loaded.own.get(parent, facts.NO_FACTS) if parent else facts.NO_FACTS,
            policy_events=loaded.policy_events,
            members=tuple(members[geoid]),
            life=loaded.lives.get(geoid, ALWAYS),
        )
        if known_on is not None:
            seen = known_facts(seen, known_on)
        tracks = tracks_of(seen, shared.get(parent))
        if parent and tracks.lends:
            shared.setdefault(parent, tracks)
        yield geoid, spans_of(tracks)


def _members(loaded: Loaded) -> dict[str, list[facts.Activation]]:
    """The activations in each state, in file order; none for any other place."""
    found: dict[str, list[facts.Activation]] = defaultdict(list)
    for geoid, own in loaded.own.items():
        if parent := loaded.parents.get(geoid):
            life = loaded.lives.get(geoid, ALWAYS)
            found[parent] += while_it_lasts(own.activations, life)
    return found
