"""The two forms of a line: for who reads along, and JSON for programs. Neither names a reader."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import Any

import orjson

from jurisdictions.operating.logs.number import number_now
from jurisdictions.operating.logs.paths import path_for_log, without_addresses

EXTRA = "told"
"""`logger.info(..., extra={"told": {...}})`: what a line of JSON says beside its message."""


class Numbered(logging.Filter):
    """Gives a line the number of what is being done, and leaves out secrets of addresses.

    Django's own lines about requests carry the request, and its path among what they say.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        # Django tells of a refusal after it has left all that surrounds the view.
        record.number = number_now() or getattr(request, "number", "")
        path = getattr(request, "path", None)
        if path and isinstance(record.args, tuple):
            record.args = tuple(path_for_log(path) if one == path else one for one in record.args)
        return True


class Discreet(logging.Formatter):
    """Tells of an error without the addresses of mail in it."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        return without_addresses(super().formatException(ei))


class PlainLines(Discreet):
    """`2026-11-27 12:00:00,000 ERROR django.request: Internal Server Error: / [7F3K-92]`."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        said = super().formatMessage(record)
        number = getattr(record, "number", "")
        return f"{said} [{number}]" if number else said


class JsonLines(Discreet):
    """One object a line: `at` (UTC), `level`, `logger`, `message`, `number`, and `error` if any."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if number := getattr(record, "number", ""):
            told["number"] = number
        told |= getattr(record, EXTRA, {})
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return orjson.dumps(told, default=str).decode()
