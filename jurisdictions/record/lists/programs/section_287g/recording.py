"""A plan of a list carried out: proposed for review, or recorded on the operator's word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Person, Program
from jurisdictions.record.changing.moments import lock_record, open_change
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.keeping import keep_list
from jurisdictions.record.lists.programs.section_287g.reading import (
    ListFile,
    ListPlan,
    plan_list,
    read_file,
)
from jurisdictions.record.people.permissions import CONTRIBUTOR, Actor
from jurisdictions.record.proposing.proposals import propose
from jurisdictions.status.geoids import NATION
from jurisdictions.status.programs.section_287g import SLUG
from jurisdictions.status.programs.section_287g.vocabulary import ListKind


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done with files, and who asks for it.

    `record`: write and publish at once; else each list is proposed. `confirmed`: what speaks
    against a list was seen. `dry_run`: everything is tried, and nothing of it stays.
    """

    by: str
    at: datetime
    record: bool = False
    dry_run: bool = False
    confirmed: bool | Collection[str] = False
    listed_on: date | None = None


@dataclass
class Outcome:
    """What became of one file: its plan, its proposal where it has one, or why it was refused."""

    file: str
    plan: ListPlan | None = None
    proposal: int = 0
    faults: Sequence[Fault] = field(default_factory=tuple)


class _Undo(Exception):
    """Leaves the transaction so that nothing of it stays."""


def read_lists(
    paths: Iterable[Path], asked: Asked, tell: Callable[[Outcome], None] = lambda outcome: None
) -> list[Outcome]:
    """Read files in the order of their days; one that is refused leaves the others alone.

    Every file is opened before the first is set beside the record, for only what is in it tells its
    day for certain. `tell` is called with each as it is done: refused whole, or kept whole. What
    was recorded is published together, at the end.
    """
    if not asked.dry_run:
        return _read_in_turn(paths, asked, tell)
    outcomes: list[Outcome] = []
    try:
        with transaction.atomic():
            outcomes = _read_in_turn(paths, asked, tell)
            raise _Undo
    except _Undo:
        return outcomes


def _read_in_turn(
    paths: Iterable[Path], asked: Asked, tell: Callable[[Outcome], None]
) -> list[Outcome]:
    read: list[tuple[Path, ListFile]] = []
    outcomes: list[Outcome] = []

    def done(outcome: Outcome) -> None:
        outcomes.append(outcome)
        tell(outcome)

    for path in paths:
        try:
            read.append((path, read_file(path, path.name, asked.at.date(), asked.listed_on)))
        except (Unreadable, OSError) as wrong:
            done(Outcome(path.name, faults=[_refusal(path.name, str(wrong))]))
    read.sort(key=lambda one: (one[1].listed_on, one[1].called.turn))
    for path, one in read:
        done(_one(path, one, asked))
    if asked.record and any(one.plan and one.plan.wishes for one in outcomes):
        publish_change(program=SLUG, by=asked.by, reason=_reason(outcomes), at=asked.at)
    return outcomes


def _reason(outcomes: Sequence[Outcome]) -> str:
    files = [one.file for one in outcomes if one.plan and one.plan.wishes]
    if len(files) == 1:
        return _("Read from %(file)s") % {"file": files[0]}
    told = {"count": len(files), "first": files[0], "last": files[-1]}
    return _("Read from %(count)d lists, %(first)s to %(last)s") % told


def _one(path: Path, read: ListFile, asked: Asked) -> Outcome:
    outcome = Outcome(path.name)
    try:
        with transaction.atomic():
            lock_record()
            program = Program.objects.get(slug=SLUG)
            outcome.plan = plan = plan_list(program, read)
            if plan.known or (plan.proposed and not asked.record):
                return outcome
            demand_confirmed(plan, confirmed=asked.confirmed)
            if not asked.dry_run:
                keep_list(plan.checksum, path.read_bytes())
            if asked.record or asked.dry_run:
                record_plan(program, plan, by=asked.by, at=asked.at)
            else:
                outcome.proposal = propose_plan(plan, by=_operator(asked), at=asked.at)
    except Refused as refused:
        return Outcome(path.name, faults=refused.faults)
    return outcome


def _refusal(file: str, reason: str) -> Fault:
    return Fault(file, 0, "", "", reason)


def demand_confirmed(plan: ListPlan, *, confirmed: bool | Collection[str]) -> None:
    """Raise Refused for what speaks against the list and was not seen."""
    open_ = [
        one
        for one in plan.warnings
        if confirmed is not True and (confirmed is False or one.guard not in confirmed)
    ]
    if open_:
        raise Refused([_refusal(plan.file, one.text) for one in open_])


def record_plan(program: Program, plan: ListPlan, *, by: str, at: datetime) -> None:
    """Write what the list tells under one change, in the caller's transaction. Raises Refused."""
    plans = plan_wishes(program, plan.wishes, at)
    if plans.faults:
        raise Refused(list(plans.faults))
    moment = open_change(by=by, reason=reason_of(plan), at=at)
    write_plans([one for one in plans.made if one.changes], program, moment)


def propose_plan(
    plan: ListPlan, *, by: Actor, at: datetime, title: str = "", reason: str = ""
) -> int:
    """Propose what the list tells, as one proposal; answers its id. Raises what `propose` does."""
    return propose(
        program=SLUG,
        wishes=plan.wishes,
        title=title or title_of(plan),
        reason=reason or reason_of(plan),
        by=by,
        at=at,
        upload=plan.file,
        origin="list",
    )


def title_of(plan: ListPlan) -> str:
    """What a proposal of a list is called."""
    told = {"day": plan.listed_on.isoformat()}
    if plan.kind is ListKind.PENDING:
        return _("ICE's list of pending agencies of %(day)s") % told
    return _("ICE's list of participating agencies of %(day)s") % told


def reason_of(plan: ListPlan) -> str:
    """Why the record changes, in numbers."""
    counts: Mapping[str, int] = plan.counts
    said = _(
        "Read from %(file)s: %(appeared)d appeared, %(changed)d changed, %(gone)d gone, "
        "%(renewed)d renewed, %(relabeled)d relabeled."
    )
    return said % {"file": plan.file, **counts, "relabeled": counts["relabelled"]}


def _operator(asked: Asked) -> Actor:
    """The person that stands for the operator: known by name, without an account."""
    person, _made = Person.objects.get_or_create(
        name=asked.by, defaults={"joined_at": asked.at, "wants_mail": False}
    )
    return Actor(person.pk, person.name, frozenset({(CONTRIBUTOR, NATION)}))
