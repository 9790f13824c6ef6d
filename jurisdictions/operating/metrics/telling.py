"""All numbers as Prometheus reads them: the text format, version 0.0.4."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jurisdictions.operating.metrics.counting import counted

TEXT = "text/plain; version=0.0.4; charset=utf-8"


def metrics_text(now: Callable[[], datetime]) -> bytes:
    """What was counted and what stands."""
    from prometheus_client import CollectorRegistry, generate_latest

    from jurisdictions.operating.metrics.standing import StandingCollector

    standing = CollectorRegistry()
    standing.register(StandingCollector(now))
    return generate_latest(counted()) + generate_latest(standing)
