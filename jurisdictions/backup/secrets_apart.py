"""The settings that a restored tracker needs and that no copy of the data may hold beside it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from shlex import quote

from django.conf import settings

FOLDER = "secrets"
PRIVATE = 0o600
SAVED = (
    "SITE_URL",
    "MAIL_SITE_URL",
    "HTTPS",
    "DATABASE_URL",
    "BROKER_URL",
    "EMAIL_URL",
    "EMAIL_FROM",
    "OPERATOR_NAME",
    "OPERATOR_EMAIL",
    "OPERATOR_ADDRESS",
)
"""Variables of the environment that are written as they are set; SECRET_KEY always is."""


def write_secrets(folder: Path, name: str, at: datetime) -> Path:
    """Write `name`.env, which only its owner may read; the path. Raises OSError."""
    keys = [("SECRET_KEY", settings.SECRET_KEY)]
    if settings.SECRET_KEY_FALLBACKS:
        keys.append(("SECRET_KEY_FALLBACKS", ",".join(settings.SECRET_KEY_FALLBACKS)))
    told = keys + [(word, os.environ[word]) for word in SAVED if os.environ.get(word)]
    lines = [f"# {at.isoformat()}", *(f"{word}={quote(value)}" for word, value in told)]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{name}.env"
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path
