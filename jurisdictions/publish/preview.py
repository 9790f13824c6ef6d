"""What publishing now would change: the spans of places before and after; nothing is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import F

from jurisdictions.models import Change, Program
from jurisdictions.models import Span as StoredSpan
from jurisdictions.models.standing import in_parts
from jurisdictions.publish.changes import changed_facts
from jurisdictions.publish.derive import VERSION
from jurisdictions.publish.editions import derive_changed
from jurisdictions.publish.spans import FIELDS, PLACES_AT_A_TIME, row_of
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)


class PlaceSpan(NamedTuple):
    """A span of a place, as the next edition would have it; `reasons` are names of facts."""

    start: date | None
    end: date | None
    status: Status
    position: Position
    agreement: AgreementStanding
    activation: ActivationStanding
    objection: Objection
    local_limits: LocalLimits
    since: date | None
    reasons: tuple[str, ...]
    start_edtf: str = ""
    end_edtf: str = ""
    since_edtf: str = ""
    activated_edtf: str = ""
    sharing_edtf: str = ""

    @property
    def holds(self) -> tuple[StrEnum, ...]:
        """The status and the five dimensions."""
        return (
            self.status,
            self.position,
            self.agreement,
            self.activation,
            self.objection,
            self.local_limits,
        )


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
    fresh = last is None or last.rule_version != VERSION
    derived = derive_changed(program, until, changed, everywhere=fresh)
    seen: set[str] = set()
    while batch := dict(islice(derived.spans, PLACES_AT_A_TIME)):
        standing = _standing(program.pk, batch)
        for geoid, spans in batch.items():
            after = tuple(_told(row_of(span)) for span in spans)
            if set(after) != set(standing.get(geoid, ())):
                yield PlaceDifference(geoid, standing.get(geoid, ()), after)
        seen |= batch.keys()
    # Places that leave the record with this change are derived no more.
    touched = _places_standing(program.pk) if derived.places is None else derived.places
    for part in in_parts(sorted(touched - seen)):
        for geoid, before in _standing(program.pk, part).items():
            yield PlaceDifference(geoid, before, ())


def _places_standing(program_id: int) -> frozenset[str]:
    """The places that have spans in the newest edition. One query."""
    standing = StoredSpan.objects.filter(program_id=program_id, last_edition__isnull=True)
    return frozenset(standing.values_list("geoid", flat=True).distinct())


def _standing(program_id: int, geoids: Collection[str]) -> Mapping[str, Spans]:
    """The spans of places in the newest edition. One query."""
    rows = StoredSpan.objects.filter(
        program_id=program_id, geoid__in=list(geoids), last_edition__isnull=True
    ).order_by("geoid", F("start").asc(nulls_first=True))
    found: dict[str, Spans] = {}
    for geoid, *row in rows.values_list("geoid", *FIELDS):
        found[geoid] = (*found.get(geoid, ()), _told(tuple(row)))
    return found


def _told(row: tuple[Any, ...]) -> PlaceSpan:
    """A row of FIELDS, its words and reasons taken apart."""
    said = dict(zip(FIELDS, row, strict=True))
    words = {name: word(said[name]) for name, word in WORDS.items()}
    return PlaceSpan(**{**said, **words, "reasons": tuple(said["reasons"].split())})


WORDS: dict[str, type[StrEnum]] = {
    "status": Status,
    "position": Position,
    "agreement": AgreementStanding,
    "activation": ActivationStanding,
    "objection": Objection,
    "local_limits": LocalLimits,
}
"""The vocabulary of each member of a span that is a word."""
