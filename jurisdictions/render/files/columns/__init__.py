"""The declared tables: what their columns are called, in which order, and what they mean."""

from jurisdictions.render.files.columns.changes import BY_STATE, CHANGES, CORRECTIONS
from jurisdictions.render.files.columns.claims import CLAIMS
from jurisdictions.render.files.columns.evidence import CITATIONS, SOURCES
from jurisdictions.render.files.columns.facts import FACTS, FIGURES
from jurisdictions.render.files.columns.places import SPANS, STATUSES
from jurisdictions.render.files.columns.policy import POLICY, POSITIONS

TABLES = (
    *(STATUSES, SPANS, FACTS, FIGURES, POLICY, POSITIONS, SOURCES, CITATIONS),
    *(CHANGES, BY_STATE, CORRECTIONS, CLAIMS),
)
"""Every table, in the order in which docs/columns.md explains them."""

OF_PLACES = (STATUSES, SPANS)
"""Those that another program has its own for; see `programs`."""

__all__ = [
    "BY_STATE",
    "CHANGES",
    "CITATIONS",
    "CLAIMS",
    "CORRECTIONS",
    "FACTS",
    "FIGURES",
    "OF_PLACES",
    "POLICY",
    "POSITIONS",
    "SOURCES",
    "SPANS",
    "STATUSES",
    "TABLES",
]
