"""The facts of a place as its page tells them: thread by thread, each in order of time."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.fact_days import fact_day
from jurisdictions.render.words.labels import KINDS
from jurisdictions.render.words.own_labels import own
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.vocabulary import NO_EFFECT

NO_THREADS = frozenset({FactKind.POLICY_EVENT, FactKind.REPORTED_FIGURE, FactKind.EXPLANATION})
"""Kinds that have a thread of their own for all programs, or are no story."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A heading and the facts below it; `folded`: the frame of the story, not its own facts."""

    title: str
    facts: tuple[FactRow, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A fact in order of time; `about` is what began its thread, which is told before it.

    `of` names that: "Request of May 18, 2010".
    """

    fact: FactRow
    about: FactRow | None = None
    of: str = ""


def by_time(facts: Iterable[FactRow], left_out: Container[str] = frozenset()) -> tuple[Step, ...]:
    """The facts of a place from first to last, undated ones at the end; no figures, no acts."""
    ordered = sorted(
        (fact for fact in facts if fact.kind not in left_out and fact.kind not in NO_THREADS),
        key=lambda fact: (fact.effective_on or date.max, fact.thread, fact.seq),
    )
    named: Mapping[str, str] = own("THREADS_OF")
    begun: dict[tuple[str, str], FactRow] = {}
    for fact in sorted(ordered, key=lambda fact: fact.seq):
        if fact.kind in named and fact.thread:
            begun.setdefault((fact.kind, fact.thread), fact)
    return tuple(_step(fact, begun.get((fact.kind, fact.thread)), named) for fact in ordered)


def _step(fact: FactRow, first: FactRow | None, named: Mapping[str, str]) -> Step:
    if first is None or first is fact:
        return Step(fact)
    return Step(fact, first, _(named[fact.kind]) % {"day": fact_day(first)})


def acts_of(facts: Iterable[FactRow]) -> tuple[FactRow, ...]:
    """The federal acts among them that changed the rules, first to last."""
    acts = (fact for fact in facts if fact.kind == "policy_event" and fact.word != NO_EFFECT)
    return tuple(sorted(acts, key=lambda fact: fact.effective_on or date.max))


def threads_of(facts: Iterable[FactRow], left_out: Container[str] = frozenset()) -> list[Thread]:
    """The kinds of the program in its order, each thread of some; other kinds; federal acts.

    Reported figures are no story and are left to their table; so are the kinds that are left out.
    """
    ordered = sorted(
        (fact for fact in facts if fact.kind not in left_out),
        key=lambda fact: (fact.effective_on or date.max, fact.seq),
    )
    titles: dict[str, str] = own("THREADS")
    kinds = dict.fromkeys(
        (*titles, *(fact.kind for fact in ordered if fact.kind not in NO_THREADS))
    )
    told = [
        *(thread for kind in kinds for thread in _told(kind, _of_kind(ordered, kind), titles)),
        Thread(_("Federal acts that changed the rules"), _effective_acts(ordered), folded=True),
    ]
    return [thread for thread in told if thread.facts]


def _told(kind: str, facts: tuple[FactRow, ...], titles: Mapping[str, str]) -> list[Thread]:
    """The facts of a kind in one thread, or each thread of theirs, named by who began it."""
    title, named = titles.get(kind) or KINDS[kind], own("THREADS_BY").get(kind, "")
    if not named:
        return [Thread(_(title), facts)]
    found = [
        tuple(sorted((f for f in facts if f.thread == thread), key=lambda step: step.seq))
        for thread in dict.fromkeys(fact.thread for fact in facts)
    ]
    heads = [_(named) % {"by": steps[0].by} if steps[0].by else _(title) for steps in found]
    return [
        Thread(_dated(head, steps[0]) if heads.count(head) > 1 else head, steps)
        for head, steps in zip(heads, found, strict=True)
    ]


def _dated(head: str, first: FactRow) -> str:
    """Who asked more than once has a day in each heading."""
    return _("%(title)s, %(day)s") % {"title": head, "day": fact_day(first)}


def _of_kind(facts: Iterable[FactRow], kind: str) -> tuple[FactRow, ...]:
    return tuple(fact for fact in facts if fact.kind == kind)


def _effective_acts(facts: Iterable[FactRow]) -> tuple[FactRow, ...]:
    return tuple(f for f in facts if f.kind == "policy_event" and f.word != NO_EFFECT)
