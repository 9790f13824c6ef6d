"""What a source vouches for: a value that changes needs a source that says the new one."""

from __future__ import annotations

from collections.abc import Collection

from jurisdictions.record.columns import Kind

NOT_VOUCHED = frozenset(
    {
        *("by", "to", "place", "summary", "note", "title", "name", "aliases", "moa_url"),
        *("unit", "instrument", "sure", "seq", "step_id"),
    }
)
"""Wordings, how sure a curator is, where a step stands: no rule and no figure reads them."""


def vouched(kind: Kind) -> tuple[str, ...]:
    """The columns whose values a source vouches for: dates, places, words, figures.

    None where the source is part of what the fact is called, as of a figure: whoever names the
    fact has named its source, and another source means another fact.
    """
    if not kind.cited or "source" in kind.keyed_by:
        return ()
    return tuple(
        column.name
        for column in kind.columns
        if column.target
        and column.name not in NOT_VOUCHED
        and column.name not in kind.keyed_by
        and not column.name.endswith("_es")
    )


def needs_source(kind: Kind, changed: Collection[str]) -> bool:
    """Whether one of the columns that change is vouched for by a source."""
    return not set(vouched(kind)).isdisjoint(changed)
