"""What changed from one edition to the next: the facts by name, the number of spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Q

from jurisdictions.models import Edition, Span
from jurisdictions.models.standing import MODELS
from jurisdictions.publish.changes import changed_facts
from jurisdictions.read.rows import AsOf
from jurisdictions.status.kinds import SHARED


class FactChange(StrEnum):
    """What became of a fact."""

    ADDED = "added"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact by its public name, and what became of it since the edition before."""

    fact: str
    change: FactChange


@dataclass(frozen=True, slots=True)
class SpansChanged:
    """How many spans began with an edition, how many stood only up to the one before."""

    begun: int
    ended: int
    places: int


def changed_since_before(as_of: AsOf) -> tuple[ChangedFact, ...]:
    """The facts that changed since the edition before, by name; none for the first edition.

    A fact counts as corrected too when only its citations changed.
    """
    edition = Edition.objects.get(program__slug=as_of.program.slug, number=as_of.edition.number)
    before = Edition.objects.filter(program=edition.program, number=edition.number - 1).first()
    if before is None:
        return ()
    first, last = before.last_change_id, edition.last_change_id
    names = changed_facts(edition.program_id, first, last).facts
    had, has = _standing(as_of, names, first), _standing(as_of, names, last)
    # One that came and went between the two was in neither.
    return tuple(ChangedFact(name, _change(name, had, has)) for name in sorted(names & (had | has)))


def _change(name: str, had: set[str], has: set[str]) -> FactChange:
    if name not in had:
        return FactChange.ADDED
    return FactChange.CORRECTED if name in has else FactChange.RETRACTED


def _standing(as_of: AsOf, names: Iterable[str], last_change: int) -> set[str]:
    """Those of the facts that stood once a change was made. A query for each kind."""
    found: set[str] = set()
    kinds = {name.partition(":")[0] for name in names}
    for kind in kinds:
        versions = MODELS[kind]._default_manager.after_change(last_change)
        if kind not in SHARED:
            versions = versions.filter(fact__program__slug=as_of.program.slug)
        keys = versions.values_list("fact__key", flat=True)
        found |= {f"{kind}:{key}" for key in keys}
    return found.intersection(names)


def spans_changed(as_of: AsOf) -> SpansChanged:
    """How many spans differ from those of the edition before. One query."""
    number = as_of.edition.number
    began, ended = Q(first_edition=number), Q(last_edition=number - 1)
    counted = Span.objects.filter(began | ended, program__slug=as_of.program.slug).aggregate(
        begun=Count("pk", filter=began),
        ended=Count("pk", filter=ended),
        places=Count("geoid", distinct=True),
    )
    return SpansChanged(**counted)


def spans_changed_by_edition(program: str) -> Mapping[int, int]:
    """For every edition, how many spans differ from those of the edition before. Two queries."""
    spans = Span.objects.filter(program__slug=program)
    begun = spans.values_list("first_edition").annotate(Count("pk"))
    ended = spans.filter(last_edition__isnull=False).values_list("last_edition")
    found = Counter(dict(begun.order_by()))
    for last, number in ended.annotate(Count("pk")).order_by():
        found[last + 1] += number
    return found
