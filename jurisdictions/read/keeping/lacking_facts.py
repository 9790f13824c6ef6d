"""What the record of a region lacks, fact by fact: each with the form that mends it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from jurisdictions.models import Citation, LocalMeasure, Source
from jurisdictions.models.standing import MODELS, cells_of, fields_of
from jurisdictions.read.keeping.queues import in_regions
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.geoids import NATION, lies_in_any
from jurisdictions.status.kinds import CITED, KINDS_OF_FACT, NATIONAL, FactKind, kinds_in, told_in

SPANISH = "_es"


class Lacking(StrEnum):
    """What can be lacking."""

    NO_SOURCE = "no-source"
    ONE_SOURCE = "one-source"
    DEAD_ADDRESS = "dead-address"
    NO_SPANISH = "no-spanish"
    OLD = "old"
    NO_MEASURE = "no-measure"


@dataclass(frozen=True, slots=True)
class LackingFact:
    """A fact, or a place (`name` "") that has none; what is told of it: a key, a day, columns."""

    name: str
    kind: str
    geoid: str
    cells: Mapping[str, str]
    told: tuple[str, ...] = ()
    since: datetime | None = None


Found = Iterator[LackingFact]


def lacking_facts(
    as_of: AsOf, regions: Collection[str], what: Lacking, before: datetime
) -> list[LackingFact]:
    """What is lacking of one sort in some regions; `before` is the moment to look again for OLD.

    A query or two for each kind of fact that the program tells.
    """
    if what is Lacking.NO_MEASURE:
        return list(_without_measure(as_of, regions))
    found: list[LackingFact] = []
    for kind in told_in(as_of.program.slug):
        if kind in NATIONAL and NATION not in regions:
            continue
        standing = MODELS[kind]._default_manager.filter(
            superseded_at=None, fact__program__slug=as_of.program.slug
        )
        here = standing if kind in NATIONAL else in_regions(standing, regions)
        found += FINDERS[what](kind, here.select_related("fact"), before)
    return found


def counts_of_lacking(
    as_of: AsOf, regions: Collection[str], before: datetime
) -> Mapping[Lacking, int]:
    """How many there are of each sort."""
    return {what: len(lacking_facts(as_of, regions, what, before)) for what in Lacking}


def _support() -> QuerySet[Citation]:
    return Citation.objects.current().filter(fact_id=OuterRef("fact_id"), contradicts=False)


def _without_source(kind: str, here: QuerySet[Any], before: datetime) -> Found:
    del before
    if KINDS_OF_FACT[kind].must_cite:
        for one in here.filter(~Exists(_support())):
            yield _told(kind, one)


def _with_one_source(kind: str, here: QuerySet[Any], before: datetime) -> Found:
    """Facts that decide something, and that one source alone supports."""
    del before
    if kind not in CITED or not KINDS_OF_FACT[kind].decides:
        return
    counted = _support().order_by().values("fact_id").annotate(number=Count("pk"))
    first = _support().values("source__key")[:1]
    rows = here.annotate(sources=Subquery(counted.values("number")[:1]), source_key=Subquery(first))
    for one in rows.filter(sources=1):
        yield _told(kind, one, one.source_key)


def _with_dead_address(kind: str, here: QuerySet[Any], before: datetime) -> Found:
    """Facts whose source lay at an address where nothing is any more."""
    del before
    gone = Source.objects.current().exclude(vanished_on=None).values("fact_id")
    dead = _support().filter(source_id__in=gone).values("source__key")[:1]
    if kind in CITED:
        for one in here.annotate(source_key=Subquery(dead)).exclude(source_key=None):
            yield _told(kind, one, one.source_key)


def _without_spanish(kind: str, here: QuerySet[Any], before: datetime) -> Found:
    """Facts with a text in English that nobody has written in Spanish."""
    del before
    fields = fields_of(kind)
    pairs = [name for name in fields if f"{name}{SPANISH}" in fields]
    if not pairs:
        return
    for one in here:
        lacking = [n for n in pairs if getattr(one, n) and not getattr(one, f"{n}{SPANISH}")]
        if lacking:
            yield _told(kind, one, *lacking)


def _looked_at_before(kind: str, here: QuerySet[Any], before: datetime) -> Found:
    """Facts that nobody recorded or corrected since a moment."""
    for one in here.filter(recorded_at__lt=before).order_by("recorded_at", "fact_id"):
        yield _told(kind, one, since=one.recorded_at)


def _told(kind: str, version: Any, *told: str, since: datetime | None = None) -> LackingFact:
    geoid = NATION if kind in NATIONAL else str(getattr(version, "geoid", ""))
    return LackingFact(version.fact.name, kind, geoid, cells_of(kind, version), tuple(told), since)


FINDERS: Mapping[Lacking, Callable[[str, QuerySet[Any], datetime], Found]] = {
    Lacking.NO_SOURCE: _without_source,
    Lacking.ONE_SOURCE: _with_one_source,
    Lacking.DEAD_ADDRESS: _with_dead_address,
    Lacking.NO_SPANISH: _without_spanish,
    Lacking.OLD: _looked_at_before,
}


def _without_measure(as_of: AsOf, regions: Collection[str]) -> Found:
    """Places of which no local measure is on record, where the program tells of measures."""
    kind = FactKind.LOCAL_MEASURE.value
    if kind not in kinds_in(as_of.program.slug):
        return
    standing = LocalMeasure.objects.current().filter(fact__program__slug=as_of.program.slug)
    known = set(standing.values_list("geoid", flat=True))
    for place in sorted(places_of(as_of).values(), key=lambda one: one.sort_label):
        if place.geoid not in known and lies_in_any(place.geoid, regions):
            yield LackingFact("", kind, place.geoid, {})
