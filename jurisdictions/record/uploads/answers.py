"""What the author of an upload answered, beside the places: kept with the upload as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import ask_for_check, own_upload
from jurisdictions.record.written_dates import DAY_FIRST, MONTH_FIRST, Order


@dataclass(frozen=True, slots=True)
class Answers:
    """`orders`: of day and month, by column."""

    orders: Mapping[str, Order] = field(default_factory=dict)

    @classmethod
    def kept(cls, told: Mapping[str, Any]) -> Answers:
        """The answers as an upload keeps them."""
        return cls(orders=told.get("orders", {}))


@transaction.atomic
def answer_orders(*, upload: int, orders: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Say whether the month or the day comes first in a column; then the file is checked again."""
    found = own_upload(upload, by)
    known = {name: one for name, one in orders.items() if one in (MONTH_FIRST, DAY_FIRST)}
    found.answers = {**found.answers, "orders": {**found.answers.get("orders", {}), **known}}
    ask_for_check(found, by, at)
