"""Wishes that another source be kept beside a fact, because it says otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from jurisdictions.models import Citation, Program
from jurisdictions.models.standing import Standing
from jurisdictions.record.cells import Known
from jurisdictions.record.changing.contradictions import (
    ContradictionDraft,
    facts_named,
    standing_contradictions,
)
from jurisdictions.record.changing.promises import Promise, promises
from jurisdictions.record.changing.serving import Regions, region_of_standing
from jurisdictions.record.changing.wishes import (
    CONTRADICT,
    Plan,
    Read,
    WishDraft,
    fault_of,
    kind_of,
)
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import CONTRADICTION_COLUMNS, CONTRADICTIONS_FILE
from jurisdictions.record.rows import read_cells, too_long

WISHED = tuple(
    column for column in CONTRADICTION_COLUMNS if column.name not in {"fact", "recorded"}
)
"""The cells of such a wish: its fact is its name, and what the record holds is looked up."""
NO_LONGER = {"adjudication": "", "adjudication_es": ""}
"""Why the recorded value stands was said of what the source said before."""
SAID = ("locator", "note", "note_es")
"""What is said of a contradiction beside its fact, field, source and value."""
Key = tuple[str, str, str]


def plan_contradictions(
    program: Program,
    wishes: Sequence[WishDraft],
    read: Sequence[Read],
    before: Mapping[str, Standing],
    known: Known,
    *,
    decided: bool,
) -> list[Read]:
    """The same readings, with a plan or faults for each wish to contradict.

    What is said against a fact that is only proposed waits for it: it can be proposed, and is
    refused once somebody has `decided`.
    """
    disputed = [wish.name for wish in wishes if wish.action == CONTRADICT]
    if not disputed:
        return list(read)
    planned = {one.name: one for one in read if isinstance(one, Plan)}
    absent = [name for name in disputed if name not in before and name not in planned]
    promised = promises(program, absent)
    standing = standing_by_name(program, disputed)
    taken: dict[Key, int] = {}
    told: list[Read] = []
    for wish, one in zip(wishes, read, strict=True):
        kind = kind_of(wish)
        if wish.action == CONTRADICT and kind:
            facts = _Disputed(
                before.get(wish.name),
                planned.get(wish.name),
                promised.get(wish.name),
                known.regions,
            )
            found = _plan(wish, kind, facts, known, decided)
            told.append(found if isinstance(found, tuple) else _compared(found, standing, taken))
        else:
            told.append(one)
    return told


@dataclass(frozen=True, slots=True)
class _Disputed:
    """The fact of a wish: on record, planned by another wish beside it, or proposed elsewhere."""

    before: Standing | None
    planned: Plan | None
    promised: Promise | None
    regions: Regions

    @property
    def is_lost(self) -> bool:
        """Whether there is nothing to say otherwise of: it is nowhere, or to be retracted."""
        if self.planned:
            return self.planned.draft is None
        return self.before is None and self.promised is None

    @property
    def cells(self) -> dict[str, str]:
        """The fact as it will stand."""
        told = (self.promised, self.before, self.planned)
        return {name: text for one in told if one for name, text in one.cells.items()}

    @property
    def places(self) -> frozenset[str]:
        """Where the fact is."""
        if self.planned:
            return self.planned.places
        there = region_of_standing(self.before, self.regions) if self.before else ""
        return frozenset({there or (self.promised.place if self.promised else "")} - {""})


def _plan(
    wish: WishDraft, kind: Kind, fact: _Disputed, known: Known, decided: bool
) -> Plan | tuple[Fault, ...]:
    if fact.is_lost:
        return (fault_of(wish, _("is not on record")),)
    waits_for = fact.promised.proposal if fact.promised else 0
    if waits_for and decided:
        said = _("is only proposed so far: proposal %(number)d has to be decided first")
        return (fault_of(wish, said % {"number": waits_for}),)
    told, faults = _said(wish, kind, fact.cells, known)
    if faults:
        return tuple(faults)
    kept = {name: text for name, text in told.items() if text}
    recorded = fact.cells.get(told["field"], "")
    if told["said"] == recorded:
        return Plan(wish, kind, wish.name, fact.places, fact.before, kept, changes=False)
    if wish.cells.get("recorded", recorded) != recorded:
        told |= NO_LONGER
    draft = ContradictionDraft(
        wish.name,
        told.pop("field"),
        told.pop("source"),
        {"recorded": recorded, "locator": "", "note": "", "note_es": "", **told},
        wish.row,
    )
    if waits_for or "recorded" in wish.cells:
        # What is said otherwise of; so that it is seen when another value comes on record.
        kept["recorded"] = wish.cells.get("recorded", recorded)
    return Plan(
        wish,
        kind,
        wish.name,
        fact.places,
        fact.before,
        kept,
        contradiction=draft,
        waits_for=waits_for,
    )


def _said(
    wish: WishDraft, kind: Kind, held: Mapping[str, str], known: Known
) -> tuple[dict[str, str], list[Fault]]:
    """What the source says otherwise, by column, and what is wrong with it."""
    missing = {column.name: "" for column in WISHED if column.filled}
    values, faults = read_cells(
        WISHED, {**missing, **wish.cells}, known, file=CONTRADICTIONS_FILE, row=wish.row
    )
    faults += too_long(Citation, WISHED, values, file=CONTRADICTIONS_FILE, row=wish.row)
    disputed, recorded = str(values.get("field", "")), ""
    if disputed and disputed not in kind.disputable:
        faults.append(fault_of(wish, _undisputed(kind), "field", disputed))
    elif disputed:
        recorded = held.get(disputed, "")
    was = wish.cells.get("recorded", recorded)
    if disputed and values.get("said") == recorded == was:
        faults.append(fault_of(wish, _("is what the record says too"), "said", recorded))
    return {name: str(value) for name, value in values.items()}, faults


def with_what_stands(
    cells: Mapping[str, str], before: Citation | None, *, erase: bool
) -> dict[str, str]:
    """The cells of a row that contradicts, and what stands where it says nothing.

    `erase`: a blank cell takes away what stands.
    """
    told = {name: cells[name] for name in ("field", "said", "source") if cells.get(name)}
    for name in SAID:
        kept = str(getattr(before, name)) if before else ""
        cell = cells.get(name, "")
        if text := cell if cell or (erase and name in cells) else kept:
            told[name] = text
    return told


def _undisputed(kind: Kind) -> str:
    """Why a column cannot be disputed."""
    if not kind.disputable:
        return _("cannot be disputed: this is no kind of fact that a source speaks of")
    return _("cannot be disputed; what can: %(fields)s") % {"fields": ", ".join(kind.disputable)}


def _compared(plan: Plan, standing: Mapping[Key, Citation], taken: dict[Key, int]) -> Read:
    """The plan beside what stands: refused a second time, nothing when it stands already."""
    draft = plan.contradiction
    if draft is None:
        return plan
    key = (draft.fact, draft.field, draft.source)
    if key in taken:
        said = _("is the same citation as row %(row)d") % {"row": taken[key]}
        return (fault_of(plan.wish, said if taken[key] else _("stands twice")),)
    taken[key] = plan.wish.row
    before = standing.get(key)
    if before is None:
        return plan
    if all(getattr(before, name) == value for name, value in draft.values.items()):
        return replace(plan, changes=False)
    return replace(plan, contradiction=replace(draft, values={**NO_LONGER, **draft.values}))


def standing_by_name(program: Program, names: Sequence[str]) -> dict[Key, Citation]:
    """The contradictions that stand against facts, by fact, field and source."""
    facts = {fact.pk: name for name, fact in facts_named(program, names).items()}
    found = standing_contradictions(list(facts))
    return {(facts[one.fact_id], one.field, one.source.key): one for one in found.values()}
