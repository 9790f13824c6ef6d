"""The facts of a place as its page tells them: thread by thread, each in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.status.programs.secure_communities.vocabulary import Effect


@dataclass(frozen=True, slots=True)
class Thread:
    """A heading and the facts below it."""

    title: str
    facts: tuple[FactRow, ...]


def threads_of(facts: Iterable[FactRow]) -> list[Thread]:
    """Activation, agreement, each opt-out request, local measures, federal acts, if any.

    Reported figures are no story and are left to their table.
    """
    ordered = sorted(facts, key=lambda fact: (fact.effective_on or date.max, fact.seq))
    told = [
        Thread(_("Activation"), _of_kind(ordered, "activation")),
        Thread(_("The state's agreement with ICE"), _of_kind(ordered, "agreement")),
        *_requests(_of_kind(ordered, "opt_out")),
        Thread(_("Local measures"), _of_kind(ordered, "local_measure")),
        Thread(_("Federal acts that changed the rules"), _effective_acts(ordered)),
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
