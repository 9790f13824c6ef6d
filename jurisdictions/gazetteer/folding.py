"""How names are compared: without accents, case and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’`")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A key for search and sort: no accents, no case, no punctuation.

    `static/js/core/folding.js` folds alike, and a test asks both about every character.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.category(c).startswith("M"))
    return _NOT_A_WORD.sub(" ", plain.translate(_APOSTROPHES)).strip()
