"""Where steps belong in their thread: a number that puts them in the order of time.

A step never takes effect before the step above it in its own thread (status-rules, "The facts"), so
a step that is found late may not simply take the next number: it takes one between two others,
which keep theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from jurisdictions.record.changing.order import Stand, between, misplaced, surely_before
from jurisdictions.status.dates import PartialDate

Cells = Mapping[str, str]
Row = TypeVar("Row", bound=Cells)
NOUGHT = Decimal(0)


def place_for(step: Cells, steps: Sequence[Cells]) -> int:
    """Where a step belongs among others: above the first that it surely came before."""
    on = _on(step)
    after = (place for place, one in enumerate(steps) if surely_before(on, _on(one)))
    return next(after, len(steps))


def numbers_for(
    new: Sequence[Cells], old: Sequence[Cells], last: Decimal = NOUGHT
) -> Iterator[Decimal]:
    """The number of each new step among those on record, which are given in their order.

    One behind all others has a number above `last`, the highest that was ever given.
    """
    whole = list(old)
    for step in new:
        place = place_for(step, whole)
        below = Decimal(whole[place]["seq"]) if place < len(whole) else None
        above = Decimal(whole[place - 1]["seq"]) if place else NOUGHT
        above = above if below else max(above, last)
        number = between(above, below)
        whole.insert(place, {**step, "seq": str(number)})
        yield number


def number_again(step: Cells, others: Sequence[Cells]) -> Decimal | None:
    """Another number for a step whose day changed, if it fits no longer where it stands."""
    thread = {str(place): _stand(one) for place, one in enumerate(others)}
    if misplaced("", {**thread, "": _stand(step)}) is None:
        return None
    return next(numbers_for([step], others))


def in_time(written: Sequence[tuple[int, Row]]) -> list[tuple[int, Row]]:
    """Numbered steps as they were written, but for those that surely came before the one above."""
    ordered: list[tuple[int, Row]] = []
    for one in written:
        ordered.insert(place_for(one[1], [cells for _number, cells in ordered]), one)
    return ordered


def _stand(step: Cells) -> Stand:
    return Stand(Decimal(step["seq"]), _on(step))


def _on(step: Cells) -> PartialDate | None:
    return PartialDate.parse(step["on"]) if step.get("on") else None
