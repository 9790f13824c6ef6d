"""Texts as the report's fonts can show them: a sign that they lack is written as its code point.

PDF/UA asks for a glyph of every sign, so typst refuses a report over a single one that no font has
(ISO 14289-1, 7.21.4.1). Which signs these are typst itself says best.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import typst
from django.utils.encoding import iri_to_uri

from jurisdictions.record.cleaning import clean, code_point

_ALWAYS = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u00ff–—‘’“”•…›‹]*")
"""What our own fonts surely have."""
_ADDRESS = re.compile(r"https?://\S+")
_AT_FAULT = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_SAME_TO_A_READER = ("<compat>", "<wide>", "<narrow>", "<noBreak>", "<font>", "<small>")
"""Decompositions that lose nothing: ﬁ, ３; not ½ or ²."""
Lacking = frozenset[str] | None
_UNDRAWN = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Joiners and selectors: without the picture or letter that they shape they are nothing."""


def shown(told: Any, lacking: Lacking = frozenset()) -> Any:
    """Texts, and lists and objects of them, without the signs of `lacking`; None: plain ones only.

    Neighbouring signs share their brackets: ‹U+4E2D U+6587›. An address keeps leading where it led.
    """
    match told:
        case str():
            return told if _ALWAYS.fullmatch(told) else _text(told, lacking)
        case dict():
            return {name: shown(one, lacking) for name, one in told.items()}
        case list() | tuple():
            return [shown(one, lacking) for one in told]
        case _:
            return told


def signs_at_fault(wrong: typst.TypstError) -> frozenset[str]:
    """The signs for which typst found no glyph; none when it is something else that went wrong."""
    texts = _AT_FAULT.findall(str(getattr(wrong, "diagnostic", "") or wrong))
    plain = "".join(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in texts)
    return frozenset(sign for sign in plain if not _ALWAYS.fullmatch(sign))


def _text(text: str, lacking: Lacking) -> str:
    # What was recorded before texts were cleaned is cleaned here.
    text = clean(text)
    if _ADDRESS.fullmatch(text):
        return iri_to_uri(text)
    if lacking is None or not lacking.isdisjoint(text):
        text = _UNDRAWN.sub("", text)
    parts = (_part(sign, lacking) for sign in text)
    return "".join(parts).replace("›‹", " ")


def _part(sign: str, lacking: Lacking) -> str:
    if _ALWAYS.fullmatch(sign) or (lacking is not None and sign not in lacking):
        return sign
    how, _blank, codes = unicodedata.decomposition(sign).partition(" ")
    if how in _SAME_TO_A_READER:
        plain = "".join(chr(int(code, 16)) for code in codes.split())
        if _ALWAYS.fullmatch(plain):
            return plain
    return f"‹{code_point(sign)}›"
