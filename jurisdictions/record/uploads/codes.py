"""Census codes and numbers as files really hold them: 17031.0, '06075, 05000US17031, 1.7031E+04."""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _

from jurisdictions.record.written_dates import NotUnderstood
from jurisdictions.status.geoids import COUNTY_DIGITS, STATE_DIGITS, padded

_QUOTED = re.compile(r"""='*"*|["'’`]|\Afips(?: code)?[\s:#]*|\A#""", re.IGNORECASE)
_CENSUS = re.compile(r"0(?:400000|4000|500000|5000)us(\d{2}|\d{5})", re.IGNORECASE)
"""A geographic identifier of the Census Bureau: summary level, US, code (data.census.gov)."""
_NHGIS = re.compile(r"g(\d{2})0(?:(\d{3})0)?", re.IGNORECASE)
"""GISJOIN of nhgis.org: a zero follows the state's digits and the county's."""
_COUNTRY = re.compile(r"(?:840|us-?)(\d{2}|\d{5})", re.IGNORECASE)
"""840 is the country's number in ISO 3166-1: tables of the world put it before."""
_WHOLE = re.compile(r"(\d{1,6})[.,]0+|(\d{1,6})[.,]")
_POWER = re.compile(r"(\d)(?:[.,](\d+))?e\+?0*(\d)", re.IGNORECASE)
_GROUPED = re.compile(r"(\d{1,2})[,\s](\d{3})")
_LONG = re.compile(r"0+(\d{5})|0(\d{2})")
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[,\u2009 ]\d{3})+(?:\.0+)?|[+-]?\d+\.0+")


def code_in(text: str) -> str:
    """The geoid that a text writes, "" when it writes none; a lost leading zero is put back.

    Raises NotUnderstood for a number that a spreadsheet shortened, so that digits are lost.
    """
    plain = _QUOTED.sub("", unicodedata.normalize("NFKC", text)).strip()
    if plain.isascii() and plain.isdigit() and len(plain) <= COUNTY_DIGITS:
        return padded(plain)
    if found := _CENSUS.fullmatch(plain) or _COUNTRY.fullmatch(plain):
        return found[1]
    if found := _NHGIS.fullmatch(plain):
        return f"{found[1]}{found[2] or ''}"
    if found := _POWER.fullmatch(plain):
        return padded(_unpacked(text, found))
    for shape in (_WHOLE, _GROUPED, _LONG):
        if found := shape.fullmatch(plain):
            digits = "".join(part for part in found.groups() if part)
            return code_in(digits) if len(digits) > COUNTY_DIGITS else padded(digits)
    return ""


def _unpacked(text: str, found: re.Match[str]) -> str:
    """The digits of a number with a power of ten: all of them have to be there."""
    first, others, power = found[1], found[2] or "", int(found[3])
    if len(others) < power and power >= STATE_DIGITS:
        said = _("“%(said)s” was shortened by a spreadsheet, digits are lost: write the whole code")
        raise NotUnderstood(said % {"said": text})
    return f"{first}{others}"[: power + 1]


def number_in(text: str) -> str:
    """A whole number without the commas and zeros that spreadsheets add; other text as it is."""
    if not _NUMBER.fullmatch(text):
        return text
    return re.sub(r"[,\u2009 ]|\.0+\Z", "", text).removeprefix("+")
