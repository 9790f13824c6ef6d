"""Whether a place could say no, in one sentence: who asked, how often, what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

from jurisdictions.read.programs.secure_communities.sharing import Told
from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.days import date_text, number_text, short_date_text, when_text
from jurisdictions.render.words.fact_days import beginning_a_line, fact_day, short_fact_day
from jurisdictions.status.programs.secure_communities.vocabulary import OptOutStepKind

OUTCOMES: Mapping[str, str] = {
    OptOutStepKind.REFUSED.value: noop("the answer was no%(said)s"),
    OptOutStepKind.OVERRIDDEN.value: noop("the program went ahead anyway%(said)s"),
    OptOutStepKind.GRANTED.value: noop("it was let out%(said)s"),
    OptOutStepKind.WITHDRAWN.value: noop("the request was withdrawn%(said)s"),
    OptOutStepKind.LAPSED.value: noop("the request ended without a decision%(said)s"),
}
LAST_REFUSAL = noop("the last answer was no%(said)s")
TIMES: Mapping[int, str] = {2: noop("twice"), 3: noop("three times"), 4: noop("four times")}
_AT_THE_END = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is said: who asked, when first, when again, who answered, when, what was held.

    `short`: with short names of months, which in Spanish are fewer words.
    """

    asked_by: bool = True
    asked_on: bool = True
    again_on: bool = True
    answered_by: bool = True
    answered_on: bool = True
    denied: bool = True
    short: bool = False


NAMELESS = Detail(asked_by=False, again_on=False)
FROM_MOST = (
    Detail(),
    Detail(again_on=False),
    Detail(asked_by=False),
    NAMELESS,
    replace(NAMELESS, answered_by=False),
    replace(NAMELESS, answered_by=False, answered_on=False),
    replace(NAMELESS, answered_by=False, asked_on=False),
    replace(NAMELESS, answered_on=False, asked_on=False),
    replace(NAMELESS, answered_by=False, answered_on=False, asked_on=False),
    Detail(False, False, False, False, False, False),
)
"""The last loses the days: where they do not fit, they are said with short months before."""


class Refusal(NamedTuple):
    """The sentence; whether the other lines may be `fully` said, and with `short` months.

    `years`: only the years are said in which the program was restored.
    """

    text: str
    fully: bool = False
    short: bool = False
    years: bool = False


def refusals(told: Told, state: str) -> Iterator[Refusal]:
    """The sentence in its variants, from the one that says most.

    `state` is the name of the state around the place, as within a sentence.
    """
    limited = _limited(told)
    if limited:
        said = f"{_refusal(told, state, FROM_MOST[0])} {limited}"
        yield Refusal(said, fully=True)
        yield Refusal(said)
    for detail in FROM_MOST:
        said = _refusal(told, state, detail)
        yield Refusal(said, fully=True)
        yield Refusal(said)
        brief = _refusal(told, state, replace(detail, short=True))
        yield Refusal(brief)
        yield Refusal(brief, short=True)
        if not (detail.asked_by or detail.again_on):
            yield Refusal(said, years=True)
            yield Refusal(brief, short=True, years=True)


def _refusal(told: Told, state: str, detail: Detail) -> str:
    if told.own.requests:
        return _asked(_("It asked %(times)snot to take part%(said)s"), {}, told, detail)
    if told.chose:
        said = {"said": _said(told.chose, detail, detail.asked_by, detail.asked_on), "state": state}
        if told.state.requests:
            return _("It chose to take part%(said)s, though %(state)s asked not to.") % said
        return _("It chose to take part%(said)s.") % said
    if told.state.requests:
        asking = _("%(state)s asked %(times)snot to take part%(said)s")
        return beginning_a_line(_asked(asking, {"state": state}, told, detail))
    denied = _denied(told, detail) if detail.denied else ""
    return " ".join(filter(None, (_nobody_asked(told, detail), denied)))


def _nobody_asked(told: Told, detail: Detail) -> str:
    if inquiries := told.own.inquiries:
        said = {"said": _said(inquiries[0], detail, detail.asked_by, detail.asked_on)}
        return _("It asked about leaving%(said)s; no request to leave is on record.") % said
    if asked := told.members.asked if told.members else 0:
        # Nobody is to read that none was made in the state.
        return ngettext(
            "The state itself made no request on record; one of its jurisdictions asked not to take"
            " part.",
            "The state itself made no request on record; %(number)s of its jurisdictions asked not"
            " to take part.",
            asked,
        ) % {"number": number_text(asked)}
    return _("No request not to take part is on record.")


