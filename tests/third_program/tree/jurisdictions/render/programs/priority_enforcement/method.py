"""The rule as tables for the public."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.method import Line, Meaning
from jurisdictions.status.programs.priority_enforcement.vocabulary import Effect, Status

EFFECTS = (
    Meaning(Effect.ANNOUNCED, _("The federal position becomes “announced”.")),
    Meaning(Effect.BEGINS, _("Every place is asked for notice from this day on.")),
    Meaning(Effect.ENDS, _("No place is asked any longer.")),
    Meaning(Effect.CONTEXT, _("Shown for context. It changes nothing.")),
)
LINES = (
    Line(1, _("The program has ended."), Status.NO_LONGER_ASKED),
    Line(2, _("The program has begun."), Status.ASKED),
    Line(3, _("None of these."), Status.NOT_ASKED),
)


def told(as_of: AsOf) -> dict[str, object]:
    """Nothing more."""
    del as_of
    return {}
