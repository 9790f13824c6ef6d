"""The one dimension, as pictures and tables show it."""

from __future__ import annotations

from django.utils.translation import gettext_noop as noop

from jurisdictions.render.words.shown import Shown

SHOWN = (
    Shown(
        noop("Federal position"),
        "position",
        "position",
        frozenset({"policy_event"}),
        lambda span: span.reasons,
        swatch=True,
    ),
)
