"""Wishes -> plans: each is read against the record as it stands, many in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from jurisdictions.models import Program
from jurisdictions.models.standing import Standing, standing_facts, text_of
from jurisdictions.record.cells import Known
from jurisdictions.record.changing.disputes import plan_contradictions
from jurisdictions.record.changing.known import known_to
from jurisdictions.record.changing.order import without_disorder
from jurisdictions.record.changing.referring import disagreeing
from jurisdictions.record.changing.serving import region_of_standing, region_told
from jurisdictions.record.changing.steps import identified
from jurisdictions.record.changing.vouching import needs_source
from jurisdictions.record.changing.wishes import (
    CONTRADICT,
    CORRECT,
    RECORD,
    RETRACT,
    Plan,
    Plans,
    Read,
    WishDraft,
    fault_of,
    kind_of,
)
from jurisdictions.record.changing.wishes_together import (
    with_places_of_sources,
    without_refused_sources,
    without_twins,
)
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import SOURCES
from jurisdictions.record.rows import Draft, draft_of
from jurisdictions.status.geoids import NATION


@dataclass(frozen=True, slots=True)
class _Record:
    """What the wishes are read against: how facts stand, and how those now gone were seen."""

    known: Known
    before: Mapping[str, Standing]
    seen: Mapping[str, Standing]
    decided: bool


def plan_wishes(
    program: Program, wishes: Sequence[WishDraft], at: datetime, *, decided: bool = False
) -> Plans:
    """A plan for each wish, and every fault.

    To record what is on record, and to correct or retract what is not, is refused; unless somebody
    has `decided`, knowing how the facts stand now: then the one corrects and the other records.
    """
    named = identified(program, wishes)
    wishes = [n if isinstance(n, WishDraft) else w for n, w in zip(named, wishes, strict=True)]
    before = standing_facts(program.pk, [wish.name for wish in wishes if wish.name])
    seen = _as_seen(program, wishes, before) if decided else {}
    known = known_to(program, wishes, [*before.values(), *seen.values()], at.date())
    drafts = [_draft(wish, known) for wish in named]
    names = [name for _draft_, name, _faults in drafts if name not in before]
    before |= standing_facts(program.pk, names)
    record = _Record(known, before, seen, decided)
    read = [
        _read(wish, name, draft, faults, record)
        for wish, (draft, name, faults) in zip(wishes, drafts, strict=True)
    ]
    read = without_disorder(program, without_twins(read))
    read = plan_contradictions(program, wishes, read, before, known, decided=decided)
    return Plans(tuple(with_places_of_sources(without_refused_sources(wishes, read))))


def _as_seen(
    program: Program, wishes: Sequence[WishDraft], before: Mapping[str, Standing]
) -> dict[str, Standing]:
    gone: dict[int, list[str]] = defaultdict(list)
    for wish in wishes:
        if wish.action == CORRECT and wish.base and wish.name not in before:
            gone[wish.base].append(wish.name)
    return {
        name: standing
        for base, names in gone.items()
        for name, standing in standing_facts(program.pk, names, after=base).items()
    }


def _draft(wish: WishDraft | Fault, known: Known) -> tuple[Draft | None, str, tuple[Fault, ...]]:
    """The draft of a fact to be recorded, its public name, and its faults."""
    if isinstance(wish, Fault):
        return None, "", (wish,)
    kind = kind_of(wish)
    if wish.action != RECORD or kind is None:
        return None, wish.name, ()
    draft, faults = _read_cells(kind, wish.cells, wish, known)
    return draft, f"{kind.kind.value}:{draft.key}" if draft else "", faults


def _read_cells(
    kind: Kind, cells: Mapping[str, str], wish: WishDraft, known: Known
) -> tuple[Draft | None, tuple[Fault, ...]]:
    missing = {c.name: "" for c in kind.columns if c.filled and c.name not in cells}
    draft, faults = draft_of(kind, {**cells, **missing}, known, row=wish.row)
    names = {column.name for column in kind.columns}
    strange = [
        Fault(kind.file, wish.row, name, "", _("is no column of this kind of fact"))
        for name in wish.cells
        if name not in names
    ]
    for name, reason in disagreeing(kind.kind, draft.values, known) if draft else ():
        strange.append(fault_of(wish, reason, name, str(cells.get(name, ""))))
    found = (*faults, *strange)
    return (None if found else draft), found


@dataclass(frozen=True, slots=True)
class _Case:
    """One wish with all that bears on it."""

    wish: WishDraft
    kind: Kind
    name: str
    draft: Draft | None
    faults: tuple[Fault, ...]
    record: _Record

    @property
    def before(self) -> Standing | None:
        return self.record.before.get(self.name)


def _read(
    wish: WishDraft, name: str, draft: Draft | None, faults: tuple[Fault, ...], record: _Record
) -> Read:
    kind = kind_of(wish)
    if kind is None:
        said = wish.name.partition(":")[0] or wish.kind
        return (Fault("", wish.row, "kind", said, _("is no kind of fact")),)
    if wish.action not in READERS:
        return (fault_of(wish, _("is nothing that can be done to a fact"), "action", wish.action),)
    return READERS[wish.action](_Case(wish, kind, name, draft, faults, record))


def _record(case: _Case) -> Read:
    kind, draft = case.kind, case.draft
    if draft is None:
        return case.faults
    if case.before is None:
        cells = {column: text for column, text in _texts(kind, draft).items() if text}
        return Plan(
            case.wish,
            kind,
            case.name,
            _places(kind, draft, None, case.record.known),
            None,
            cells,
            draft,
        )
    if kind is SOURCES and isinstance(same := _correct(case), Plan) and not same.changes:
        # Another proposal brought it meanwhile, word for word.
        return same
    if not case.record.decided:
        return (fault_of(case.wish, _("is on record: correct it"), "", case.name),)
    return _correct(case)


def _correct(case: _Case) -> Read:
    seen = case.before or case.record.seen.get(case.name)
    if seen is None:
        return (fault_of(case.wish, _("is not on record")),)
    kind = case.kind
    cells = {**seen.cells, **case.wish.cells}
    if cells.get("source") != seen.cells.get("source"):
        # The page and the words that were named are of the source before.
        before = ("locator", "quote")
        cells |= {name: "" for name in before if name in cells and name not in case.wish.cells}
    draft, faults = _read_cells(kind, cells, case.wish, case.record.known)
    if draft is None:
        return faults
    if f"{kind.kind.value}:{draft.key}" != case.name:
        return (fault_of(case.wish, _("would become another fact"), "", case.name),)
    old = case.before.cells if case.before else {}
    changed = _other(_texts(kind, draft), old)
    places = _places(kind, draft, case.before, case.record.known)
    changes = bool(changed)
    if needs_source(kind, _other(_texts(kind, draft), seen.cells)):
        if not case.wish.cells.get("source"):
            said = _("is needed: a value changes, name the source that says the new one")
            return (Fault(kind.file, case.wish.row, "source", "", said),)
        # It was named for the new value, though it may be the one that was cited before.
        changed["source"] = draft.source
    return Plan(case.wish, kind, case.name, places, case.before, changed, draft, changes=changes)


def _other(texts: Mapping[str, str], old: Mapping[str, str]) -> dict[str, str]:
    """The cells that are not as they were."""
    return {name: text for name, text in texts.items() if text != old.get(name, "")}


def _retract(case: _Case) -> Read:
    before = case.before
    if before is None and not case.record.decided:
        return (fault_of(case.wish, _("is not on record")),)
    there = region_of_standing(before, case.record.known.regions) if before else ""
    places = frozenset({there} - {""})
    return Plan(case.wish, case.kind, case.name, places, before, {}, changes=before is not None)


def _later(case: _Case) -> Read:
    """What a source says otherwise is read once the facts themselves are."""
    del case
    return ()


READERS: Mapping[str, Callable[[_Case], Read]] = {
    RECORD: _record,
    CORRECT: _correct,
    RETRACT: _retract,
    CONTRADICT: _later,
}


def _texts(kind: Kind, draft: Draft) -> dict[str, str]:
    """The cells of a draft as its file would have them."""
    support = {"source": draft.source, "locator": draft.locator, "quote": draft.quote}
    return {
        column.name: text_of(draft.values[column.target]) if column.target else support[column.name]
        for column in kind.columns
        if not column.target or column.target in draft.values
    }


def _places(kind: Kind, draft: Draft, before: Standing | None, known: Known) -> frozenset[str]:
    """Where the fact was and where it will be: to move it concerns both."""
    there = region_told(kind.kind.value, draft.values, known.regions)
    now = NATION if kind.about.national else there
    then = region_of_standing(before, known.regions) if before else ""
    return frozenset({now, then} - {""})
