"""One cleaner for every text that enters, by whatever door: what nobody sees does not come in.

Categories and properties are Unicode's (UAX #44); what may join letters follows UAX #31.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from django.utils.translation import ngettext

_PLAIN = re.compile(r"[\n -~]*")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
_JOINERS = frozenset("\u200c\u200d")
"""They shape the letters of some scripts, and the parts of some pictures; elsewhere they hide."""
_SHAPED_FROM = "\u0600"
_SEEN_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Signs of category Cf that are drawn: Arabic, Syriac and Kaithi numbers and marks."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks that are drawn as nothing."""
_KEPT_SPACES = frozenset(" \u00a0\u202f")
_SYMBOLS = dict(
    zip(
        # Places of the fonts Symbol and Wingdings, as Word writes its bullets, arrows and ticks.
        "\uf020\uf02d\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf077\uf09f\uf0a7\uf0a8\uf0b0\uf0b1"
        "\uf0b7\uf0d8\uf0df\uf0e0\uf0e8\uf0f0\uf0fb\uf0fc\uf0fe",
        " −●■□❑◆❖⬥•▪□°±•➢←→➔⇨✗✓☑",
        strict=True,
    )
)


def clean(text: str, taken: Counter[str] | None = None) -> str:
    r"""The text in Unicode's composed form (NFC), its line ends plain, without unseen signs.

    Controls, byte-order marks, zero widths, bidirectional overrides, halves of surrogate pairs and
    places for private use go; what symbol fonts and Windows put in such places stays, as what it
    means. Blanks of other widths and tabs become plain ones. `taken` counts each sign that went or
    was written otherwise. Cleaning twice changes nothing more.
    """
    if _PLAIN.fullmatch(text):
        return text
    taken = Counter() if taken is None else taken
    whole = _LINE_ENDS.sub("\n", _paired(text, taken))
    kept = [_kept(whole, at, sign, taken) for at, sign in enumerate(whole)]
    return unicodedata.normalize("NFC", "".join(kept))


def one_line(text: str, taken: Counter[str] | None = None) -> str:
    """The clean text on one line, its blanks single."""
    return " ".join(clean(text, taken).split())


def taken_text(taken: Counter[str]) -> list[str]:
    """What was taken away and what was written as what it means, in words."""
    signs = {sign: count for sign, count in sorted(taken.items()) if len(sign) == 1}
    meant = {sign: _meaning(sign) for sign in signs if _meaning(sign)}
    gone = [sign for sign in signs if sign not in meant]
    said = []
    if count := sum(signs[sign] for sign in gone):
        told = ngettext(
            "%(count)d sign that nobody sees was taken away: %(signs)s",
            "%(count)d signs that nobody sees were taken away: %(signs)s",
            count,
        )
        said.append(told % {"count": count, "signs": ", ".join(map(code_point, gone))})
    if count := sum(signs[sign] for sign in meant):
        told = ngettext(
            "%(count)d sign of another program was written as what it means: %(signs)s",
            "%(count)d signs of another program were written as what they mean: %(signs)s",
            count,
        )
        listed = ", ".join(f"{code_point(sign)} → {means}" for sign, means in meant.items())
        said.append(told % {"count": count, "signs": listed})
    return said


def code_point(sign: str) -> str:
    """How Unicode names a sign by its number: U+FEFF."""
    return f"U+{ord(sign):04X}"


def _paired(text: str, taken: Counter[str]) -> str:
    """The text with its surrogates joined; halves that stand alone are counted and go."""
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    alone = [sign for sign in joined if "\ud800" <= sign <= "\udfff"]
    taken.update(alone)
    return "".join(sign for sign in joined if not "\ud800" <= sign <= "\udfff")


def _kept(text: str, at: int, sign: str, taken: Counter[str]) -> str:
    """What stays of a sign: itself, what it means, or nothing."""
    if sign == "\n" or " " <= sign <= "~":
        return sign
    if sign == "\t":
        return " "
    category = unicodedata.category(sign)
    if category == "Zs":
        return sign if sign in _KEPT_SPACES else " "
    if means := _meaning(sign):
        taken[sign] += 1
        return means
    if _is_seen(text, at, sign, category):
        return sign
    taken[sign] += 1
    return ""


def _is_seen(text: str, at: int, sign: str, category: str) -> bool:
    match category:
        case "Cc" | "Co":
            return False
        case "Cf":
            return sign in _SEEN_FORMATS or (sign in _JOINERS and _joins(text, at))
        case "Cn":
            # Newer versions of Unicode may have given it; what never will be given is no sign.
            return not ("\ufdd0" <= sign <= "\ufdef" or ord(sign) & 0xFFFE == 0xFFFE)
        case _:
            return sign not in _FILLERS


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between two signs of the scripts that it shapes."""
    return 0 < at < len(text) - 1 and _is_shaped(text[at - 1]) and _is_shaped(text[at + 1])


def _is_shaped(sign: str) -> bool:
    return sign >= _SHAPED_FROM and unicodedata.category(sign)[0] in "LMS"


def _meaning(sign: str) -> str:
    """What a place of a symbol font, or of Windows' old alphabet, stands for; "" for others."""
    if "\x80" <= sign <= "\x9f":
        return sign.encode("latin-1").decode("cp1252", "ignore")
    return _SYMBOLS.get(sign, "")
