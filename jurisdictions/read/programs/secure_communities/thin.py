"""Where the record of agreements is thin: states that were active with none documented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import is_state
from jurisdictions.status.programs.secure_communities.vocabulary import Effect, Status

THIN = Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED


@dataclass(frozen=True, slots=True)
class ThinRecord:
    """Which states are active though no agreement is documented, on the last day it mattered."""

    on: date
    geoids: tuple[str, ...]

    @property
    def states(self) -> int:
        """How many."""
        return len(self.geoids)


def thin_record(as_of: AsOf) -> ThinRecord:
    """States active with no agreement documented, on the day before agreements ended for all.

    From that day on a missing agreement reads as none, and nothing would show that it is missing.
    """
    return _thin_record(replace(as_of, language="", on=date.max))


@kept_once(maxsize=8)
def _thin_record(as_of: AsOf) -> ThinRecord:
    events = policy_events(replace(as_of, language="en"))
    ends = (e.effective_on for e in events if e.word == Effect.AGREEMENTS_ENDED and e.effective_on)
    last = min(ends, default=date.max) - timedelta(days=1)
    states = (s for s in spans_on(replace(as_of, on=last)) if is_state(s.geoid))
    return ThinRecord(last, tuple(s.geoid for s in states if s.status == THIN))
