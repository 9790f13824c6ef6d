"""What wishes would change, tried out: written, derived, and undone; nothing is left behind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.utils.translation import get_language

from jurisdictions.gazetteer.spanish_names import spanish_name
from jurisdictions.models import Jurisdiction, Program, Proposal
from jurisdictions.models.standing import in_parts
from jurisdictions.publish.preview import PlaceDifference, PlaceSpan, Spans, differences
from jurisdictions.record.changing.cautions import Caution, cautions_of
from jurisdictions.record.changing.moments import Outcome, open_change
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.wishes import Plan, Plans, WishDraft
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.proposing.reviews import wishes_of
from jurisdictions.record.proposing.trial import trial
from jurisdictions.status.geoids import is_county, state_of

PREVIEW = "preview"
Turns = dict[date, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class PlaceEffect:
    """A place whose spans would differ, `name` in the reader's language.

    `changed_from`: the first day on which its status or a dimension would be another; None when
    that is so from the beginning, or when only reasons differ. `statuses`: before and after, on
    the program's opening day; None where the place is not on record.
    """

    geoid: str
    name: str
    before: Spans
    after: Spans
    changed_from: date | None
    statuses: tuple[StrEnum | None, StrEnum | None]

    @property
    def other_status(self) -> bool:
        """Whether its status would be another on any day."""
        return _turns(self.before, False) != _turns(self.after, False)


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of each wish, what is wrong, and the places whose spans would differ.

    `cautions`: what an author and a reviewer should look at again.
    """

    outcomes: tuple[tuple[str, Outcome], ...]
    faults: tuple[Fault, ...]
    places: tuple[PlaceEffect, ...]
    spans_changed: int
    cautions: tuple[Caution, ...] = ()


def preview(
    *, program: str, wishes: Sequence[WishDraft], at: datetime, decided: bool = False
) -> Effect:
    """What the wishes would change if they were accepted now; those that are refused are left out.

    `decided`: as if a reviewer decided over facts that changed since. Nobody waits meanwhile.
    """
    with trial():
        found = Program.objects.get(slug=program)
        plans = plan_wishes(found, wishes, at, decided=decided)
        return effect_of(found, wishes, plans, at)


def preview_proposal(*, proposal: int, at: datetime) -> Effect:
    """What accepting an open proposal would change, as the record stands now."""
    found = Proposal.objects.select_related("program").get(pk=proposal)
    return preview(program=found.program.slug, wishes=wishes_of(found), at=at, decided=True)


def cautions_for(*, proposal: int, at: datetime) -> tuple[Caution, ...]:
    """What a reviewer of an open proposal should look at again; without trying it out."""
    found = Proposal.objects.select_related("program").get(pk=proposal)
    plans = plan_wishes(found.program, wishes_of(found), at, decided=True)
    return cautions_of(found.program, plans.made)


def effect_of(program: Program, wishes: Sequence[WishDraft], plans: Plans, at: datetime) -> Effect:
    """What the plans of the wishes come to, written within a trial; who calls undoes it."""
    cautions = cautions_of(program, plans.made)
    moment = open_change(by=PREVIEW, reason=PREVIEW, at=at)
    names = [plan.name if plan else w.name for w, plan in zip(wishes, plans.each, strict=True)]
    try:
        with transaction.atomic():
            ready = [plan for plan in plans.made if not plan.waits_for]
            written = iter(write_plans(ready, program, moment))
    except Refused as refused:
        rejected = tuple((name, Outcome.REJECTED) for name in names)
        return Effect(rejected, (*plans.faults, *refused.faults), (), 0, cautions)
    outcomes = (_outcome(plan, written) for plan in plans.each)
    told = tuple(zip(names, outcomes, strict=True))
    return replace(effect_written(program, told, plans.faults, at), cautions=cautions)


def _outcome(plan: Plan | None, written: Iterator[Outcome]) -> Outcome:
    """What becomes of a wish: what waits for another proposal is recorded once that is accepted."""
    if plan is None:
        return Outcome.REJECTED
    return Outcome.CREATED if plan.waits_for else next(written)


def effect_written(
    program: Program,
    outcomes: tuple[tuple[str, Outcome], ...],
    faults: tuple[Fault, ...],
    at: datetime,
) -> Effect:
    """The effect of what was written in this transaction and is not published yet."""
    found = list(differences(program))
    changed = sum(len(set(one.before) ^ set(one.after)) for one in found)
    return Effect(outcomes, faults, tuple(_effects(program, found, at)), changed)


def _effects(
    program: Program, found: Sequence[PlaceDifference], at: datetime
) -> Iterator[PlaceEffect]:
    names = _names([one.geoid for one in found])
    day = program.opening_on or at.date()
    for one in found:
        yield PlaceEffect(
            one.geoid,
            names.get(one.geoid, one.geoid),
            one.before,
            one.after,
            _first_difference(one.before, one.after),
            (_status_on(one.before, day), _status_on(one.after, day)),
        )


def _first_difference(before: Spans, after: Spans) -> date | None:
    """The first day on which the status or a dimension is another."""
    turns, others = _turns(before, True), _turns(after, True)
    days = sorted(turns.keys() | others.keys())
    for day in days:
        if _at(turns, day) != _at(others, day):
            return None if day == date.min else day
    return None


@dataclass(frozen=True, slots=True)
class StatusTurn:
    """The first day (EDTF, "" from the beginning) of another status: its word before and after.

    A word is "" where the place is not on record.
    """

    day: str
    before: str
    after: str


def first_turn(place: PlaceEffect) -> StatusTurn | None:
    """Where the status of a place would first be another; None when it would not."""
    turns, others = _turns(place.before, False), _turns(place.after, False)
    said = {span.start: span.start_edtf for span in (*place.before, *place.after)}
    for day in sorted(turns.keys() | others.keys()):
        before, after = _at(turns, day), _at(others, day)
        if before != after:
            told = "" if day == date.min else said.get(day) or day.isoformat()
            return StatusTurn(told, *(str(one[0]) if one else "" for one in (before, after)))
    return None


def _turns(spans: Iterable[PlaceSpan], dimensions: bool) -> Turns:
    """The days on which the status, or any dimension too, becomes another, and what it becomes."""
    found: Turns = {}
    last: tuple[object, ...] = ()
    for span in spans:
        holds = span.holds if dimensions else (span.status,)
        if holds != last:
            found[span.start or date.min] = last = holds
    return found


def _at(turns: Turns, day: date) -> tuple[object, ...]:
    return next((turns[start] for start in reversed(turns) if start <= day), ())


def _status_on(spans: Spans, day: date) -> StrEnum | None:
    holding = (span for span in reversed(spans) if span.start is None or span.start <= day)
    return next((span.status for span in holding), None)


def _spanish(geoid: str, name: str, own: str) -> str:
    return spanish_name(name, own, is_state=not is_county(geoid)).title


def _names(geoids: Collection[str]) -> dict[str, str]:
    """Places by name, with the state around them, in the reader's language; as on record last."""
    wanted = list({*geoids, *(state_of(geoid) for geoid in geoids)})
    spanish = get_language() == "es"
    names: dict[str, str] = {}
    for part in in_parts(wanted):
        versions = Jurisdiction.objects.filter(geoid__in=part).order_by("pk")
        for geoid, name, name_es in versions.values_list("geoid", "name", "name_es"):
            names[geoid] = _spanish(geoid, name, name_es) if spanish else name
    return {
        geoid: f"{name}, {names.get(state_of(geoid), '')}" if is_county(geoid) else name
        for geoid, name in names.items()
    }
