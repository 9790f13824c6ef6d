"""Codes as people and spreadsheets write them: geoids, ZIP codes, identifiers of other tables.

The patterns are read by the browser's reader of names too (`packing.py`): they keep to what both
languages understand alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.gazetteer.state_names import BY_LETTERS
from jurisdictions.status.geoids import COUNTY_DIGITS

NOISE = r"""["'’‘`]|^[=#]+"""
"""What spreadsheets put around a code so that it stays a text."""
BLANKS = " \t\r\n"
GEOID_SAID = r"^(?:fips(?: code)?|geo ?id|census code|c[oóÓ]digo(?: fips| censal)?) *[:#=]? *(?=\d)"
ZIP_SAID = r"^(?:zip(?: code)?|c[oóÓ]digo postal|c\.?p\.?) *[:#=]? *(?=\d)"
POWER = r"(\d)(?:[.,](\d+))?e\+?0*(\d)"
STATE_BEFORE = r"([a-z]{2})[-_ ]?(\d{2})??[-_ ]?(\d{3})(?:\.0*)?"
"""A state's two letters, its digits or none, the county's: TX48201, CA-075."""
OCD = "ocd-division/"


class Shape(StrEnum):
    """What a code of a shape is: surely a geoid, surely a ZIP code, or either."""

    SURE = "sure"
    ZIP = "zip"
    EITHER = "either"


SHAPES: tuple[tuple[str, Shape], ...] = (
    (r"(\d{1,5})", Shape.EITHER),
    # Summary level, variant, US, code: a geographic identifier of the Census Bureau.
    (r"0[45]0(?:[0-9a-z]{4}|00)us(\d{2}|\d{5})", Shape.SURE),
    # 840 is the country's number in ISO 3166-1: tables of the world put it before.
    (r"840(\d{5})", Shape.SURE),
    (r"us-?(\d{2}|\d{5})", Shape.SURE),
    # GISJOIN of nhgis.org: a zero follows the state's digits and the county's.
    (r"g(\d{2})0(?:(\d{3})0)?", Shape.SURE),
    (r"(\d{5})-\d{4}", Shape.ZIP),
    (r"(\d{1,2})[-, ](\d{3})(?:\.0*)?", Shape.EITHER),
    (r"(\d{1,5})[.,]0*", Shape.EITHER),
    (r"0+(\d{5})(?:[.,]0*)?", Shape.EITHER),
)
"""Whole texts; the groups together are the digits."""
_SHAPES = tuple((re.compile(pattern, re.ASCII | re.IGNORECASE), shape) for pattern, shape in SHAPES)
_NOISE = re.compile(NOISE)
_GEOID_SAID, _ZIP_SAID, _POWER, _STATE_BEFORE = (
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (GEOID_SAID, ZIP_SAID, POWER, STATE_BEFORE)
)


@dataclass(frozen=True, slots=True)
class Code:
    """Digits that may be a geoid, and whether they are surely one or a ZIP code.

    `lost`: a spreadsheet shortened the number, so that there is no telling which it was.
    """

    digits: str
    sure: bool = False
    zip_only: bool = False
    lost: bool = False


def code_in(text: str) -> Code | None:
    """The code that a text is, with what spreadsheets do to codes undone; None for other texts."""
    said = _NOISE.sub("", unicodedata.normalize("NFKC", text).strip(BLANKS)).strip(BLANKS)
    bare = _ZIP_SAID.sub("", said)
    is_zip = bare != said
    said = bare if is_zip else _GEOID_SAID.sub("", said)
    for pattern, shape in _SHAPES:
        if found := pattern.fullmatch(said):
            digits = "".join(group for group in found.groups() if group)
            return Code(digits, shape is Shape.SURE, is_zip or shape is Shape.ZIP)
    if not is_zip and (found := _STATE_BEFORE.fullmatch(said)):
        return _behind_state(*found.groups())
    found = _POWER.fullmatch(said)
    return _unpacked(found[1], found[2] or "", int(found[3]), is_zip=is_zip) if found else None


def _behind_state(letters: str, digits: str | None, county: str) -> Code | None:
    """The code of a county behind its state's letters; None where the digits are not its own."""
    state = BY_LETTERS.get(letters.casefold(), "")
    return Code(f"{state}{county}", sure=True) if state and digits in (None, state) else None


def _unpacked(first: str, others: str, power: int, *, is_zip: bool) -> Code | None:
    """The digits of a number with a power of ten: all of them have to be there."""
    if power >= COUNTY_DIGITS:
        return None
    return Code(f"{first}{others}"[: power + 1], zip_only=is_zip, lost=len(others) < power)


def ocd_parts(text: str) -> dict[str, str] | None:
    """The parts of an Open Civic Data identifier by type; None for other texts."""
    said = text.strip().casefold()
    if not said.startswith(OCD):
        return None
    pairs = (part.partition(":") for part in said.removeprefix(OCD).split("/"))
    return {kind: value.replace("_", " ").replace("~", " ") for kind, _colon, value in pairs}
