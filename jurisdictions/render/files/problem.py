"""A problem document for programs (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

PROBLEM = "application/problem+json"


def problem_bytes(
    status: int,
    title: str,
    detail: str,
    *,
    kind: str = "",
    parameter: str | None = None,
    faults: Sequence[Mapping[str, Any]] | None = None,
) -> bytes:
    """The document as UTF-8 JSON; `kind` ends the address of its explanation.

    `faults`: of what was sent to be written, what is wrong with it; None where nothing was sent.
    """
    document: dict[str, Any] = {
        "type": f"/api/docs/#problem-{kind or status}",
        "title": title,
        "status": status,
        "detail": detail,
        "parameter": parameter,
    }
    if faults is not None:
        document["faults"] = list(faults)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
