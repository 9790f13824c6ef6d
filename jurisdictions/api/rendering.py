"""Rows to JSON bytes: one pass of a fast encoder, no serializer per row."""

from __future__ import annotations

from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer

from jurisdictions.status.dates import PartialDate

OPTIONS = orjson.OPT_PASSTHROUGH_DATACLASS
"""A partial date is text, not the object of its fields."""


def json_bytes(data: object) -> bytes:
    """UTF-8 JSON without blanks; days and partial dates as the text they are written in."""
    return orjson.dumps(data, default=_written, option=OPTIONS)


def _written(value: object) -> str:
    if isinstance(value, PartialDate):
        return str(value)
    message = f"{type(value).__name__} has no place in an answer"
    raise TypeError(message)


class PlainJSONRenderer(BaseRenderer):
    """The answer as it stands."""

    media_type = "application/json"
    format = "json"
    charset = None
    render_style = "binary"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,  # noqa: ARG002 - the framework's signature
        renderer_context: object = None,  # noqa: ARG002 - the framework's signature
    ) -> bytes:
        """The bytes of `data`; none for an answer without a body."""
        return b"" if data is None else json_bytes(data)
