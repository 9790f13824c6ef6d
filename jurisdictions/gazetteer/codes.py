"""Codes as people write them: geoids, ZIP codes, Census and Open Civic Data identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jurisdictions.status.geoids import COUNTY_DIGITS

_SAID_BEFORE = re.compile(
    r"^(?:fips(?: code)?|geo ?id|geoid|census code|zip(?: code)?|codigo(?: postal| fips| censal)?"
    r"|c\.?p\.?)\s*[:#=]?\s*",
    re.IGNORECASE,
)
_CENSUS = re.compile(r"^(?:040|050)[0-9A-Z]{4}US(\d{2}|\d{5})$|^0[45]00000US(\d{2}|\d{5})$", re.I)
_SHORT_CENSUS = re.compile(r"^0[45]000US(\d{2}|\d{5})$", re.IGNORECASE)
_FLOAT = re.compile(r"^(\d{1,5})\.0*$")
_POWER = re.compile(r"^(\d)\.(\d{1,4})E\+0?([34])$", re.IGNORECASE)
_THOUSANDS = re.compile(r"^\d{1,2},\d{3}$")
_ZIP_AND_MORE = re.compile(r"^(\d{5})-\d{4}$")
_LEFT_PADDED = re.compile(r"^0+(\d{5})$")
OCD = "ocd-division/"


@dataclass(frozen=True, slots=True)
class Code:
    """Digits that may be a geoid, and whether they are surely one or a ZIP code."""

    digits: str
    sure: bool = False
    zip_only: bool = False


def code_in(text: str) -> Code | None:
    """The code that a text is, with what spreadsheets do to codes undone; None for other texts."""
    said = text.strip().strip("'’‘\"").strip()
    bare = _SAID_BEFORE.sub("", said)
    is_zip = bare != said and re.match(r"(?i)zip|c\.?p|codigo postal", said) is not None
    if is_zip or bare[:1].isdigit():
        said = bare
    for census in (_CENSUS, _SHORT_CENSUS):
        if found := census.match(said):
            return Code(next(group for group in found.groups() if group), sure=True)
    if found := _ZIP_AND_MORE.match(said):
        return Code(found[1], zip_only=True)
    digits = _plain(said)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= COUNTY_DIGITS):
        return None
    return Code(digits, zip_only=is_zip)


def _plain(said: str) -> str:
    """Digits as they were before a spreadsheet or a database wrote them its way."""
    if found := _FLOAT.match(said):
        return found[1]
    if found := _POWER.match(said):
        return (found[1] + found[2].ljust(int(found[3]), "0"))[: int(found[3]) + 1]
    if _THOUSANDS.match(said):
        return said.replace(",", "")
    if found := _LEFT_PADDED.match(said):
        return found[1]
    return said


def ocd_parts(text: str) -> dict[str, str] | None:
    """The parts of an Open Civic Data identifier by type; None for other texts."""
    said = text.strip().casefold()
    if not said.startswith(OCD):
        return None
    pairs = (part.partition(":") for part in said.removeprefix(OCD).split("/"))
    return {kind: value.replace("_", " ").replace("~", " ") for kind, _colon, value in pairs}
