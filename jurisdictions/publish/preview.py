"""What publishing now would change: the spans of places before and after; nothing is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import F

from jurisdictions.models import Change, Program
from jurisdictions.models import Span as StoredSpan
from jurisdictions.models.standing import in_parts
from jurisdictions.publish.changes import changed_facts
from jurisdictions.publish.derive import Span
from jurisdictions.publish.editions import derive_changed
from jurisdictions.publish.members import days_of, dimensions_of, row_type
from jurisdictions.publish.spans import PLACES_AT_A_TIME, READ, edtf
from jurisdictions.publish.standings import days_of as stored_days
from jurisdictions.publish.standings import status_of, words_of
from jurisdictions.status.programs import rule_of


class PlaceSpan:
    """A span of a place, as the next edition would have it; `reasons` are names of facts.

    Between `status` and `since` it has a word for each dimension of the program, and at the end
    each of the program's days, its name followed by `_edtf`.
    """

    __slots__ = ()
    program: ClassVar[str]
    start: date | None
    end: date | None
    status: StrEnum
    since: date | None
    reasons: tuple[str, ...]
    start_edtf: str
    end_edtf: str
    since_edtf: str
    dimensions: ClassVar[tuple[str, ...]]

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    @property
    def holds(self) -> tuple[StrEnum, ...]:
        """The status and the dimensions."""
        return (self.status, *(getattr(self, name) for name in self.dimensions))


@cache
def place_span_of(slug: str) -> Any:
    """What makes the spans of places under a program; days as known default to ""."""
    known = ("start_edtf", "end_edtf", "since_edtf", *(f"{day}_edtf" for day in days_of(slug)))
    names = dimensions_of(slug)
    first = ("start", "end", "status", *names, "since", "reasons")
    made = row_type(slug, PlaceSpan, (*first, *known), [""] * len(known))
    made.dimensions = names
    return made


Spans = tuple[PlaceSpan, ...]


@dataclass(frozen=True, slots=True)
class PlaceDifference:
    """A place whose spans would differ; without any before when it is new, after when it goes."""

    geoid: str
    before: Spans
    after: Spans


def differences(program: Program) -> Iterator[PlaceDifference]:
    """Every place whose spans would not be those of the newest edition, states first."""
    last = program.editions.order_by("-number").first()
    until = Change.objects.order_by("-id").values_list("id", flat=True).first() or 0
    changed = changed_facts(program.pk, last.last_change_id if last else 0, until)
    fresh = last is None or last.rule_version != rule_of(program.slug).VERSION
    derived = derive_changed(program, until, changed, everywhere=fresh)
    seen: set[str] = set()
    while batch := dict(islice(derived.spans, PLACES_AT_A_TIME)):
        standing = _standing(program, batch)
        for geoid, spans in batch.items():
            after = tuple(_derived(program.slug, span) for span in spans)
            if set(after) != set(standing.get(geoid, ())):
                yield PlaceDifference(geoid, standing.get(geoid, ()), after)
        seen |= batch.keys()
    # Places that leave the record with this change are derived no more.
    touched = _places_standing(program.pk) if derived.places is None else derived.places
    for part in in_parts(sorted(touched - seen)):
        for geoid, before in _standing(program, part).items():
            yield PlaceDifference(geoid, before, ())


def _places_standing(program_id: int) -> frozenset[str]:
    """The places that have spans in the newest edition. One query."""
    standing = StoredSpan.objects.filter(program_id=program_id, last_edition__isnull=True)
    return frozenset(standing.values_list("geoid", flat=True).distinct())


def _standing(program: Program, geoids: Collection[str]) -> Mapping[str, Spans]:
    """The spans of places in the newest edition. One query."""
    rows = StoredSpan.objects.filter(
        program=program, geoid__in=list(geoids), last_edition__isnull=True
    ).order_by("geoid", F("start").asc(nulls_first=True))
    found: dict[str, Spans] = {}
    for geoid, *row in rows.values_list("geoid", *READ):
        found[geoid] = (*found.get(geoid, ()), _stored(program.slug, tuple(row)))
    return found


def _stored(slug: str, row: tuple[Any, ...]) -> PlaceSpan:
    """A stored row of READ, its words, days and reasons taken apart."""
    start, end, status, dimensions, since, reasons, *known, days = row
    span: PlaceSpan = place_span_of(slug)(
        start,
        end,
        status_of(slug, status),
        *words_of(slug, dimensions),
        since,
        tuple(reasons.split()),
        *known,
        *stored_days(slug, days),
    )
    return span


def _derived(slug: str, span: Span) -> PlaceSpan:
    """A derived span, as it would be read once stored."""
    known = span.known
    own = [edtf(day) for day in known.own] or [""] * len(days_of(slug))
    made: PlaceSpan = place_span_of(slug)(
        span.start,
        span.end,
        span.status,
        *span.standing.dimensions,
        span.since,
        span.reasons,
        edtf(known.start),
        edtf(known.end),
        edtf(known.since),
        *own,
    )
    return made
