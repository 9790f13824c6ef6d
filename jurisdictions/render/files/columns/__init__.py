"""The declared tables: what their columns are called, in which order, and what they mean."""

from jurisdictions.render.files.columns.changes import BY_STATE, CHANGES, CORRECTIONS
from jurisdictions.render.files.columns.claims import CLAIMS
from jurisdictions.render.files.columns.compared import compared_of, ways_of
from jurisdictions.render.files.columns.evidence import CITATIONS, SOURCES
from jurisdictions.render.files.columns.facts import FACTS, FIGURES, facts_of
from jurisdictions.render.files.columns.flags import flags_of
from jurisdictions.render.files.columns.known_later import known_later_of
from jurisdictions.render.files.columns.policy import POLICY, POSITIONS, policy_of, positions_of
from jurisdictions.render.files.columns.record import (
    EDITIONS,
    GLOSSARY,
    RECORD_CHANGES,
    VERSIONS,
)
from jurisdictions.render.files.columns.through_time import own_through_time, through_time_of
from jurisdictions.render.files.tables import Table

TABLES = (
    *(FACTS, FIGURES, POLICY, POSITIONS, SOURCES, CITATIONS),
    *(CHANGES, BY_STATE, CORRECTIONS, CLAIMS),
    *(GLOSSARY, EDITIONS, VERSIONS, RECORD_CHANGES),
)
"""Every table, in the order in which docs/columns.md explains them; those of places: `programs`."""


def tables_in(slug: str) -> tuple[Table, ...]:
    """The same, with the words of a program."""
    return (
        *(facts_of(slug), FIGURES, policy_of(slug), positions_of(slug), SOURCES, CITATIONS),
        *(
            CHANGES,
            BY_STATE,
            CORRECTIONS,
            compared_of(slug),
            ways_of(slug),
            known_later_of(slug),
            through_time_of(slug),
            *own_through_time(slug),
            CLAIMS,
            flags_of(slug),
            *(GLOSSARY, EDITIONS, VERSIONS, RECORD_CHANGES),
        ),
    )


__all__ = [
    "BY_STATE",
    "CHANGES",
    "CITATIONS",
    "CLAIMS",
    "CORRECTIONS",
    "FACTS",
    "FIGURES",
    "POLICY",
    "POSITIONS",
    "SOURCES",
    "TABLES",
    "compared_of",
    "facts_of",
    "flags_of",
    "known_later_of",
    "policy_of",
    "positions_of",
    "tables_in",
    "through_time_of",
    "ways_of",
]
