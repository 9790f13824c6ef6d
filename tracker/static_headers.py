"""What static files say beside themselves: a document among them may run and load nothing."""

from __future__ import annotations

from collections.abc import MutableMapping

DOCUMENTS = (".svg", ".html", ".xml", ".txt")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def add_headers(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Let no type be guessed; what may be opened alone, as pictures are, has its own policy."""
    del url
    headers["X-Content-Type-Options"] = "nosniff"
    if path.endswith(".js"):
        # In UTF-8 by definition (RFC 9239), and fifty to a page: nothing is said twice.
        headers["Content-Type"] = "text/javascript"
    if path.endswith(DOCUMENTS):
        headers["Content-Security-Policy"] = POLICY
