"""What facts of Secure Communities say that have no text of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.days import when_text
from jurisdictions.status.kinds import FactKind


def activation_text(fact: FactRow) -> str:
    """That fingerprint sharing began, and when it stopped."""
    place = fact.place or fact.title
    began = (
        _("Fingerprint sharing began in %(place)s.") % {"place": place}
        if place
        else _("Fingerprint sharing began.")
    )
    if fact.ended_on:
        began = _("%(sentence)s It stopped %(when)s.") % {
            "sentence": began,
            "when": when_text(fact.ended_on),
        }
    return f"{began} {fact.summary}".strip()


def measure_text(fact: FactRow) -> str:
    """What a measure says, and when it ended."""
    if not fact.ended_on:
        return fact.summary
    ended = _("It ended %(when)s.") % {"when": when_text(fact.ended_on)}
    return f"{fact.summary} {ended}".strip()


TEXTS: Mapping[str, Callable[[FactRow], str]] = {
    FactKind.ACTIVATION: activation_text,
    FactKind.LOCAL_MEASURE: measure_text,
}
"""By the kind of fact."""
