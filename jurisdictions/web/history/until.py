"""Histories as an edition knew them, so that what is cited stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jurisdictions.read.keeping.history_rows import FactHistory, PlaceChange
from jurisdictions.read.rows import AsOf


def until_edition(as_of: AsOf, found: FactHistory | None) -> FactHistory | None:
    """The history as the edition knew it, so that what is cited stays; None when it knew none."""
    last = as_of.edition.last_change
    versions = found.versions if found else ()
    known = tuple(one for one in versions if one.change.change_id <= last)
    return replace(found, versions=known) if found and known else None


def changes_until(as_of: AsOf, changes: Sequence[PlaceChange]) -> list[PlaceChange]:
    """The changes that the edition knew."""
    return [one for one in changes if one.change.change_id <= as_of.edition.last_change]
