"""Steps that came before others of their thread: those that came after move up by a number.

A step never takes effect before the step above it in its own thread (status-rules, "The facts"), so
a step that is found late may not simply take the next number. Each number keeps its fact; what the
facts say moves, as corrections that a reviewer sees one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.read.keeping.history_rows import FactNow
from jurisdictions.record.changing.order import surely_before
from jurisdictions.record.changing.wishes import CORRECT, RECORD, WishDraft
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.kinds import KINDS
from jurisdictions.status.dates import PartialDate

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Thread:
    """A request or an agreement of a place, with the steps that are on record, in order."""

    kind: str
    key: str
    geoid: str
    steps: Sequence[FactNow]


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step of the form: its number there, from 1, and what it says."""

    number: int
    cells: Cells


def place_for(step: Cells, steps: Sequence[Cells]) -> int:
    """Where a step belongs among others: above the first that it surely came before."""
    on = _on(step)
    after = (place for place, one in enumerate(steps) if surely_before(on, _on(one)))
    return next(after, len(steps))


def _on(step: Cells) -> PartialDate | None:
    return PartialDate.parse(step["on"]) if step.get("on") else None


def inserted(thread: Thread, new: Sequence[NewStep], first: int) -> list[tuple[int, WishDraft]]:
    """Wishes for new steps of a thread, each with its number in the form; 0 for one that moves.

    `first` is the number for the first step behind those on record. Raises Refused when a step
    would move of which another source says otherwise: what it says is told of that number.
    """
    kind, old = thread.kind, thread.steps
    whole: list[Cells] = [step.cells for step in old]
    numbers = [0] * len(old)
    for step in new:
        place = place_for(step.cells, whole)
        whole.insert(place, step.cells)
        numbers.insert(place, step.number)
    wishes = list(_corrections(kind, old, whole, numbers))
    column = KINDS[kind].keyed_by[0]
    behind = zip(numbers[len(old) :], whole[len(old) :], strict=True)
    for seq, (number, cells) in enumerate(behind, first):
        identity = {"geoid": thread.geoid, column: thread.key, "seq": str(seq)}
        wishes.append((number, WishDraft(RECORD, kind, cells=_said(cells) | identity)))
    return wishes


def _corrections(
    kind: str, old: Sequence[FactNow], whole: Sequence[Cells], numbers: Sequence[int]
) -> Iterator[tuple[int, WishDraft]]:
    """What the facts on record say from now on, where that is something else."""
    fixed = {"geoid", *KINDS[kind].keyed_by}
    columns = [column.name for column in KINDS[kind].columns if column.name not in fixed]
    for fact, cells, number in zip(old, whole, numbers, strict=False):
        if cells is fact.cells:
            continue
        if fact.contradictions:
            said = _("came before a step of which another source says otherwise; that cannot move")
            raise Refused([Fault(KINDS[kind].file, max(numbers), "on", "", said)])
        told = {name: cells.get(name, "") for name in columns}
        yield number, WishDraft(CORRECT, kind, fact.name, told, fact.base)


def _said(cells: Cells) -> dict[str, str]:
    return {name: text for name, text in cells.items() if text}
