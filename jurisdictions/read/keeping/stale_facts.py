"""What a region's record lacks: sources, and what its program asks for. Somebody could look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from jurisdictions.models import Citation, Source
from jurisdictions.models.standing import MODELS
from jurisdictions.read.keeping.queues import in_regions
from jurisdictions.read.lacks import LONG, Lacks, own_lacks
from jurisdictions.read.rows import AsOf, SourceRow
from jurisdictions.read.sources import sources_by_key
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import KINDS_OF_FACT, NATIONAL, told_in


@dataclass(frozen=True, slots=True)
class LostSource:
    """A source without an address, and how many facts of the region rest on it."""

    source: SourceRow
    facts: int


@dataclass(frozen=True, slots=True)
class StaleFacts:
    """What is worth looking for; `sourceless` are names of facts that no source supports.

    `own` is what only this program asks for.
    """

    own: Lacks
    sourceless: tuple[str, ...]
    lost_sources: tuple[LostSource, ...]

    @property
    def count(self) -> int:
        """How many there are in all."""
        return sum(map(len, (*self.own.values(), self.sourceless, self.lost_sources)))


def stale_facts(
    as_of: AsOf, regions: Collection[str], today: date, *, days: int = LONG
) -> StaleFacts:
    """What the regions' record lacks now. Some fifteen queries."""
    return StaleFacts(
        own=own_lacks(as_of, regions, today, days=days),
        sourceless=_sourceless(as_of, regions),
        lost_sources=_lost_sources(as_of, regions),
    )


def _sourceless(as_of: AsOf, regions: Collection[str]) -> tuple[str, ...]:
    """Facts of the regions that no source supports."""
    support = Citation.objects.current().filter(fact_id=OuterRef("fact_id"), contradicts=False)
    names: list[str] = []
    for kind in _told_in(as_of, regions):
        if not KINDS_OF_FACT[kind].must_cite:
            continue
        standing = MODELS[kind]._default_manager.filter(
            ~Exists(support), superseded_at=None, fact__program__slug=as_of.program.slug
        )
        here = standing if kind in NATIONAL else in_regions(standing, regions)
        keys = here.order_by("fact_id").values_list("fact__key", flat=True)
        names += (f"{kind}:{key}" for key in keys)
    return tuple(names)


def _told_in(as_of: AsOf, regions: Collection[str]) -> tuple[str, ...]:
    """The kinds of fact of a program that regions can have: the nation's only the nation."""
    told = told_in(as_of.program.slug)
    return tuple(kind for kind in told if NATION in regions or kind not in NATIONAL)


def _lost_sources(as_of: AsOf, regions: Collection[str]) -> tuple[LostSource, ...]:
    """Sources without an address that facts of the regions rest on, the most used first."""
    lost = Source.objects.current().filter(url="").values("fact_id")
    cited = Citation.objects.current().filter(
        source_id__in=lost, contradicts=False, fact__program__slug=as_of.program.slug
    )
    counted: Counter[str] = Counter()
    for kind in _told_in(as_of, regions):
        standing = MODELS[kind]._default_manager.filter(superseded_at=None)
        here: QuerySet[Any] = standing
        if kind not in NATIONAL:
            here = in_regions(standing, regions)
        used = cited.filter(fact__in=here.values("fact")).values("source__key")
        counted.update(dict(used.annotate(facts=Count("pk")).values_list("source__key", "facts")))
    known = sources_by_key(as_of)
    return tuple(LostSource(known[k], n) for k, n in counted.most_common() if k in known)
