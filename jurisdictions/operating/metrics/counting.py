"""What each web process counts: requests by view and class of status, kept answers.

Several processes write their counts into files of one folder (PROMETHEUS_MULTIPROC_DIR, which
`serve_web` sets), so that whichever is asked tells of all. Nothing is counted where no numbers
are asked for, and nothing by who asked.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry, Counter, Histogram

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
HIT, MISS, BEFORE = "hit", "miss", "before"


def are_wanted() -> bool:
    """Whether the operator asks for numbers."""
    return bool(settings.METRICS_PORT or settings.METRICS_TOKEN)


def count_request(view: str, status: int, seconds: float) -> None:
    """Note a request that was answered."""
    if are_wanted():
        _requests().labels(view, f"{status // 100}xx").observe(seconds)


def count_kept(outcome: str) -> None:
    """Note an answer: kept already (HIT), kept from now on (MISS), or from BEFORE a change."""
    if are_wanted():
        _kept().labels(outcome).inc()


def counted() -> CollectorRegistry:
    """All that was counted, of every process that shares the folder."""
    from prometheus_client import CollectorRegistry
    from prometheus_client.multiprocess import MultiProcessCollector

    _requests(), _kept()
    if not os.environ.get(FOLDER):
        return _own()
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry


@cache
def _own() -> CollectorRegistry:
    """Of ours alone: the library's own adds what each Python process tells of itself."""
    from prometheus_client import CollectorRegistry, disable_created_metrics

    disable_created_metrics()  # type: ignore[no-untyped-call]
    return CollectorRegistry()


@cache
def _requests() -> Histogram:
    # Imported here: the library looks for the folder when it is loaded.
    from prometheus_client import Histogram

    return Histogram(
        "tracker_request_seconds",
        "Seconds until an answer began, by view and class of status.",
        ("view", "status"),
        buckets=SECONDS,
        registry=_own(),
    )


@cache
def _kept() -> Counter:
    from prometheus_client import Counter

    return Counter(
        "tracker_kept_answers",
        "Requests that a kept answer was given to, and those whose answer was kept for the next.",
        ("outcome",),
        registry=_own(),
    )
