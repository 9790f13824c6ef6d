"""The history of a fact, and of a place: every version, who made it, when, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.conf import settings

from jurisdictions.models import Citation, Fact, Program, Wish
from jurisdictions.models.standing import MODELS, Standing, place_of, standing_facts
from jurisdictions.read.keeping.agencies_named import agencies_named, agreements_named
from jurisdictions.read.keeping.fact_versions import dispute_of, versions_of
from jurisdictions.read.keeping.history_rows import FactHistory, FactNow, FactVersionRow
from jurisdictions.read.keeping.place_changes import place_history
from jurisdictions.read.source_titles import sources_named
from jurisdictions.status.kinds import SHARED

__all__ = ["fact_history", "fact_now", "fact_promised", "place_history", "steps_now"]


def fact_now(name: str, program: str = "") -> FactNow | None:
    """A fact as it stands; None when it is not on record. Four queries."""
    found = Program.objects.filter(slug=program or settings.DEFAULT_PROGRAM).first()
    standing = standing_facts(found.pk, [name]).get(name) if found else None
    return _now(standing) if standing else None


def steps_now(kind: str, thread: str, program: str = "") -> list[FactNow]:
    """The steps of a thread that are on record, in their order. Four queries, and one a step."""
    owner = Program.objects.get(slug=program or settings.DEFAULT_PROGRAM)
    steps = Fact.objects.filter(kind=kind, program=owner, key__startswith=f"{thread}:")
    found = standing_facts(owner.pk, [fact.name for fact in steps])
    return sorted(
        (_now(one) for one in found.values()), key=lambda step: Decimal(step.cells["seq"])
    )


def _now(standing: Standing) -> FactNow:
    disputes = Citation.objects.current().filter(fact_id=standing.version.fact_id)
    against = disputes.filter(contradicts=True).select_related("source").order_by("pk")
    return FactNow(
        standing.name,
        standing.kind,
        standing.name.partition(":")[2],
        standing.place,
        standing.cells,
        standing.base,
        tuple(dispute_of(citation) for citation in against),
    )


def fact_promised(name: str, program: str = "") -> FactNow | None:
    """A fact as an open proposal would record it; None when none would. Two queries."""
    found = Program.objects.filter(slug=program or settings.DEFAULT_PROGRAM).first()
    wish = Wish.objects.promising(found.pk, [name]).first() if found else None
    if wish is None:
        return None
    return FactNow(name, wish.kind, name.partition(":")[2], wish.geoid, wish.cells, None, ())


def fact_history(name: str, program: str = "") -> FactHistory | None:
    """Every version of a fact; None for one that was never on record. Five queries."""
    kind, _colon, key = name.partition(":")
    owner = (
        {"program": None}
        if kind in SHARED
        else {"program__slug": program or settings.DEFAULT_PROGRAM}
    )
    fact = Fact.objects.filter(kind=kind, key=key, **owner).first() if kind in MODELS else None
    if fact is None:
        return None
    versions = list(MODELS[kind]._default_manager.filter(fact=fact).order_by("pk"))
    cited = list(Citation.objects.filter(fact=fact).select_related("source").order_by("pk"))
    rows = list(versions_of(kind, versions, cited))
    keys = set(_named(rows, "source", "ending_source", "validity_source"))
    keys |= {dispute.source for row in rows for dispute in row.contradictions}
    place = place_of(versions[-1])
    return FactHistory(
        name,
        kind,
        key,
        place,
        tuple(reversed(rows)),
        sources_named(keys),
        agencies_named(_named(rows, "agency")),
        agreements_named(_named(rows, "agreement", "superseded_by")),
    )


def _named(rows: Iterable[FactVersionRow], *columns: str) -> Iterator[str]:
    """What the cells of columns say in any version."""
    return (row.cells[column] for row in rows for column in columns if row.cells.get(column))
