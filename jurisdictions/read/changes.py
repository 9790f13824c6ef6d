"""Which places changed status between two days, or between what two editions say of a day."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.statuses import StatusFilter, rows_on, status_rows


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A place whose status differs: how it stood, and how it stands.

    `after.since` is the day from which the later status has held; between the two days the status
    may have been others. Why it holds, says `timelines.spans_holding` for many places at once.
    """

    before: StatusRow
    after: StatusRow

    @property
    def geoid(self) -> str:
        """The place."""
        return self.after.geoid


def changes_between(
    then: AsOf, now: AsOf, chosen: StatusFilter | None = None
) -> tuple[ChangeRow, ...]:
    """The places whose status at `now` is not that at `then`, by geoid.

    The filter is about how they stand at `now`. A place that one of two editions does not know is
    left out. No query once the editions were read.
    """
    chosen = chosen or StatusFilter()
    before = {row.geoid: row for row in rows_on(then, chosen.level)}
    return tuple(
        ChangeRow(before[row.geoid], row)
        for row in status_rows(now, chosen)
        if row.geoid in before and before[row.geoid].status is not row.status
    )
