"""What was just written becomes an edition, and the worker is asked for its data package."""

from __future__ import annotations

from datetime import datetime

from jurisdictions.models import Proposal
from jurisdictions.models.proposal import DECIDED
from jurisdictions.publish.changes import programs_touched
from jurisdictions.publish.editions import Progress, Published, publish_edition
from jurisdictions.record.jobs.effects import ask_effects
from jurisdictions.record.jobs.packages import ask_package
from jurisdictions.record.public_words import tidy


def publish_change(
    *,
    program: str,
    by: str,
    reason: str,
    at: datetime,
    progress: Progress = lambda done, total: None,
) -> Published:
    """Publish in the transaction of the change; the package is made once that is kept.

    A change of a place, an agency or a source publishes every program that it touches.
    """
    published = _publish(program, by=by, reason=reason, at=at, progress=progress)
    for other in programs_touched(program):
        _publish(other, by=by, reason=reason, at=at)
    if Proposal.objects.exclude(status__in=DECIDED).exists():
        ask_effects(at=at)
    return published


def _publish(
    program: str,
    *,
    by: str,
    reason: str,
    at: datetime,
    progress: Progress = lambda done, total: None,
) -> Published:
    published = publish_edition(
        program=program, by=by, reason=tidy(reason), at=at, progress=progress
    )
    if published.new:
        ask_package(program=program, edition=published.number, by=by, at=at)
    return published
