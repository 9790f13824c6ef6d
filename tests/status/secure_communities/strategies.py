"""Arbitrary records: partial and missing dates, several threads, secrets, ends, crowded days."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import Life
from jurisdictions.status.programs.secure_communities.facts import (
    Activation,
    AgreementStep,
    Facts,
    LocalMeasure,
    OptOutStep,
    OwnFacts,
    PolicyEvent,
)
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)

FIRST, LAST = date(2009, 12, 1), date(2012, 2, 1)

days = st.dates(FIRST, LAST)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A date of any precision, from any year of the calendar, or between two of these."""
    first, *more = draw(one_or_two)
    apart = [one for one in more if one.first_day > first.last_day]
    return first.to(apart[0]) if apart else first


@st.composite
def simple_dates(draw: st.DrawFn) -> PartialDate:
    """A year, a month or a day."""
    day, precision = draw(any_day), draw(one_to_three)
    return PartialDate(*(day.year, day.month, day.day)[:precision])


any_day, one_to_three = st.dates(), st.integers(1, 3)
one_or_two = st.lists(simple_dates(), min_size=1, max_size=2)


def pool() -> list[PartialDate]:
    """Few enough dates that a record is crowded: whole years, months, and days at their edges."""
    years, months = (2010, 2011), (1, 2, 7)
    return [
        *(PartialDate(year) for year in years),
        *(PartialDate(year, month) for year in years for month in months),
        *(
            PartialDate(year, month, day)
            for year in years
            for month in months
            for day in (1, 2, 20)
        ),
        PartialDate(2010, 1, 2, PartialDate(2010, 1, 20)),
        PartialDate(2010, 7, None, PartialDate(2011, 2)),
    ]


# One draw for each date keeps a record of twenty facts cheap. So does that every strategy is made
# once: to make and check one takes as long as ten draws from it.
when = st.sampled_from(pool())
perhaps = st.sampled_from([*pool(), *[None] * 4])
seldom = st.sampled_from([*[None] * 50, *pool()])
not_often = st.sampled_from([*[None] * 20, *pool()])

# Kinds that decide something are drawn as often as all the others together.
measure_kinds = st.sampled_from(
    [*MeasureKind, *[MeasureKind.DETAINER_LIMIT, MeasureKind.OPTS_IN] * 4]
)
outcomes = st.sampled_from([*MeasureOutcome, *[MeasureOutcome.ADOPTED] * 5])
opt_out_kinds = st.sampled_from(OptOutStepKind)
agreement_kinds = st.sampled_from(AgreementStepKind)
four_owners = st.lists(st.booleans(), max_size=4)
five_effects = st.lists(st.sampled_from(Effect), max_size=5)
up_to = {most: st.integers(0, most) for most in range(9)}


def keys(threads: str) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Threads and numbers of steps, each pair once, in any order a file may have them."""
    key = st.tuples(st.sampled_from(threads), st.integers(1, 12))
    return st.lists(key, max_size=6, unique=True)


opt_out_keys, agreement_keys = keys("abyz"), keys("st")


@st.composite
def opt_outs(draw: st.DrawFn) -> tuple[tuple[OptOutStep, ...], tuple[OptOutStep, ...]]:
    """A county's steps and its state's, out of one file."""
    own, states = [], []
    for row, (thread, seq) in enumerate(draw(opt_out_keys)):
        name, kind = f"opt_out:{thread}:{seq}", draw(opt_out_kinds)
        known = draw(seldom)
        step = OptOutStep(name, "", thread, seq, draw(perhaps), kind, known, row)
        (own if thread in "ab" else states).append(step)
    return tuple(own), tuple(states)


@st.composite
def agreement_steps(draw: st.DrawFn) -> tuple[AgreementStep, ...]:
    return tuple(
        AgreementStep(
            f"agreement:{thread}:{seq}",
            "",
            thread,
            seq,
            draw(perhaps),
            draw(agreement_kinds),
            draw(seldom),
            row,
        )
        for row, (thread, seq) in enumerate(draw(agreement_keys))
    )


@st.composite
def measures(draw: st.DrawFn) -> tuple[tuple[LocalMeasure, ...], tuple[LocalMeasure, ...]]:
    """A county's measures and its state's, out of one file."""
    own, states = [], []
    for row, is_own in enumerate(draw(four_owners)):
        found = LocalMeasure(
            f"local_measure:{row}",
            "",
            draw(perhaps),
            draw(measure_kinds),
            draw(outcomes),
            draw(seldom),
            row,
            draw(seldom),
        )
        (own if is_own else states).append(found)
    return tuple(own), tuple(states)


@st.composite
def policy_events(draw: st.DrawFn) -> tuple[PolicyEvent, ...]:
    effects = draw(five_effects)
    if draw(up_to[4]):
        effects.insert(draw(up_to[len(effects)]), Effect.PROGRAM_BEGINS)
    return tuple(
        PolicyEvent(f"policy_event:{row}", draw(perhaps), effect, draw(seldom))
        for row, effect in enumerate(effects)
    )


@st.composite
def activations(draw: st.DrawFn, prefix: str, most: int) -> tuple[Activation, ...]:
    return tuple(
        Activation(
            f"activation:{prefix}{row}",
            f"{prefix}{row}",
            draw(perhaps),
            draw(not_often),
            draw(seldom),
        )
        for row in range(draw(up_to[most]))
    )


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """When a place was; mostly always."""
    first, last = draw(seldom), draw(not_often)
    return Life(*sorted((first, last))) if first and last else Life(first, last)


parts = {
    "opt_outs": opt_outs(),
    "measures": measures(),
    "agreements": agreement_steps(),
    "acts": policy_events(),
    "own": activations("own", 2),
    "members": activations("member", 2),
    "life": lives(),
}


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """All that some county, or some state, may see."""
    own_steps, states_steps = draw(parts["opt_outs"])
    own_measures, states_measures = draw(parts["measures"])
    return Facts(
        own=OwnFacts(draw(parts["own"]), (), own_steps, own_measures),
        state=OwnFacts((), draw(parts["agreements"]), states_steps, states_measures),
        policy_events=draw(parts["acts"]),
        members=draw(parts["members"]),
        life=draw(parts["life"]),
    )
