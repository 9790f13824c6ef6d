"""What the author of an upload answered, beside the places: kept with the upload as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jurisdictions.record.uploads.sourcing import SourceAnswers
from jurisdictions.record.written_dates import Order


@dataclass(frozen=True, slots=True)
class Answers:
    """`orders`: of day and month, by column. `words`: of the record for written ones, by column.

    `sources`: what was said of written sources, and of the rows that name none.
    """

    orders: Mapping[str, Order] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: SourceAnswers = field(default_factory=SourceAnswers)

    @classmethod
    def kept(cls, told: Mapping[str, Any]) -> Answers:
        """The answers as an upload keeps them."""
        whole: Mapping[str, Any] = told.get("source", {})
        return cls(
            orders=told.get("orders", {}),
            words=told.get("words", {}),
            sources=SourceAnswers(
                written=told.get("sources", {}),
                whole=str(whole.get("written", "")),
                locator=str(whole.get("locator", "")),
                same=bool(whole.get("same", False)),
            ),
        )
