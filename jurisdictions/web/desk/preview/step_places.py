"""Where a step would stand among the others of its thread, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from django.utils.translation import gettext as _

from jurisdictions.read.keeping.threads import Thread, threads_now
from jurisdictions.record.changing.wishes import CORRECT, RECORD
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.status.kinds import THREADS

Cells = Mapping[str, str]


class Wished(Protocol):
    """A wish, however it is kept."""

    @property
    def action(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def cells(self) -> Cells: ...


def places_told(wishes: Sequence[Wished], program: str) -> list[str]:
    """For each wish: between which steps it puts one; "" where it puts none before another."""
    named = [_named(wish) for wish in wishes]
    threads = threads_now({thread for thread, _name in filter(None, named)}, program)
    steps = {thread: dict(found) for thread, found in threads.items()}
    for wish, one in zip(wishes, named, strict=True):
        if one:
            thread, name = one
            before = steps.setdefault(thread, {}).get(name, {})
            steps[thread][name] = {**before, **wish.cells}
    return [
        _told(wish, one[1], steps[one[0]]) if one else ""
        for wish, one in zip(wishes, named, strict=True)
    ]


def _named(wish: Wished) -> tuple[Thread, str] | None:
    """The thread and the name of a step that a wish puts somewhere."""
    cells = wish.cells
    if wish.action not in {RECORD, CORRECT} or wish.kind not in THREADS or "seq" not in cells:
        return None
    if wish.name:
        return (wish.kind, wish.name.split(":")[1]), wish.name
    thread = cells[THREADS[wish.kind]]
    return (wish.kind, thread), f"{wish.kind}:{thread}:{cells['step_id']}"


def _told(wish: Wished, name: str, steps: Mapping[str, Cells]) -> str:
    ordered = sorted(steps, key=lambda one: Decimal(steps[one]["seq"]))
    at = ordered.index(name)
    above, below = ordered[:at][-1:], ordered[at + 1 :][:1]
    # Numbered as lists show the thread without it.
    around = [
        _step_told(wish.kind, place, steps[one])
        for place, one in enumerate((*above, *below), max(at, 1))
    ]
    if wish.action == CORRECT:
        return _moved(around, bool(above), bool(below))
    if not below:
        return ""
    if not above:
        return _("Inserted before %(step)s.") % {"step": around[0]}
    return _("Inserted between %(one)s and %(other)s.") % {"one": around[0], "other": around[1]}


def _moved(around: Sequence[str], above: bool, below: bool) -> str:
    if above and below:
        told = {"one": around[0], "other": around[1]}
        return _("Moves in its thread: from now on between %(one)s and %(other)s.") % told
    if below:
        return _("Moves in its thread: from now on before %(step)s.") % {"step": around[0]}
    if above:
        return _("Moves in its thread: from now on behind %(step)s.") % {"step": around[0]}
    return ""


def _step_told(kind: str, place: int, cells: Cells) -> str:
    """A step as a sentence names it: "step 2 (Refused, May 2011)"."""
    return _("step %(number)d (%(step)s)") % {"number": place, "step": fact_title(kind, cells)}
