"""Where mails go: to a mail server, to files that a page shows, or to this process's output."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from tracker.environment import data_dir, flag

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
"""Plain, upgraded by STARTTLS, encrypted from the start."""
_BACKENDS = "django.core.mail.backends"


def mail_server(address: str) -> dict[str, Any]:
    """The settings that an EMAIL_URL stands for: smtp+tls://user:password@host:587."""
    parts = urlsplit(address)
    try:
        port = parts.port or PORTS[parts.scheme]
    except (KeyError, ValueError):
        port = 0
    if not port or not parts.hostname or parts.path not in {"", "/"} or parse_qs(parts.query):
        message = "EMAIL_URL is not understood: write smtp+tls://user:password@host:587"
        raise ImproperlyConfigured(message)
    return {
        "EMAIL_BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


EMAIL_URL = os.environ.get("EMAIL_URL", "")
# A page that shows every mail to whoever asks: for trying the tracker out, never in public.
DEV_OUTBOX = flag("DEV_OUTBOX")
OUTBOX = data_dir() / "outbox"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM") or "Tracker <tracker@localhost>"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
if EMAIL_URL:
    globals().update(mail_server(EMAIL_URL))
elif DEV_OUTBOX and not flag("HTTPS"):
    EMAIL_BACKEND = f"{_BACKENDS}.filebased.EmailBackend"
    EMAIL_FILE_PATH = OUTBOX
else:
    EMAIL_BACKEND = f"{_BACKENDS}.console.EmailBackend"
# Whether somebody outside gets them, or can at least read them: else nobody is asked to follow.
MAILS_ARRIVE = bool(EMAIL_URL) or (DEV_OUTBOX and not flag("HTTPS"))
