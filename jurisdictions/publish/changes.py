"""Which facts changed between two states of the record, and which places that touches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from jurisdictions.models import Agency, Change, Citation, Program
from jurisdictions.models.agency import places_served
from jurisdictions.models.base import Version
from jurisdictions.models.citing import cited_elsewhere
from jurisdictions.models.standing import MODELS, in_parts
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import KINDS_OF_FACT, SHARED, FactKind, kinds_in


@dataclass(frozen=True, slots=True)
class Changed:
    """Names of the facts that changed; `places` None means that every place is touched."""

    facts: frozenset[str]
    places: frozenset[str] | None


def changed_facts(program_id: int, after: int, until: int) -> Changed:
    """The facts with a version begun, ended or cited anew in the changes (after, until]."""
    program = Program.objects.get(pk=program_id).slug
    names: set[str] = set()
    touched: set[str] = set()
    for kind in kinds_in(program):
        rows = list(_versions(MODELS[kind], program_id, after, until, *_where(kind)))
        names |= {f"{kind}:{key}" for _kind, key, *_places in rows}
        if KINDS_OF_FACT[kind].decides:
            touched |= _touched(kind, [places for _kind, _key, *places in rows], until)
    cited = _versions(Citation, program_id, after, until)
    names |= {f"{kind}:{key}" for kind, key in cited if kind in kinds_in(program)}
    names -= _sources_elsewhere(program, names, until)
    return Changed(frozenset(names), None if NATION in touched else frozenset(touched))


def programs_touched(program: str) -> tuple[str, ...]:
    """Other programs with an edition, where the last change was of what belongs to all programs.

    Whether it touches one of them is told by `changed_facts`.
    """
    last = Change.objects.order_by("-id").values_list("id", flat=True).first()
    made = Q(change_id=last) | Q(ended_by_id=last)
    if not any(MODELS[kind]._default_manager.filter(made).exists() for kind in SHARED):
        return ()
    others = Program.objects.exclude(slug=program).filter(editions__isnull=False).distinct()
    return tuple(others.values_list("slug", flat=True))


def _where(kind: str) -> tuple[str, ...]:
    """The fields of a kind that say which places its facts touch."""
    if kind == FactKind.AGENCY:
        return ("geoid", "reach", "geoids")
    if KINDS_OF_FACT[kind].of_agency:
        return ("geoid", "agency")
    return ("geoid",) if KINDS_OF_FACT[kind].placed else ()


def _touched(kind: str, rows: Sequence[Sequence[str]], until: int) -> set[str]:
    """The places that facts of a kind touch, told from the fields of `_where`."""
    if kind == FactKind.AGENCY:
        return {place for row in rows for place in places_served(*row)}
    if not KINDS_OF_FACT[kind].of_agency:
        return {row[0] if row else NATION for row in rows}
    served: dict[str, frozenset[str]] = {}
    for part in in_parts(sorted({agency for _state, agency in rows})):
        known = Agency.objects.after_change(until).filter(agency__in=part)
        for agency, *places in known.values_list("agency", "geoid", "reach", "geoids"):
            served[agency] = places_served(*places)
    return {place for state, agency in rows for place in served.get(agency, {state})}


def _sources_elsewhere(program: str, names: Collection[str], until: int) -> set[str]:
    """Those of the names that are sources which only other programs cite."""
    if not any(name.startswith(f"{FactKind.SOURCE}:") for name in names):
        return set()
    elsewhere = cited_elsewhere(Citation.objects.after_change(until), program)
    return {f"{FactKind.SOURCE}:{key}" for key in elsewhere}


def _versions(
    model: type[Version], program_id: int, after: int, until: int, *more: str
) -> Iterator[tuple[str, ...]]:
    begun = Q(change_id__gt=after, change_id__lte=until)
    ended = Q(ended_by_id__gt=after, ended_by_id__lte=until)
    rows = model._default_manager.filter(begun | ended)
    # A database that is asked for the program too goes through all of its facts for a few changes.
    for of, *told in rows.values_list("fact__program_id", "fact__kind", "fact__key", *more):
        if of in (program_id, None):
            yield tuple(told)
