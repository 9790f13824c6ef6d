"""What the tests of proposals share: a program, a moment, a few wishes about Illinois."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.proposals import WishDraft, propose

PROGRAM = "secure-communities"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
KANE, COOK, LAKE = "activation:17089", "activation:17031", "activation:17097"
LIST, CHRON = "ice_activated_list", "ilchron"
LETTER = WishDraft("record", "source", cells={"key": "kane-letter", "title": "Kane's letter"})


def step(seq: int = 1, **cells: str) -> WishDraft:
    """A step of a request of Kane County, which has none on record."""
    told = {"request": "kane-2010", "seq": str(seq), "geoid": "17089", "step": "requested"}
    return WishDraft("record", "opt_out", cells={**told, "on": "2010-07", "source": LIST, **cells})


def corrected(name: str = KANE, /, base: int | None = None, **cells: str) -> WishDraft:
    """Another day of activation, or other cells of any fact; a new day or place names a source."""
    told = cells or {"activated_on": "2010-01-05"}
    cited = {"source": LIST} if {"activated_on", "on", "geoid"} & told.keys() else {}
    return WishDraft("correct", "", name, {**cited, **told}, base)


def retracted(name: str = KANE, base: int | None = None) -> WishDraft:
    """A fact taken off the record."""
    return WishDraft("retract", "", name, base=base)


def disputed(name: str = KANE, base: int | None = None, **cells: str) -> WishDraft:
    """Another source that gives another day."""
    told = {"field": "activated_on", "said": "2009-12-01", "source": CHRON}
    return WishDraft("contradict", "", name, {**told, **cells}, base)


def proposed(by: Actor, *wishes: WishDraft, **told: Any) -> int:
    """A proposal; answers its number."""
    asked: dict[str, Any] = {"title": "A letter", "reason": "A letter was found.", "at": NOON}
    return propose(program=PROGRAM, wishes=wishes or [step()], by=by, **{**asked, **told})


def rows_of_every_table() -> dict[str, int]:
    """How many rows each of our tables has."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        counts = {}
        for table in sorted(tables):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # noqa: S608 - our own table names
            counts[table] = cursor.fetchone()[0]
    return counts


def said(faults: Sequence[object]) -> list[str]:
    """Faults as people read them."""
    return [str(fault) for fault in faults]
