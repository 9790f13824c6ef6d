"""What only this program knows of its facts: what the days of agreements and measures rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jurisdictions.models import AgreementStep, LocalMeasure
from jurisdictions.read.sureness.vouched import Told
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.kinds import FactKind


def told(slug: str, last_change: int) -> Mapping[str, Told]:
    """By name the facts that say what their day rests on. Two queries."""
    found: dict[str, Told] = {}
    steps = AgreementStep.objects.after_change(last_change).filter(fact__program__slug=slug)
    measures = LocalMeasure.objects.after_change(last_change).filter(fact__program__slug=slug)
    rows: Any = steps.values_list("fact__key", "basis", "on")
    found |= _told(FactKind.AGREEMENT.value, rows)
    rows = measures.values_list("fact__key", "date_basis", "on")
    return found | _told(FactKind.LOCAL_MEASURE.value, rows)


def _told(kind: str, rows: Iterable[tuple[str, str, PartialDate | None]]) -> dict[str, Told]:
    return {
        f"{kind}:{key}": Told(kind, said, on.first_day if on else None) for key, said, on in rows
    }
