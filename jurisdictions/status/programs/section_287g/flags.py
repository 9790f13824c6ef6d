"""The flags that only this program has: agreements that came back, or stayed listed too long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.flags.days import Disputed
from jurisdictions.status.flags.raised import Raised, key_of
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.terms import Term, term_of
from jurisdictions.status.programs.section_287g.vocabulary import Ending


class OwnFlag(StrEnum):
    """The kinds of flag of this program alone."""

    CAME_BACK = "came-back"
    LISTED_AFTER_END = "listed-after-end"


GOES_ON = {Ending.RENEWED, Ending.RELABELED}
"""Ends of an agreement that another one goes on from: nothing was gone."""
LEFT = "missing_from"
"""The column that says from which list on an agreement is missing."""


def came_back(
    agreements: Iterable[AgencyAgreement], disputed: Iterable[Disputed] = ()
) -> Iterator[Raised]:
    """Agreements that left and came back.

    An agency's agreement of a model ended, was neither renewed nor relabeled, and another one of
    the same model began on a later day. Or a list lacked an agreement that the record has without a
    break, because lists before and after it have it.
    """
    found: defaultdict[tuple[str, str], list[tuple[Term, AgencyAgreement]]] = defaultdict(list)
    for one in agreements:
        if term := term_of(one):
            found[one.agency.agency, one.model].append((term, one))
    for of_agency in found.values():
        ordered = sorted(of_agency, key=lambda pair: (pair[0].start, pair[1].name))
        for (term, first), (next_term, then) in pairwise(ordered):
            goes_on = first.ending in GOES_ON or first.superseded_by
            if term.end is None or goes_on or next_term.start <= term.end:
                continue
            assert term.end_on
            yield _raised(
                OwnFlag.CAME_BACK,
                then,
                (first.name, then.name),
                (term.end_on, next_term.start_on),
            )
    yield from (_was_missing(one) for one in disputed if one.field == LEFT and not one.recorded)


def listed_after_end(agreements: Iterable[AgencyAgreement]) -> Iterator[Raised]:
    """Agreements that a list still had after the day on which a source says that they had ended."""
    for one in agreements:
        ended, last = one.ended_on, one.listed_until
        if ended and last and ended.last_day < last.first_day:
            yield _raised(OwnFlag.LISTED_AFTER_END, one, (one.name,), (ended, last))


def _was_missing(one: Disputed) -> Raised:
    days = (PartialDate.parse(one.said),)
    return Raised(
        OwnFlag.CAME_BACK, key_of(OwnFlag.CAME_BACK, one.fact), one.geoid, (one.fact,), days
    )


def _raised(
    kind: OwnFlag, about: AgencyAgreement, facts: tuple[str, ...], days: tuple[PartialDate, ...]
) -> Raised:
    return Raised(
        kind,
        key_of(kind, about.name.partition(":")[2]),
        about.agency.state,
        facts,
        days,
        word=about.model.value,
    )
