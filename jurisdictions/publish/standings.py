"""Standings as they are stored: each once, its words and days as JSON under their names."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from jurisdictions.models import SpanStanding
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.program import Rule, Standing
from jurisdictions.status.programs import rule_of

Key = tuple[str, str]


class Standings:
    """The ids of a program's standings; one that is new is stored when it is first asked for.

    Whoever asks holds the program's row, so that nobody stores the same at once.
    """

    def __init__(self, program_id: int, slug: str) -> None:
        self._program_id, self._slug = program_id, slug
        rows = SpanStanding.objects.filter(program_id=program_id)
        self._ids = {(a, b): pk for pk, a, b in rows.values_list("pk", "status", "dimensions")}

    def id_of(self, standing: Standing) -> int:
        """The id of the standing that is kept for all spans that read so."""
        key = key_of(self._slug, standing)
        found = self._ids.get(key)
        if found is None:
            status, dimensions = key
            row = SpanStanding.objects.create(
                program_id=self._program_id, status=status, dimensions=dimensions
            )
            self._ids[key] = found = row.pk
        return found


@lru_cache(maxsize=4096)
def key_of(slug: str, standing: Standing) -> Key:
    """A standing as it is stored: the status, and the dimensions as JSON."""
    names = (one.name for one in rule_of(slug).DIMENSIONS)
    return standing.status.value, _json(zip(names, standing.dimensions, strict=True))


@lru_cache(maxsize=4096)
def status_of(slug: str, text: str) -> StrEnum:
    """A stored status as the word of the program's vocabulary."""
    return rule_of(slug).STATUSES(text)


@lru_cache(maxsize=4096)
def words_of(slug: str, text: str) -> tuple[StrEnum, ...]:
    """Stored dimensions as the words of the program's vocabularies, in the declared order."""
    told = json.loads(text)
    return tuple(one.values(told[one.name]) for one in rule_of(slug).DIMENSIONS)


@lru_cache(maxsize=8192)
def days_text(slug: str, days: tuple[PartialDate | None, ...]) -> str:
    """The rule's own days of a span, as they are stored: "" when none is known."""
    rule: Rule = rule_of(slug)
    known = [(name, str(day)) for name, day in zip(rule.DAYS, days, strict=False) if day]
    return _json(known) if known else ""


@lru_cache(maxsize=8192)
def days_of(slug: str, text: str) -> tuple[str, ...]:
    """Stored days in the declared order, "" for each that is not known."""
    told = json.loads(text) if text else {}
    return tuple(told.get(name, "") for name in rule_of(slug).DAYS)


def _json(pairs: Iterable[tuple[str, str]]) -> str:
    return json.dumps(dict(pairs), separators=(",", ":"))
