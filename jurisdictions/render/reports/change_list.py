"""Changes between two days, told state by state: who, from what to what, why, since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.briefings import Change
from jurisdictions.read.rows import FactRow
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.parts import Mark
from jurisdictions.render.reports.telling import marks_of
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.fact_days import short_fact_day
from jurisdictions.render.words.labels import label, word_label
from jurisdictions.render.words.notes import Notes
from jurisdictions.status.kinds import OF_AGENCIES, FactKind
from jurisdictions.status.vocabulary import NO_EFFECT

OF_ONE = frozenset({FactKind.ACTIVATION, *OF_AGENCIES})
"""Kinds of which each place, or each agency, has its own."""
WHOLE = 12
"""From so many places on that changed alike the names are given after their number."""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Places of one state that changed alike, for the same reason, on the same day."""

    before: str
    before_colour: str
    after: str
    after_colour: str
    since: str
    why: str
    count: str
    names: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class StateChanges:
    """A state and what changed in it."""

    name: str
    count: str
    groups: tuple[ChangeGroup, ...]


def changes_by_state(changes: Iterable[Change], notes: Notes) -> tuple[StateChanges, ...]:
    """The changes, by the name of their state and the day of the change."""
    ordered = sorted(changes, key=lambda one: (one.place.state_name, *_alike(one)))
    found = []
    for state, group in groupby(ordered, key=lambda one: one.place.state_name):
        of_state = list(group)
        found.append(StateChanges(state, count_text(len(of_state)), _groups(of_state, notes)))
    return tuple(found)


def count_text(number: int) -> str:
    """How many jurisdictions changed."""
    return ngettext("%(number)s jurisdiction", "%(number)s jurisdictions", number) % {
        "number": number_text(number)
    }


def _alike(change: Change) -> tuple[str, str, str, str]:
    """What tells groups apart; facts of two places may have come to the same, as on one day."""
    since = change.since.isoformat() if change.since else ""
    told = dict.fromkeys(map(_came_to, change.reasons))
    return since, change.before, change.after, " ".join(told)


def _came_to(fact: FactRow) -> str:
    """What a fact is, where those of two places may be the same; else its name."""
    return f"{fact.kind} {fact.word} {fact.on}" if fact.kind in OF_ONE else fact.name


def _groups(changes: list[Change], notes: Notes) -> tuple[ChangeGroup, ...]:
    return tuple(_group(list(group), notes) for _key, group in groupby(changes, key=_alike))


def _group(changes: list[Change], notes: Notes) -> ChangeGroup:
    one = changes[0]
    facts = one.reasons
    marks = {mark.number: mark for fact in facts for mark in marks_of(fact, notes)}
    return ChangeGroup(
        before=label(one.before),
        before_colour=colour_of("status", one.before),
        after=label(one.after),
        after_colour=colour_of("status", one.after),
        since=date_text(one.since_on) if one.since_on else "",
        why="; ".join(dict.fromkeys(_reason(fact) for fact in facts)),
        count=number_text(len(changes)) if len(changes) >= WHOLE else "",
        names=", ".join(
            place.plain
            for place in sorted((change.place for change in changes), key=attrgetter("sort_name"))
        ),
        marks=tuple(marks.values()),
    )


def _reason(fact: FactRow) -> str:
    if fact.kind == "policy_event" and fact.title and fact.word != NO_EFFECT:
        return fact.title
    said = word_label(fact.kind, fact.word)
    if fact.by:
        return _("%(what)s (%(by)s)") % {"what": said, "by": fact.by}
    return f"{said}, {short_fact_day(fact)}" if fact.on else said


def deciding_facts(changes: Iterable[Change]) -> list[FactRow]:
    """The facts that the list of changes names, for the numbering of their sources."""
    return [
        fact
        for change in sorted(changes, key=lambda one: (one.place.state_name, *_alike(one)))
        for fact in change.reasons
    ]
