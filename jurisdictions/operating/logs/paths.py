"""What the log may have of a path and of an error: no search, no secrets, no address of mail."""

from __future__ import annotations

import re

HIDDEN = "…"
SECRET = re.compile(
    r"(?<=/)((?:invitation|mail/(?:stop|confirm|leave)|account/password/reset/key"
    r"|account/confirm-email)/)[^/]+"
)
"""Who has the rest of these addresses may act as whoever got them by mail."""

MAIL = re.compile(r"[^\s\"'<>(){}\[\]@:,]+@[^\s\"'<>(){}\[\]@,]+")


def path_for_log(path: str) -> str:
    """The path, with secrets in it left out; what stands behind `?` is no part of a path."""
    return SECRET.sub(rf"\1{HIDDEN}", path)


def without_addresses(text: str) -> str:
    """An error's text without addresses of mail, which mail servers repeat in theirs."""
    return MAIL.sub(HIDDEN, text)
