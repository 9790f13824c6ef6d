"""Texts that the record keeps in two languages."""

from __future__ import annotations

from typing import Any

SPANISH = "es"


def in_language(row: Any, field: str, language: str) -> str:
    """The field in the language; in the other one where the record has it in no other."""
    spanish, english = str(getattr(row, f"{field}_es", "")), str(getattr(row, field))
    return spanish or english if language == SPANISH else english or spanish
