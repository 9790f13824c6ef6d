"""The words of the program as the public reads them."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.status.programs.priority_enforcement.vocabulary import Effect, Position, Status

LABELS = {
    Status: {
        Status.NOT_ASKED: _("Not asked"),
        Status.ASKED: _("Asked for notice"),
        Status.NO_LONGER_ASKED: _("No longer asked"),
    },
    Position: {
        Position.SILENT: _("Silent"),
        Position.ANNOUNCED: _("Announced"),
        Position.ASKS_FOR_NOTICE: _("Asks for notice"),
        Position.ENDED: _("Ended"),
    },
    Effect: {
        Effect.ANNOUNCED: _("Program announced"),
        Effect.BEGINS: _("Program begins"),
        Effect.ENDS: _("Program ends"),
        Effect.CONTEXT: _("Context"),
    },
}
