"""The tables of its places: on a day, and through time."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.places import (
    BEGINNING,
    DAY,
    KNOWN_ENDS,
    PLACE,
    REASONS,
    SINCE,
)
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.programs.priority_enforcement.vocabulary import Position, Status

STATUS = Column(
    "status",
    _("Status"),
    _("How the place stood, by the rule of this tracker."),
    ColumnKind.WORD,
    words=(Status,),
)
POSITION = Column(
    "position",
    _("Federal position"),
    _("Where the federal government stood."),
    ColumnKind.WORD,
    words=(Position,),
)

STATUSES = Table("statuses", _("Places on a day"), (*PLACE, DAY, STATUS, *SINCE))
SPANS = Table(
    "spans",
    _("Places through time"),
    (*PLACE, *BEGINNING, STATUS, POSITION, REASONS, *KNOWN_ENDS),
)
