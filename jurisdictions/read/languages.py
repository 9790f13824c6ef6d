"""Texts that the record keeps in two languages."""

from __future__ import annotations

from typing import Any

SPANISH = "es"


def in_language(row: Any, field: str, language: str) -> str:
    """The field in the language; in English where the record has no Spanish."""
    spanish = str(getattr(row, f"{field}_es", "")) if language == SPANISH else ""
    return spanish or str(getattr(row, field))
