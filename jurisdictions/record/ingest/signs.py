"""Signs that went wrong on the way: read twice in a wrong encoding, or not to be seen at all."""

from __future__ import annotations

import re
import unicodedata

_BEYOND = re.compile(r"[^\x00-\x7f]+")
LOST = "\ufffd"
"""What stands where a letter could not be read."""
WRONGLY_READ_AS = {"cp1252": "ÂÃÅâ", "mac_roman": "¬√≈‚"}
"""What programs take UTF-8 for when they are not told, and what its first bytes then look like."""
MOST_TIMES = 3
_UNASSIGNED = {sign: bytes([sign]) for sign in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that Windows-1252 leaves open; programs keep them as they are."""


def undone(text: str) -> str:
    """A text whose UTF-8 was taken for another encoding, as it was written: "pidiÃ³" is "pidió"."""
    return _BEYOND.sub(lambda found: _meant(found.group()), text)


def _meant(signs: str) -> str:
    """What signs were before they were read wrongly, perhaps more than once."""
    for page, beginnings in WRONGLY_READ_AS.items():
        found = signs if any(sign in beginnings for sign in signs) else ""
        for _again in range(MOST_TIMES):
            if not (found := _before(found, page)):
                break
            if all(_is_likely(sign) for sign in found) and not _before(found, page):
                return found
    return signs


def _before(signs: str, page: str) -> str:
    """The signs whose UTF-8 reads as these in a code page; "" when there are none."""
    try:
        return b"".join(_byte(sign, page) for sign in signs).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(sign: str, page: str) -> bytes:
    unassigned = _UNASSIGNED.get(ord(sign)) if page == "cp1252" else None
    return unassigned or sign.encode(page)


def _is_likely(sign: str) -> bool:
    """A sign of European writing: chance seldom makes one out of two others."""
    code = ord(sign)
    return 0xA0 <= code <= 0x17F or 0x2010 <= code <= 0x203A or code in {0x20AC, 0x2122, 0xFEFF}


def spaced(text: str) -> str:
    """Every kind of blank as a plain one."""
    return "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)


def is_broken(text: str) -> bool:
    """Whether a letter was lost, or half of one is left."""
    return any(sign == LOST or "\ud800" <= sign <= "\udfff" for sign in text)
