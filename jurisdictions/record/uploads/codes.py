"""Codes and numbers in the cells of a file: what is lost of them is said to its author."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from jurisdictions.gazetteer.codes import code_in
from jurisdictions.record.written_dates import NotUnderstood
from jurisdictions.status.geoids import is_geoid, padded

_DECIMAL_COMMA = re.compile(r"(?<=\d),0{1,2}\Z")
"""How programs set to Spanish write a whole number that they keep with decimals."""
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[,\u2009 ]\d{3})+(?:\.0+)?|[+-]?\d+\.0+")


def geoid_in(cell: str) -> str:
    """The geoid that a cell writes, "" when it writes none; a lost leading zero is put back.

    Raises NotUnderstood for a number that a spreadsheet shortened, so that digits are lost.
    """
    code = code_in(_DECIMAL_COMMA.sub("", cell))
    if code is None or code.zip_only:
        return ""
    if code.lost:
        said = _("“%(said)s” was shortened by a spreadsheet, digits are lost: write the whole code")
        raise NotUnderstood(said % {"said": cell})
    geoid = padded(code.digits)
    return geoid if is_geoid(geoid) else ""


def number_in(text: str) -> str:
    """A whole number without the commas and zeros that spreadsheets add; other text as it is."""
    if not _NUMBER.fullmatch(text):
        return text
    return re.sub(r"[,\u2009 ]|\.0+\Z", "", text).removeprefix("+")
