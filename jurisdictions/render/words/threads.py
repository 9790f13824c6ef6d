"""The facts of a place as its page tells them: thread by thread, each in order of time."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.labels import KINDS
from jurisdictions.status.programs.secure_communities.vocabulary import Effect

NAMED = frozenset(
    {"activation", "agreement", "opt_out", "local_measure", "policy_event", "reported_figure"}
)
"""Kinds that have a thread of their own, or are no story."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A heading and the facts below it; `folded`: the frame of the story, not its own facts."""

    title: str
    facts: tuple[FactRow, ...]
    folded: bool = False


def threads_of(facts: Iterable[FactRow], left_out: Container[str] = frozenset()) -> list[Thread]:
    """Activation, agreement, each opt-out request, local measures, other kinds, federal acts.

    Reported figures are no story and are left to their table; so are the kinds that are left out.
    """
    ordered = sorted(
        (fact for fact in facts if fact.kind not in left_out),
        key=lambda fact: (fact.effective_on or date.max, fact.seq),
    )
    others = dict.fromkeys(fact.kind for fact in ordered if fact.kind not in NAMED)
    told = [
        Thread(_("Activation"), _of_kind(ordered, "activation")),
        Thread(_("The state's agreement with ICE"), _of_kind(ordered, "agreement")),
        *_requests(_of_kind(ordered, "opt_out")),
        Thread(_("Local measures"), _of_kind(ordered, "local_measure")),
        *(Thread(_(KINDS[kind]), _of_kind(ordered, kind)) for kind in others),
        Thread(_("Federal acts that changed the rules"), _effective_acts(ordered), folded=True),
    ]
    return [thread for thread in told if thread.facts]


def _of_kind(facts: Iterable[FactRow], kind: str) -> tuple[FactRow, ...]:
    return tuple(fact for fact in facts if fact.kind == kind)


def _effective_acts(facts: Iterable[FactRow]) -> tuple[FactRow, ...]:
    return tuple(f for f in facts if f.kind == "policy_event" and f.word != Effect.CONTEXT)


def _requests(steps: tuple[FactRow, ...]) -> list[Thread]:
    """One thread for each request, named by who made it."""
    threads = dict.fromkeys(step.thread for step in steps)
    return [_request(tuple(step for step in steps if step.thread == thread)) for thread in threads]


def _request(steps: tuple[FactRow, ...]) -> Thread:
    steps = tuple(sorted(steps, key=lambda step: step.seq))
    title = (
        _("Request not to take part: %(by)s") % {"by": steps[0].by}
        if steps[0].by
        else _("Request not to take part")
    )
    return Thread(title, steps)
