"""How names are compared: without accents, case and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A key for search and sort: no accents, no case, no punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`")
    return _NOT_A_WORD.sub(" ", letters).strip()
