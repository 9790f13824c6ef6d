"""The words of the program."""

from __future__ import annotations

from enum import StrEnum


class Effect(StrEnum):
    """What a federal act did to the program."""

    ANNOUNCED = "announced"
    BEGINS = "begins"
    ENDS = "ends"
    CONTEXT = "context"


class Position(StrEnum):
    """Where the federal government stood."""

    SILENT = "silent"
    ANNOUNCED = "announced"
    ASKS_FOR_NOTICE = "asks-for-notice"
    ENDED = "ended"


class Status(StrEnum):
    """How a place stood."""

    NOT_ASKED = "not-asked"
    ASKED = "asked-for-notice"
    NO_LONGER_ASKED = "no-longer-asked"
