"""What happened under Secure Communities, in words: who was activated, who asked to be left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from django.utils.translation import ngettext

from jurisdictions.read.happened.between import Days
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.render.words import happened as plain
from jurisdictions.render.words.counted import counted
from jurisdictions.render.words.stood import stood_sentence
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    OptOutStepKind,
)

SIGNED = {AgreementStepKind.SIGNED, AgreementStepKind.SIGNED_BY_STATE}
LEFT = {AgreementStepKind.SUSPENDED_BY_STATE, AgreementStepKind.ENDED_BY_STATE}
REFUSED = {OptOutStepKind.REFUSED, OptOutStepKind.OVERRIDDEN}


def happening_text(happening: Happening) -> str:
    """What the record has of it, and between which federal acts that was."""
    told, row = plain.happening_text(happening), happening.row
    rested_on = stood_sentence(row) if isinstance(row, FactRow) and not happening.ended else ""
    return f"{told} {rested_on}".rstrip()


def sentence(as_of: AsOf, asked: Days, found: Sequence[Happening]) -> str:
    """How many were activated and where, who signed, who objected, what the government did."""
    return plain.joined(as_of, asked, list(_parts(asked, found)))


def _parts(asked: Days, found: Sequence[Happening]) -> Iterator[str]:
    if activated := [o for o in found if o.what is FactKind.ACTIVATION and not o.ended]:
        yield _activated(activated, asked)
    told: tuple[tuple[int, Callable[[int], str]], ...] = (
        (_steps(found, FactKind.AGREEMENT, SIGNED), _signed),
        (_steps(found, FactKind.AGREEMENT, LEFT), _left),
        (_steps(found, FactKind.OPT_OUT, {OptOutStepKind.REQUESTED}), _requests),
        (_steps(found, FactKind.OPT_OUT, REFUSED), _refusals),
        (sum(one.what is FactKind.POLICY_EVENT for one in found), _acts),
    )
    for number, text in told:
        if number:
            yield text(number) % {"number": counted(number)}


def _activated(activated: Sequence[Happening], asked: Days) -> str:
    number, states = len(activated), len({one.state for one in activated})
    said = {"number": counted(number), "states": _states(states) % {"number": counted(states)}}
    if asked.states:
        return ngettext("one place activated", "%(number)s places activated", number) % said
    return (
        ngettext(
            "one place activated in %(states)s",
            "%(number)s places activated in %(states)s",
            number,
        )
        % said
    )


def _states(number: int) -> str:
    return ngettext("one state or territory", "%(number)s states and territories", number)


def _steps(found: Sequence[Happening], kind: FactKind, words: AbstractSet[str]) -> int:
    return sum(
        one.what is kind and isinstance(one.row, FactRow) and one.row.word in words for one in found
    )


def _signed(number: int) -> str:
    return ngettext("one state agreement signed", "%(number)s state agreements signed", number)


def _left(number: int) -> str:
    return ngettext(
        "one state suspended or ended its agreement",
        "%(number)s times a state suspended or ended its agreement",
        number,
    )


def _requests(number: int) -> str:
    return ngettext("one request not to take part", "%(number)s requests not to take part", number)


def _refusals(number: int) -> str:
    return ngettext("one request refused", "%(number)s requests refused", number)


def _acts(number: int) -> str:
    return ngettext("one federal act", "%(number)s federal acts", number)
