"""A problem document for programs (RFC 9457)."""

from __future__ import annotations

import json

PROBLEM = "application/problem+json"


def problem_bytes(
    status: int, title: str, detail: str, *, kind: str = "", parameter: str | None = None
) -> bytes:
    """The document as UTF-8 JSON; `kind` ends the address of its explanation."""
    document = {
        "type": f"/api/docs/#problem-{kind or status}",
        "title": title,
        "status": status,
        "detail": detail,
        "parameter": parameter,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
