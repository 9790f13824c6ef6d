"""When a place is a place: outside [valid_from, valid_to) it has no status of its own."""

from __future__ import annotations

from jurisdictions.status.facts import Life
from jurisdictions.status.tracks import Mark, Reason, Track


def existence(life: Life) -> Track[bool]:
    """Whether the place exists, as a track; without days it always does."""
    marks = [
        Mark(on.first_day, exists, (Reason(on.first_day, False, 0, "", on),))
        for on, exists in ((life.valid_from, True), (life.valid_to, False))
        if on is not None
    ]
    return Track(life.valid_from is None, marks)
