"""The six dimensions, as pictures and tables show them."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_noop as noop

from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.words.shown import Shown

STATE_AGENCY = "state_agency"
"""Marks agreements of the state's own agencies: they are of the kind of local ones."""
Reasons = Callable[[SpanRow], tuple[FactRow, ...]]


def _of(*kinds: str) -> Reasons:
    return lambda span: tuple(fact for fact in span.reasons if fact.kind in kinds)


SHOWN = (
    Shown(
        noop("Federal position"),
        "position",
        "position",
        frozenset({"policy_event"}),
        _of("policy_event"),
        swatch=True,
    ),
    Shown(
        noop("Local agreement"),
        "local_agreement",
        "local_agreement",
        frozenset({"agency_agreement"}),
        _of("agency_agreement"),
        swatch=True,
    ),
    Shown(noop("Reach"), "reach", "reach", frozenset(), lambda span: ()),
    Shown(
        noop("State agency"),
        "state_agency",
        "state_agency",
        frozenset({STATE_AGENCY}),
        lambda span: (),
    ),
    Shown(
        noop("Application"),
        "application",
        "application",
        frozenset({"application"}),
        _of("application"),
    ),
    Shown(
        noop("State law"),
        "state_law",
        "state_law",
        frozenset({"state_law"}),
        _of("state_law"),
        swatch=True,
    ),
)
"""In the order of the rule, top to bottom."""
