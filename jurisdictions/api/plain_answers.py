"""What the API says of a program that has no `answers` of its own: the nation by status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from jurisdictions.publish.members import dimensions_of
from jurisdictions.read.headlines import headline_on
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import is_county
from jurisdictions.status.programs import rule_of


class PlainAnswers:
    """What an `answers` says."""

    def __init__(self, slug: str) -> None:
        self._statuses = rule_of(slug).STATUSES
        self.STANDING = ("status", *dimensions_of(slug)[1:])

    def nation(self, as_of: AsOf) -> dict[str, Any]:
        """The position, and how many county equivalents have each status."""
        found = Counter(span.status for span in spans_on(as_of) if is_county(span.geoid))
        return {
            "position": headline_on(as_of).position,
            "jurisdictions": {"total": found.total()},
            "by_status": {status.value: found[status] for status in self._statuses},
        }

    def reach(self, as_of: AsOf) -> dict[str, Any]:
        """It rests on no list: its record need not say how far it reaches."""
        del as_of
        return {}

    def beside(self, as_of: AsOf) -> Callable[[str], dict[str, Any]]:
        """Spans tell all of a place."""
        del as_of
        return lambda _geoid: {}
