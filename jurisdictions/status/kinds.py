"""The kinds of fact, each declared once: what every room has to know of a kind is read here.

Those that all programs tell are declared here, those of one program in `kinds` in its folder. What
only one room says of a kind (its table, columns, form, labels) stands in that room, in a table by
kind; `tests/test_kinds.py` fails when one of them lacks a kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jurisdictions.status.kind_of_fact import (
    BY,
    CITED_IN,
    NOTE,
    SUMMARY,
    TITLE,
    FactKind,
    KindOfFact,
    Level,
)
from jurisdictions.status.programs import packages, part_in

__all__ = [
    "CITED",
    "KINDS_OF_FACT",
    "NATIONAL",
    "OF_AGENCIES",
    "OF_ALL",
    "PLACED",
    "SHARED",
    "THREADS",
    "TOLD",
    "FactKind",
    "KindOfFact",
    "Level",
    "kinds_in",
    "kinds_of",
    "told_in",
]

OF_ALL = (
    KindOfFact(
        FactKind.JURISDICTION,
        "jurisdictions.csv",
        keyed_by=("geoid",),
        small=("name", "name_es", "aliases", *NOTE),
        shared=True,
        cited=False,
        word="kind",
        day="",
        public="",
        period=("valid_from", "valid_to"),
    ),
    KindOfFact(
        FactKind.SOURCE,
        "sources.csv",
        keyed_by=("key",),
        small=("title", "publisher", "url", "archive_url", "language"),
        placed=False,
        shared=True,
        cited=False,
        decides=False,
        word="kind",
        day="published_on",
        public="",
    ),
    KindOfFact(
        FactKind.POLICY_EVENT,
        "policy_events.csv",
        keyed_by=("event",),
        small=(*BY, *TITLE, *SUMMARY, *CITED_IN),
        levels=(Level.NATION,),
        placed=False,
        word="effect",
    ),
    KindOfFact(
        FactKind.REPORTED_FIGURE,
        "reported_figures.csv",
        keyed_by=("geoid", "metric", "period_start", "as_of", "source"),
        # The source of a figure is part of its key.
        small=("unit", *NOTE, "reason", "reason_es", "locator", "quote"),
        levels=(Level.COUNTY, Level.STATE, Level.NATION),
        decides=False,
        word="metric",
        day="as_of",
        period=("period_start", "as_of"),
    ),
    KindOfFact(
        FactKind.EXPLANATION,
        "explanations.csv",
        keyed_by=("flag",),
        small=(*SUMMARY, *CITED_IN),
        may_lack_source=True,
        decides=False,
        day="",
        public="",
    ),
)
"""The kinds that all programs tell."""


def _declared() -> Iterator[KindOfFact]:
    """All of them, program by program."""
    yield from OF_ALL
    for slug in packages():
        yield from getattr(part_in("jurisdictions.status.programs", slug, "kinds"), "OWN", ())


_IN_ORDER = list(FactKind)
KINDS_OF_FACT: Mapping[str, KindOfFact] = {
    one.kind.value: one for one in sorted(_declared(), key=lambda one: _IN_ORDER.index(one.kind))
}
"""Every kind of fact by its name."""

SHARED = tuple(name for name, one in KINDS_OF_FACT.items() if one.shared)
"""Kinds whose facts belong to all programs."""
CITED = tuple(name for name, one in KINDS_OF_FACT.items() if one.cited)
"""Kinds whose facts each name a source."""
OF_AGENCIES = tuple(name for name, one in KINDS_OF_FACT.items() if one.of_agency)
"""Kinds whose facts are about an agency, and so about the places that it serves."""
TOLD = tuple(name for name, one in KINDS_OF_FACT.items() if not one.shared)
"""Kinds whose facts are said of places and of the nation, in a program."""
PLACED = tuple(name for name, one in KINDS_OF_FACT.items() if one.placed)
"""Kinds whose facts each name a place."""
NATIONAL = tuple(name for name, one in KINDS_OF_FACT.items() if one.national)
"""Kinds whose facts are the nation's."""
THREADS: Mapping[str, str] = {name: one.thread for name, one in KINDS_OF_FACT.items() if one.thread}
"""Kinds that are told in steps, and the column that names their thread."""


def kinds_in(program: str) -> tuple[str, ...]:
    """The kinds of fact that a program has, in the order in which a folder of them is read."""
    return tuple(name for name, one in KINDS_OF_FACT.items() if one.program in {"", program})


def told_in(program: str) -> tuple[str, ...]:
    """The kinds of fact that a program tells of places and of the nation."""
    return tuple(name for name in kinds_in(program) if name in TOLD)


def kinds_of(level: Level, program: str) -> tuple[str, ...]:
    """The kinds of fact that a program records of a county, of a state or of the nation."""
    return tuple(name for name in kinds_in(program) if level in KINDS_OF_FACT[name].levels)
