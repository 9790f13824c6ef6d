"""Bytes -> text, in whichever of the common encodings a spreadsheet program saved them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.tables import Unreadable, damaged

MARKS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
"""Byte-order marks, the codec that each tells of, and what people call it; the longest first."""
PAGES: Mapping[str, str] = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "MS-DOS"}
"""Code pages of one byte a letter that English and Spanish files come in, the likeliest first."""
LETTERS = frozenset("áéíóúüñÁÉÍÓÚÜÑ")
SIGNS = frozenset("¿¡ºª°“”‘’–—…•§©®«»½¼€£\xa0")
CHOICES: Mapping[str, str] = {
    "utf-8": "UTF-8",
    **PAGES,
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 BE",
}
"""The encodings that somebody may choose, and what people call them."""
_APOSTROPHE = re.compile(r"(?<=\w)’(?=(?:s|t|d|m|ll|re|ve)\b)|(?<=s)’(?= )|(?<=\b[OD])’(?=[A-Z])")
_NUL_SHARE = 0.2
"""So many of a text's bytes are NUL, at least, when each letter takes two bytes."""
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding in which it was read, and what is to be said of that."""

    text: str
    encoding: str
    said: list[str]


def decoded(raw: bytes) -> tuple[str, list[str]]:
    """The text of a file, and how it was read where that is not UTF-8. Raises Unreadable."""
    found = read_text(raw)
    return found.text, found.said


def read_text(raw: bytes, chosen: str = "") -> Decoded:
    """The text of a file, in the encoding that somebody chose or that it shows. Unreadable."""
    if chosen in CHOICES:
        return Decoded(_as_chosen(raw, chosen), chosen, [])
    for mark, codec, called in MARKS:
        if raw.startswith(mark):
            text = _strictly(raw, codec if called else "utf-8-sig")
            return Decoded(text, _wide_of(mark) if called else codec, _told(called))
    if codec := _wide(raw):
        return Decoded(_strictly(raw, codec), codec, _told("UTF-16"))
    if b"\0" in raw:
        raise Unreadable(
            _("holds NUL bytes: it is no text file (perhaps a spreadsheet; save it as CSV)")
        )
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", [])
    except UnicodeDecodeError as wrong:
        if _has_utf8(raw):
            line = raw[: wrong.start].count(b"\n") + 1
            message = _("is not UTF-8 text (line %(line)d): save it as “CSV UTF-8”")
            raise Unreadable(message % {"line": line}) from wrong
    page = code_page(raw)
    return Decoded(raw.decode(page, "replace"), page, _told(PAGES[page]))


def _as_chosen(raw: bytes, codec: str) -> str:
    """The text in an encoding whose signs need not all fit: what does not is seen, and told."""
    return raw.decode("utf-8-sig" if codec == "utf-8" else codec, "replace").removeprefix("\ufeff")


def _wide_of(mark: bytes) -> str:
    """The encoding of two bytes a letter that a mark tells of; of four none can be chosen."""
    return {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(mark, "")


def code_page(raw: bytes) -> str:
    """The code page in which the bytes make the most sense as English or Spanish."""
    return max(PAGES, key=lambda page: _sense(raw.decode(page, "replace"), page, raw))


def _sense(text: str, page: str, raw: bytes) -> int:
    """How much the signs beyond ASCII look like what people write."""
    score = 3 * len(_APOSTROPHE.findall(text))
    # Only old programs on a Mac end lines so.
    score += page == "mac_roman" and b"\r" in raw and b"\n" not in raw
    for at, sign in enumerate(text):
        if sign.isascii():
            continue
        beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        if sign in LETTERS:
            score += 2 if any(one.isalpha() for one in beside) else -1
        elif sign in "–—":
            # A dash stands between words or numbers, seldom at a letter.
            score += -2 if any(one.isalpha() for one in beside) else 1
        else:
            score += 1 if sign in SIGNS else -3
    return score


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte is NUL; "" for anything else."""
    looked = raw[:_LOOKED_AT]
    for codec, nuls, others in (
        ("utf-16-le", looked[1::2], looked[::2]),
        ("utf-16-be", looked[::2], looked[1::2]),
    ):
        if nuls.count(0) > len(looked) * _NUL_SHARE and others.count(0) == 0:
            return codec
    return ""


def _has_utf8(raw: bytes) -> bool:
    """Whether a letter of two bytes or more stands in it: then it is UTF-8, with a fault."""
    return any(not sign.isascii() for sign in raw.decode("utf-8", "ignore"))


def _strictly(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as wrong:
        raise damaged() from wrong


def _told(called: str) -> list[str]:
    said = _("its letters were read as %(encoding)s, for it is not UTF-8")
    return [said % {"encoding": called}] if called else []
