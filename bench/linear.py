"""Publishing as many times as many places: the cost of one place must stay the same.

Copies every state with its places and facts under codes of its own, in the database of the
settings, publishes all, and undoes everything.
"""

from __future__ import annotations

from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from django.db import transaction

from bench.table import Budget, Row, held
from jurisdictions.models import (
    Activation,
    AgreementStep,
    Edition,
    Fact,
    Jurisdiction,
    OptOutStep,
    Span,
)
from jurisdictions.publish.editions import publish_edition
from jurisdictions.status.geoids import NATION

BUDGETS = {"each": Budget(1.5, "times the cost of one place")}
PROGRAM = "secure-communities"
FIRST_CODE = 0x100
"""Codes of copied states are one letter beyond the real ones' digits, and their tens."""


def measure(full: bool = False) -> list[Row]:
    """What was measured, the figure, the budget: one row for each size."""
    rows = []
    base = 0.0
    for times in (1, 10, 100) if full else (1, 10):
        places, spent = published(times)
        each = spent / places * 1000
        base = base or each
        figure = f"{spent:.1f} s, {each:.2f} ms a place ({each / base:.2f} of x1)"
        what = f"publish {places:,} places (x{times})"
        rows.append(held(what, figure, each / base, BUDGETS["each"]))
    return rows


def published(times: int) -> tuple[int, float]:
    """Publish the record times as large; answers its places and the seconds."""
    with transaction.atomic():
        for copy in range(1, times):
            for model in (Jurisdiction, Activation, AgreementStep, OptOutStep):
                copy_all(model, copy)
        Span.objects.all().delete()
        Edition.objects.all().delete()
        began = perf_counter()
        done = publish_edition(
            program=PROGRAM, by="bench", reason="bench", at=datetime(2026, 11, 22, tzinfo=UTC)
        )
        spent = perf_counter() - began
        transaction.set_rollback(True)
    return done.places, spent


def copy_all(model: Any, copy: int) -> None:
    """Every current version of a kind once more, in the states of this copy."""
    own = model._default_manager.filter(superseded_at=None, fact__key__regex=r"^[\x20-\x7f]*$")
    versions = list(own.exclude(geoid=NATION).select_related("fact"))
    facts = Fact.objects.bulk_create(
        (
            Fact(
                program=v.fact.program, kind=v.fact.kind, key=f"{v.fact.key}{chr(FIRST_CODE)}{copy}"
            )
            for v in versions
        ),
        batch_size=300,
    )
    for version, fact in zip(versions, facts, strict=True):
        version.pk, version.fact = None, fact
        version.geoid = recoded(version.geoid, copy)
        if isinstance(version, Jurisdiction) and version.parent:
            version.parent = recoded(version.parent, copy)
        if isinstance(version, (AgreementStep, OptOutStep)):
            version.thread = f"{version.thread}{chr(FIRST_CODE)}{copy}"
    model._default_manager.bulk_create(versions, batch_size=50)


def recoded(geoid: str, copy: int) -> str:
    """A geoid in the copy: two characters for the state, as before."""
    return f"{geoid[0]}{chr(FIRST_CODE + copy * 10 + int(geoid[1]))}{geoid[2:]}"