def _denied(told: Told, detail: Detail) -> str:
    if told.denied is None:
        return ""
    return _("The federal government said that taking part was not optional (%(day)s).") % {
        "day": (short_date_text if detail.short else date_text)(told.denied)
    }


def _asked(asking: str, named: Mapping[str, str], told: Told, detail: Detail) -> str:
    """`asking` with how often and by whom, then what came of it and what was asked again."""
    first, *turns = _turns((told.own if told.own.requests else told.state).steps)
    number = len(first.requests)
    said = _said(first.requests[0], detail, detail.asked_by, detail.asked_on, first=number > 1)
    asked = asking % {**named, "times": f"{_times(number)} " if number > 1 else "", "said": said}
    if not first.answers:
        unanswered = _("no answer is on record")
        return f"{asked}; {unanswered}."
    outcomes = [_outcome(first.answers, told, detail)]
    for turn in turns:
        if turn.requests:
            again = _said(turn.requests[0], detail, by=False, on=detail.again_on)
            outcomes.append(_("it asked again%(said)s") % {"said": again})
        if turn.answers:
            outcomes.append(_outcome(turn.answers, told, detail))
        else:
            outcomes.append(_("no answer is on record"))
    in_turn = _(", then ").join(outcomes)
    return f"{asked}; {in_turn}."


class Turn(NamedTuple):
    """Requests, and the answers of one word that followed them; none where they wait."""

    requests: list[FactRow]
    answers: list[FactRow]


def _turns(steps: Iterable[FactRow]) -> list[Turn]:
    """In order of time from the first request; those between answers of one word are one turn."""
    turns, waiting = [Turn([], [])], list[FactRow]()
    for step in dropwhile(lambda step: step.word != OptOutStepKind.REQUESTED, steps):
        last = turns[-1]
        if step.word == OptOutStepKind.REQUESTED:
            waiting.append(step)
        elif not last.answers or last.answers[-1].word == step.word:
            last.requests.extend(waiting)
            last.answers.append(step)
            waiting = []
        else:
            turns.append(Turn(waiting, [step]))
            waiting = []
    if waiting and not turns[-1].answers:
        turns[-1].requests.extend(waiting)
    elif waiting:
        turns.append(Turn(waiting, []))
    return turns


def _outcome(run: Sequence[FactRow], told: Told, detail: Detail) -> str:
    """What answers of one word say: the last of them by name and day.

    That the program went ahead on the day on which sharing began has been said with that day.
    """
    word = run[-1].word
    text = LAST_REFUSAL if word == OptOutStepKind.REFUSED and len(run) > 1 else OUTCOMES[word]
    began = word == OptOutStepKind.OVERRIDDEN and run[-1].on in told.began
    on = detail.answered_on and not began
    return _(text) % {"said": _said(run[-1], detail, detail.answered_by, on)}


def _said(fact: FactRow, detail: Detail, by: bool, on: bool, *, first: bool = False) -> str:
    """Who and when in brackets, with a space before; what the name itself has in some is left out.

    `first`: there are others after it.
    """
    day = (short_fact_day if detail.short else fact_day)(fact) if on and fact.on else ""
    if day and first:
        day = _("first %(day)s") % {"day": day}
    told = ", ".join(filter(None, (_AT_THE_END.sub("", fact.by) if by else "", day)))
    return f" ({told})" if told else ""


def _times(number: int) -> str:
    if number in TIMES:
        return _(TIMES[number])
    return _("%(number)s times") % {"number": number_text(number)}


def _limited(told: Told) -> str:
    if told.limited is None:
        return ""
    day = fact_day(told.limited)
    if told.limited.ended_on:
        said = _("A local measure limited ICE's detainers (%(day)s); it ended %(when)s.")
        return said % {"day": day, "when": when_text(told.limited.ended_on)}
    return _("A local measure limits ICE's detainers (%(day)s).") % {"day": day}
