"""Record, correct and retract one fact: the same cells as in the files, then publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.models.base import FactVersion
from jurisdictions.publish.editions import Published, publish_edition
from jurisdictions.record.cells import Known
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.kinds import KINDS, Kind
from jurisdictions.record.rows import Draft, draft_of
from jurisdictions.record.versions import (
    Outcome,
    lock_record,
    open_change,
    supersede,
    write_drafts,
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a fact, and the edition that now holds it."""

    name: str
    outcome: Outcome
    published: Published


def record_fact(
    *, program: str, kind: str, cells: Mapping[str, str], by: str, reason: str, at: datetime
) -> Recorded:
    """Record a fact that is not on record yet; `cells` are named as the columns of its file.

    `source` is one of the cells. Raises Refused when a cell is wrong or the fact is on record.
    """
    with transaction.atomic():
        found, declared = _open(program, kind)
        draft = _draft(declared, cells, at)
        if _current(declared, found, draft.key) is not None:
            name = f"{kind}:{draft.key}"
            raise Refused([Fault(declared.file, 0, "", name, _("is on record: correct it"))])
        return _write(declared, draft, found, by=by, reason=reason, at=at)


def correct_fact(
    *, program: str, name: str, cells: Mapping[str, str], by: str, reason: str, at: datetime
) -> Recorded:
    """Change some cells of a fact on record; the version before is superseded, not lost.

    Raises Refused when the fact is not on record, a cell is wrong, or its key would change.
    """
    kind, key = name.split(":", 1)
    with transaction.atomic():
        found, declared = _open(program, kind)
        before = _standing(declared, found, key, name)
        draft = _draft(declared, {**_cells_of(declared, before), **cells}, at)
        if draft.key != key:
            raise Refused([Fault(declared.file, 0, "", name, _("would become another fact"))])
        return _write(declared, draft, found, by=by, reason=reason, at=at)


def retract_fact(*, program: str, name: str, by: str, reason: str, at: datetime) -> Published:
    """Take a fact off the record: its last version ends, with the change that says why."""
    kind, key = name.split(":", 1)
    with transaction.atomic():
        found, declared = _open(program, kind)
        before = _standing(declared, found, key, name)
        moment = open_change(by=by, reason=reason, at=at)
        supersede(declared.model, [before.pk], moment)
        citations = Citation.objects.filter(fact_id=before.fact_id, superseded_at=None)
        supersede(Citation, list(citations.values_list("pk", flat=True)), moment)
        return publish_edition(program=program, by=by, reason=reason, at=moment.at)


def _open(program: str, kind: str) -> tuple[Program, Kind]:
    lock_record()
    if kind not in KINDS:
        raise Refused([Fault("", 0, "kind", kind, _("is no kind of fact"))])
    return Program.objects.get(slug=program), KINDS[kind]


def _draft(kind: Kind, cells: Mapping[str, str], at: datetime) -> Draft:
    missing = {c.name: "" for c in kind.columns if c.filled and c.name not in cells}
    geoid = cells.get("geoid", "")
    # Only what a cell may name or nearly name is looked up, not every place there is.
    places = _keys("jurisdiction").filter(key__in=[geoid, f"0{geoid}", cells.get("parent", "")])
    known = Known(at.date(), frozenset(places), frozenset(_keys("source")))
    draft, faults = draft_of(kind, {**cells, **missing}, known)
    names = {column.name for column in kind.columns}
    faults += [
        Fault(kind.file, 0, name, "", _("is no column of this kind of fact"))
        for name in cells
        if name not in names
    ]
    if draft is None or faults:
        raise Refused(faults)
    return draft


def _keys(kind: str) -> QuerySet[Fact, str]:
    return Fact.objects.filter(kind=kind).values_list("key", flat=True)


def _current(kind: Kind, program: Program, key: str) -> FactVersion | None:
    owner = None if kind.shared else program
    current = kind.model._default_manager.select_for_update().filter(superseded_at__isnull=True)
    return current.filter(fact__key=key, fact__kind=kind.kind, fact__program=owner).first()


def _standing(kind: Kind, program: Program, key: str, name: str) -> FactVersion:
    before = _current(kind, program, key)
    if before is None:
        raise Refused([Fault(kind.file, 0, "", name, _("is not on record"))])
    return before


def _cells_of(kind: Kind, version: FactVersion) -> dict[str, str]:
    """The cells that a version would be written with in its file."""
    cells = {
        column.name: "" if (value := getattr(version, column.target)) is None else str(value)
        for column in kind.columns
        if column.target
    }
    if kind.cited:
        cited = Citation.objects.filter(
            fact_id=version.fact_id, superseded_at=None, contradicts=False
        ).select_related("source")
        for citation in cited.order_by("pk")[:1]:
            cells |= {"source": citation.source.key, "locator": citation.locator}
    return cells


def _write(
    kind: Kind, draft: Draft, program: Program, *, by: str, reason: str, at: datetime
) -> Recorded:
    moment = open_change(by=by, reason=reason, at=at)
    outcome = write_drafts(kind, [draft], program, moment)[0]
    published = publish_edition(program=program.slug, by=by, reason=reason, at=moment.at)
    return Recorded(f"{kind.kind.value}:{draft.key}", outcome, published)
