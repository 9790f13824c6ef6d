"""Known when: the rule asked what facts that became public later changed of earlier days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from jurisdictions.publish.programs import Loaded
from jurisdictions.status.geoids import is_county
from jurisdictions.status.learned import Later, Learned, later_of, learned
from jurisdictions.status.programs import rule_of

__all__ = ["Later", "Learned", "derive_later", "learned_at"]


def derive_later(
    program: str, loaded: Loaded, known_on: date | None = None
) -> Iterator[tuple[str, tuple[Later, ...]]]:
    """The county equivalents of which anything became known later, each with the days of that.

    `known_on`: by what was public on that day.
    """
    rule = rule_of(program)
    for geoid in filter(is_county, loaded.parents):
        if found := later_of(rule, _seen(program, loaded, geoid, known_on)):
            yield geoid, found


def learned_at(
    program: str, loaded: Loaded, geoid: str, day: date, known_on: date | None = None
) -> tuple[Learned, ...]:
    """What became public after `day` and changed what one knew of a place on it."""
    return learned(rule_of(program), _seen(program, loaded, geoid, known_on), day)


def _seen(program: str, loaded: Loaded, geoid: str, known_on: date | None) -> Any:
    seen = loaded.seen(geoid)
    return seen if known_on is None else rule_of(program).known_facts(seen, known_on)
