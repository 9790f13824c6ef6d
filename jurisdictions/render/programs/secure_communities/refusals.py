"""Whether a place could say no, in one sentence: who asked, how often, what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.programs.secure_communities.sharing import Asked, Told
from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.fact_days import beginning_a_line, fact_day
from jurisdictions.status.programs.secure_communities.vocabulary import OptOutStepKind

OUTCOMES: Mapping[str, str] = {
    OptOutStepKind.REFUSED.value: noop("the answer was no%(said)s"),
    OptOutStepKind.OVERRIDDEN.value: noop("the program went ahead all the same%(said)s"),
    OptOutStepKind.GRANTED.value: noop("it was let out%(said)s"),
    OptOutStepKind.WITHDRAWN.value: noop("the request was withdrawn%(said)s"),
    OptOutStepKind.LAPSED.value: noop("the request ended without a decision%(said)s"),
}
LAST_REFUSAL = noop("the last answer was no%(said)s")
TIMES: Mapping[int, str] = {2: noop("twice"), 3: noop("three times"), 4: noop("four times")}
_AT_THE_END = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is said: who asked, when first, who answered, when, what the government held."""

    asked_by: bool = True
    asked_on: bool = True
    answered_by: bool = True
    answered_on: bool = True
    denied: bool = True


FROM_MOST = (
    Detail(),
    Detail(asked_on=False),
    Detail(asked_by=False),
    Detail(asked_by=False, asked_on=False),
    Detail(asked_by=False, asked_on=False, answered_on=False),
    Detail(asked_by=False, asked_on=False, answered_by=False),
    Detail(asked_by=False, asked_on=False, answered_by=False, answered_on=False),
    Detail(False, False, False, False, False),
)


def refusals(told: Told, state: str) -> Iterator[tuple[str, bool]]:
    """The sentence in its variants, from the one that says most; whether the rest may be full.

    `state` is the name of the state around the place, as within a sentence.
    """
    limited = _limited(told)
    if limited:
        yield f"{_refusal(told, state, FROM_MOST[0])} {limited}", True
        yield f"{_refusal(told, state, FROM_MOST[0])} {limited}", False
    for detail in FROM_MOST:
        said = _refusal(told, state, detail)
        yield said, True
        yield said, False


def _refusal(told: Told, state: str, detail: Detail) -> str:
    if told.own.requests:
        return _asked(_("It asked %(times)snot to take part%(said)s"), {}, told.own, detail)
    if told.chose:
        said = {"said": _said(told.chose, detail.asked_by, detail.asked_on), "state": state}
        if told.state.requests:
            return _("It chose to take part%(said)s, though %(state)s asked not to.") % said
        return _("It chose to take part%(said)s.") % said
    if told.state.requests:
        asking = _("%(state)s asked %(times)snot to take part%(said)s")
        return beginning_a_line(_asked(asking, {"state": state}, told.state, detail))
    denied = _denied(told) if detail.denied else ""
    return " ".join(filter(None, (_nobody_asked(told.own, detail), denied)))


def _nobody_asked(own: Asked, detail: Detail) -> str:
    if own.inquiries:
        said = {"said": _said(own.inquiries[0], detail.asked_by, detail.asked_on)}
        return _("It asked about leaving%(said)s; no request to leave is on record.") % said
    return _("No request not to take part is on record.")


def _denied(told: Told) -> str:
    if told.denied is None:
        return ""
    return _("The federal government said that taking part was not optional (%(day)s).") % {
        "day": date_text(told.denied)
    }


def _asked(asking: str, named: Mapping[str, str], asked: Asked, detail: Detail) -> str:
    """`asking` with how often and by whom, then each outcome in turn."""
    number = len(asked.requests)
    said = _said(asked.requests[0], detail.asked_by, detail.asked_on, first=number > 1)
    told = [asking % {**named, "times": f"{_times(number)} " if number > 1 else "", "said": said}]
    runs = [list(run) for _word, run in groupby(asked.answers, key=lambda fact: fact.word)]
    outcomes = [_outcome(run, detail) for run in runs]
    if asked.open:
        outcomes.append(
            _("the last request has no answer on record")
            if outcomes
            else _("no answer is on record")
        )
    return "; ".join([*told, *([_(", then ").join(outcomes)] if outcomes else [])]) + "."


def _outcome(run: Sequence[FactRow], detail: Detail) -> str:
    """What answers of one word say: the last of them by name and day."""
    word = run[-1].word
    text = LAST_REFUSAL if word == OptOutStepKind.REFUSED and len(run) > 1 else OUTCOMES[word]
    return _(text) % {"said": _said(run[-1], detail.answered_by, detail.answered_on)}


def _said(fact: FactRow, by: bool, on: bool, *, first: bool = False) -> str:
    """Who and when in brackets, with a space before; what the name itself has in some is left out.

    `first`: there are others after it.
    """
    day = fact_day(fact) if on and fact.on else ""
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
    return _("A local measure limits ICE's detainers (%(day)s).") % {"day": fact_day(told.limited)}
