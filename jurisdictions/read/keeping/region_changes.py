"""What changed lately in some regions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from jurisdictions.models import Agency, Program
from jurisdictions.models.agency import serving
from jurisdictions.models.lying_in import lying_in
from jurisdictions.models.standing import MODELS, standing_facts
from jurisdictions.read.keeping.record_changes import RecordChange, record_changes
from jurisdictions.status.geoids import NATION, is_county
from jurisdictions.status.kinds import NATIONAL, OF_AGENCIES, PLACED, SHARED, FactKind, kinds_in

NAMED = 5


@dataclass(frozen=True, slots=True)
class WrittenFact:
    """A fact as a change wrote it; one that it retracted as it stood before."""

    name: str
    kind: str
    geoid: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RegionChange:
    """A change that touched facts of a region: how many, and the first of them by name."""

    change: RecordChange
    facts: int
    first: tuple[WrittenFact, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The public names of the first of them."""
        return tuple(fact.name for fact in self.first)


def changes_in(
    regions: Collection[str], program: str, *, latest: int = 10
) -> tuple[RegionChange, ...]:
    """The latest changes of facts in the regions, the newest first."""
    touched: dict[int, set[str]] = defaultdict(set)
    for kind in kinds_in(program):
        mine = _versions(kind, regions, program)
        if mine is None:
            continue
        for column in ("change_id", "ended_by_id"):
            dated = mine.exclude(**{column: None}).order_by(f"-{column}")
            last = set(dated.values_list(column, flat=True).distinct()[:latest])
            rows = mine.filter(**{f"{column}__in": last}).values_list(column, "fact__key")
            for change, key in rows:
                touched[change].add(f"{kind}:{key}")
    newest = sorted(touched, reverse=True)[:latest]
    changes = record_changes(newest)
    return tuple(
        RegionChange(
            changes[one], len(touched[one]), _as_written(program, one, sorted(touched[one])[:NAMED])
        )
        for one in newest
    )


def _as_written(program: str, change: int, names: Sequence[str]) -> tuple[WrittenFact, ...]:
    owner = Program.objects.get(slug=program).pk
    found = standing_facts(owner, names, change)
    gone = [name for name in names if name not in found]
    found |= standing_facts(owner, gone, change - 1)
    return tuple(
        WrittenFact(name, found[name].kind, found[name].place, found[name].cells)
        for name in names
        if name in found
    )


def _versions(kind: str, regions: Collection[str], program: str) -> QuerySet[Any] | None:
    """The versions of a kind in the regions; None for one that has none there."""
    mine = MODELS[kind]._default_manager.all()
    if kind not in SHARED:
        mine = mine.filter(fact__program__slug=program)
    if kind in NATIONAL:
        return mine if NATION in regions else None
    if kind not in PLACED:
        return None
    return mine.filter(lying_in(regions) | _of_agencies(kind, regions))


def _of_agencies(kind: str, regions: Collection[str]) -> Q:
    """What is about the agencies that serve the counties among the regions."""
    served = [serving(region) for region in regions if is_county(region)]
    if not served or kind not in {FactKind.AGENCY, *OF_AGENCIES}:
        return Q(pk__in=())
    of = reduce(or_, served)
    return (
        of if kind == FactKind.AGENCY else Q(agency__in=Agency.objects.filter(of).values("agency"))
    )
