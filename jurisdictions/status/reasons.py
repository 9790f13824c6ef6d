"""The facts that decided, in the order in which they took effect."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jurisdictions.status.tracks import Reason


def in_order(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Public names in the order in which the facts took effect, each once.

    Facts of one day stay as given, a federal act after all others.
    """
    return tuple(dict.fromkeys(reason.fact for reason in sorted(reasons, key=_turn)))


def _turn(reason: Reason) -> tuple[date, bool, int]:
    # The places of two facts in two files cannot be compared; all federal acts are in one.
    return reason.day, reason.federal, reason.order if reason.federal else 0
