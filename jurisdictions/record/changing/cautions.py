"""What an author and a reviewer should look at again before a change; nothing is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.models import PolicyEvent, Program, Source
from jurisdictions.models.standing import in_parts
from jurisdictions.record.changing.wishes import Plan
from jurisdictions.record.kinds import POLICY_EVENT, SOURCES
from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.programs import federal_of, packages

PROVED = ("on", "activated_on", "deactivated_on", "as_of")
"""The days that a source proves: nobody can have written of them before."""
WITHIN = (*PROVED, "disclosed_on")
"""The days that lie within the life of a program."""
_SPANISH = "_es"


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look at again: of which fact, in which column, in which row of a file."""

    fact: str
    column: str
    reason: str
    row: int = 0


def cautions_of(program: Program, plans: Sequence[Plan]) -> tuple[Caution, ...]:
    """Every caution of some plans, in their order. Four queries at most, and one for each 500."""
    changing = [plan for plan in plans if plan.changes]
    published = _published(changing)
    life = _life(program) if changing else None
    found: list[Caution] = []
    for plan in changing:
        found += _too_early(plan, published)
        found += _outside(plan, life)
        found += _stale(plan)
    return tuple(found)


def _too_early(plan: Plan, published: Mapping[str, PartialDate]) -> Iterator[Caution]:
    """A source that was published before the day that it is to prove."""
    key = plan.contradiction.source if plan.contradiction else ""
    if plan.draft and plan.kind.cited and _tells_days(plan):
        key = plan.draft.source
    day = published.get(key)
    if day is None:
        return
    for column, proved in _days(plan, PROVED):
        if day.last_day < proved.first_day:
            said = _(
                "its source was published on %(published)s, before %(day)s: it cannot have told "
                "what had not happened"
            )
            told = said % {"published": day, "day": proved}
            yield Caution(plan.name, column, told, plan.wish.row)


def _outside(plan: Plan, life: tuple[date, date] | None) -> Iterator[Caution]:
    """A day before the program was announced, or after it ended for the last time."""
    if life is None or plan.kind in (POLICY_EVENT, SOURCES) or not plan.kind.cited:
        return
    first, last = life
    for column, day in _days(plan, WITHIN):
        if day.last_day < first or day.first_day > last:
            said = _(
                "%(day)s lies outside the life of the program, %(first)s to %(last)s: a digit may "
                "be wrong, or another program meant"
            )
            told = {"day": day, "first": first.isoformat(), "last": last.isoformat()}
            yield Caution(plan.name, column, said % told, plan.wish.row)


def _stale(plan: Plan) -> Iterator[Caution]:
    """A text that changes in English while its Spanish stays as it was."""
    before = plan.before.cells if plan.before else {}
    for column in plan.cells:
        spanish = f"{column}{_SPANISH}"
        if before.get(spanish) and spanish not in plan.cells and plan.cells[column]:
            said = _("the English changes and the Spanish stays as it was: “%(spanish)s”")
            told = said % {"spanish": before[spanish]}
            yield Caution(plan.name, spanish, told, plan.wish.row)


def _tells_days(plan: Plan) -> bool:
    """Whether the plan says a day, or another source for the days that stand."""
    return plan.before is None or "source" in plan.cells or any(c in PROVED for c in plan.cells)


def _days(plan: Plan, columns: Sequence[str]) -> Iterator[tuple[str, PartialDate]]:
    """The days that the fact will hold where the plan says them; what a source says otherwise."""
    if plan.contradiction:
        if plan.contradiction.field in columns and (day := _day(plan.contradiction.values["said"])):
            yield plan.contradiction.field, day
        return
    values = plan.draft.values if plan.draft else {}
    told = set(values) if _tells_days(plan) else set(plan.cells)
    for column in columns:
        if column in told and isinstance(day := values.get(column), PartialDate):
            yield column, day


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(str(text))
    except NotADate:
        return None


def _published(plans: Sequence[Plan]) -> dict[str, PartialDate]:
    """When the sources were published that the plans cite, on record or new with them."""
    keys = {plan.draft.source for plan in plans if plan.draft and plan.kind.cited}
    keys |= {plan.contradiction.source for plan in plans if plan.contradiction}
    found: dict[str, PartialDate] = {}
    for part in in_parts(sorted(keys - {""})):
        current = Source.objects.current().filter(key__in=part)
        found |= {one.key: one.published_on for one in current if one.published_on}
    for plan in plans:
        if plan.kind is SOURCES and plan.draft:
            day = plan.draft.values.get("published_on")
            if isinstance(day, PartialDate):
                found[plan.draft.key] = day
    return found


def _life(program: Program) -> tuple[date, date] | None:
    """From the day on which the program was announced to the day on which it last ended."""
    if program.slug not in packages():
        return None
    federal = federal_of(program.slug)
    telling = federal.BEGIN | federal.END
    acts = PolicyEvent.objects.current().filter(fact__program=program, effect__in=telling)
    days = [(act.on, act.effect) for act in acts if act.on]
    if not days:
        return None
    last, effect = max(days, key=lambda one: one[0].first_day)
    ended = effect in federal.END
    return min(day.first_day for day, _effect in days), last.last_day if ended else date.max
