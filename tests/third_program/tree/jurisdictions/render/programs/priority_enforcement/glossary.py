"""What each word of the program means."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.status.programs.priority_enforcement.vocabulary import Position, Status

STATUS_TEXTS = {
    Status.NOT_ASKED: _("ICE had not begun to ask for notice."),
    Status.ASKED: _("ICE asked the jail for notice before it released people whom ICE named."),
    Status.NO_LONGER_ASKED: _("The program had ended."),
}
DIMENSION_TEXTS = (
    (
        "position",
        _("Federal position"),
        {
            Position.SILENT: _("The program had not been announced."),
            Position.ANNOUNCED: _("The program was announced."),
            Position.ASKS_FOR_NOTICE: _("ICE asked for notice."),
            Position.ENDED: _("The President had ended the program."),
        },
    ),
)
FIELD_TERMS = (("notice", _("Notice"), _("Word to ICE that somebody is about to leave a jail.")),)
