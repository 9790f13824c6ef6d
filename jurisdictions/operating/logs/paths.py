"""A request's path as the log may have it: without what its reader searched, without secrets."""

from __future__ import annotations

import re

HIDDEN = "…"
SECRET = re.compile(
    r"(?<=/)((?:invitation|mail/(?:stop|confirm|leave)|account/password/reset/key"
    r"|account/confirm-email)/)[^/]+"
)
"""Who has the rest of these addresses may act as whoever got them by mail."""


def path_for_log(path: str) -> str:
    """The path, with secrets in it left out; what stands behind `?` is no part of a path."""
    return SECRET.sub(rf"\1{HIDDEN}", path)
