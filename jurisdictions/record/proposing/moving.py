"""Proposals of the time when a late step took over the number of another: they are asked anew."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from jurisdictions.record.changing.wishes import CORRECT, RECORD, WishDraft, kind_of
from jurisdictions.record.faults import Fault, Refused


def refuse_older_moves(kept: Sequence[WishDraft]) -> None:
    """Raise Refused when wishes would let steps on record say what others of their thread said.

    Only such wishes record a step that has no name of its own yet, beside corrections of its
    thread (docs/decisions/0010): carried out today, the names of those steps would mean others.
    """
    recorded = {
        _thread(wish)
        for wish in kept
        if wish.action == RECORD and _in_steps(wish) and not wish.cells.get("step_id")
    }
    corrected = {_thread(wish) for wish in kept if wish.action == CORRECT and _in_steps(wish)}
    if moved := sorted(recorded & corrected):
        said = _("was proposed when steps took over each other's numbers: ask for it anew")
        raise Refused([Fault("", 0, "", thread, said) for thread in moved])


def _in_steps(wish: WishDraft) -> bool:
    kind = kind_of(wish)
    return bool(kind and kind.in_steps and wish.name)


def _thread(wish: WishDraft) -> str:
    return wish.name.rpartition(":")[0]
