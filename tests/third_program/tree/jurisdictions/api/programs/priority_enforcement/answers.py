"""What the API says of the nation under the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import is_county
from jurisdictions.status.programs.priority_enforcement.vocabulary import Position, Status

STANDING = ("status",)


def nation(as_of: AsOf) -> dict[str, Any]:
    """How many county equivalents had each status, and the position."""
    spans = list(spans_on(as_of))
    found = Counter(span.status for span in spans if is_county(span.geoid))
    return {
        "position": spans[0].position if spans else Position.SILENT,
        "jurisdictions": {"total": found.total()},
        "by_status": {status.value: found[status] for status in Status},
    }


def reach(as_of: AsOf) -> dict[str, Any]:
    """The program has ended: its record is whole."""
    del as_of
    return {}


def beside(as_of: AsOf) -> Callable[[str], dict[str, Any]]:
    """Spans tell all of a place."""
    del as_of
    return lambda _geoid: {}
