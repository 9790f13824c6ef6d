"""Which step a row of a thread means: the one that it names, or else the one of its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, cast

from django.utils.translation import gettext as _

from jurisdictions.models import AgreementStep, OptOutStep, Program
from jurisdictions.models.base import plain
from jurisdictions.models.standing import in_parts
from jurisdictions.record import cells as read
from jurisdictions.record.changing.wishes import RECORD, WishDraft, fault_of, kind_of
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import KINDS

IN_STEPS = tuple(kind for kind in KINDS.values() if kind.in_steps)
"""The kinds of fact that are told in steps."""
Cells = Mapping[str, str]
Thread = tuple[str, str]
"""The kind of its steps, and its key."""
Step = AgreementStep | OptOutStep


@dataclass(slots=True)
class ThreadNames:
    """The names of a thread's steps: of those that stand, by number, and all that ever were."""

    standing: dict[Decimal, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def meant(self, number: Decimal) -> str:
        """The name of the step that a number means. Raises ValueError when it may mean two.

        It may mean the step that has the number, the one that was called so when it was recorded,
        and the one that lists show at this place. A new step is called by the number that it comes
        with, or the next that was never given.
        """
        said = str(plain(number))
        known = [self.standing.get(number), said if said in self.given else None, self._at(number)]
        found = [name for name in dict.fromkeys(known) if name is not None]
        if len(found) > 1:
            told = _("may mean %(steps)s: write the name of the step into the column step_id")
            raise ValueError(told % {"steps": _(" or ").join(f"“{name}”" for name in found)})
        if found and found[0] not in self.standing.values():
            told = _(
                "is what a step was called that is retracted: write into the column step_id "
                "“%(step)s” to record that one again, or what a new step is called"
            )
            raise ValueError(told % {"step": found[0]})
        if found:
            return found[0]
        return said if said not in self.taken else self._next()

    def _at(self, number: Decimal) -> str | None:
        """The step that stands at a place in the thread, counted from 1."""
        ordered = [self.standing[one] for one in sorted(self.standing)]
        whole = number == number.to_integral_value() and 1 <= number <= len(ordered)
        return ordered[int(number) - 1] if whole else None

    def _next(self) -> str:
        taken = self.given | self.taken
        found = next(one for one in map(str, count(1)) if one not in taken)
        self.taken.add(found)
        return found


def identified(program: Program, wishes: Sequence[WishDraft]) -> list[WishDraft | Fault]:
    """The wishes, each new step with its name; a fault where its number may mean two steps.

    Two queries for every 500 threads of a kind.
    """
    rows = [(_stepped(wish), wish.cells) for wish in wishes]
    names = thread_names(program, rows)
    return [
        _identified(wish, kind, names) if kind else wish
        for wish, (kind, _cells) in zip(wishes, rows, strict=True)
    ]


def _stepped(wish: WishDraft) -> Kind | None:
    """The kind of a wish to record a step; None for any other wish."""
    kind = kind_of(wish)
    return kind if kind and kind.in_steps and wish.action == RECORD else None


def _identified(
    wish: WishDraft, kind: Kind, names: Mapping[Thread, ThreadNames]
) -> WishDraft | Fault:
    if wish.name and not wish.cells.get("step_id"):
        return replace(wish, cells={**wish.cells, "step_id": wish.name.rpartition(":")[2]})
    try:
        return replace(wish, cells=with_step_id(kind, wish.cells, names))
    except ValueError as wrong:
        return fault_of(wish, str(wrong), "seq", wish.cells.get("seq", ""))


def with_step_id(kind: Kind, cells: Cells, names: Mapping[Thread, ThreadNames]) -> Cells:
    """The cells of a row with the name of its step; unchanged where it cannot be told.

    Raises ValueError when the row may mean two steps.
    """
    thread = names.get((kind.kind.value, cells.get(kind.columns[0].name, "")))
    number = _number(cells)
    if cells.get("step_id") or thread is None or number is None:
        return cells
    return {**cells, "step_id": thread.meant(number)}


def thread_names(
    program: Program, rows: Iterable[tuple[Kind | None, Cells]]
) -> dict[Thread, ThreadNames]:
    """The names in the threads of some rows; those that the rows give themselves are taken."""
    found: dict[Thread, ThreadNames] = defaultdict(ThreadNames)
    for kind, cells in rows:
        if kind and (thread := cells.get(kind.columns[0].name)):
            found[kind.kind.value, thread].taken |= {cells.get("step_id", "")}
    for thread_key, step in _versions(program, found):
        if step.superseded_at is None:
            found[thread_key].standing[step.seq] = step.step_id
        found[thread_key].given.add(step.step_id)
    return dict(found)


def _versions(program: Program, threads: Collection[Thread]) -> Iterator[tuple[Thread, Step]]:
    """Every version of every step that was ever in the threads."""
    for kind in IN_STEPS:
        keys = sorted(thread for said, thread in threads if said == kind.kind.value)
        model = cast(Any, kind.model)
        for part in in_parts(keys):
            rows = model.objects.filter(fact__program=program, thread__in=part)
            for step in rows.only("thread", "seq", "step_id", "superseded_at"):
                yield (kind.kind.value, step.thread), step


def _number(cells: Cells) -> Decimal | None:
    try:
        return read.step_number(cells.get("seq", ""), read.Known(date.min))
    except ValueError:
        return None
