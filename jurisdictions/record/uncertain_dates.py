"""Texts that stand where a date should and are none: what each says, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

EXCEL_BEGINS = date(1899, 12, 30).toordinal()
"""Excel counts the days from here, once February 1900 is over."""
FIRST_SERIAL, LAST_SERIAL = 32_874, 54_788
"""1990 to 2049, as Excel numbers their days."""
_NONE = re.compile(
    r"[?.\-_*x~]+|n\s*[./]?\s*[aod]\.?|s\s*[./]\s*[fd]\.?|tb[acdn]|none|null|nil|nan|na|nd|no|"
    r"#?n/a!?|#?null!|unknown|unk|unclear|undetermined|not (known|available|applicable|stated|yet"
    r"|found|active|activated|recorded|reported)( yet)?|no (date|data|record|activation)( found)?|"
    r"never( activated)?|pending|to be (determined|announced|confirmed)|missing|blank|"
    r"desconocid[oa]|se desconoce|sin (fecha|datos?|activar|activacion)|nunca|ningun[oa]?|"
    r"no (se sabe|consta|disponible|aplica|activad[oa])|pendiente|"
    r"por (definir|determinar|confirmar)"
)
_DOUBT = re.compile(r"\?|\[sic\]|\bor\b|\bo bien\b|\bprobabl[ye]|\bperhaps\b|\bmaybe\b|\bquiza")
_EXPECTED = re.compile(
    r"\b(expected|planned|scheduled|anticipated|projected|proposed|target|est|estimated|eta"
    r"|previst[oa]|esperad[oa]|planead[oa]|programad[oa]|estimad[oa])\b"
)
_ABOUT = re.compile(
    r"\b(circa|ca|c|about|around|approx|approximately|roughly|hacia|alrededor|aprox"
    r"|aproximadamente|cerca)\b|[~≈±]"
)
_PART = re.compile(
    r"\b(early|mid|middle|late|beginning|end|first half|second half|spring|summer|fall|autumn"
    r"|winter|season|q[1-4]|[1-4]q|t[1-4]|quarter|trimestre|semestre|principios|inicios"
    r"|comienzos|mediados|mitad|fines|finales|primavera|verano|otono|invierno)\b|\bq[1-4]\d"
)
_FISCAL = re.compile(r"\b(fy|fiscal|af)\s*'?\d{0,4}\b|\bano fiscal\b")
_BY = re.compile(
    r"\b(by|before|until|til|till|through|prior|no later|not later|antes|hasta|a mas tardar|para)\b"
)
_AFTER = re.compile(r"\b(after|since|from|later|as of|onward|despues|desde|a partir)\b")
_PERIOD = re.compile(
    r"\b(to|and|between|through|y|entre|al)\b"
    r"|(?<!\d)\d{4}\s*[-/–]\s*(\d{4})(?!\d)|\b\d{3}0s\b|\b[a-z]{3,}\s*[-–/&]\s*[a-z]{3,}\b"
)
_ERROR = re.compile(r"#(ref|value|name|div/0|num|spill|calc)[!?]?|#{3,}")
_TIME = re.compile(r"\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*([ap]\.?\s*m\.?)?")
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


def no_date(plain: str, text: str) -> str:
    """Why a text says no date at all, in words; "" when it may say one.

    `plain` is the text in lower case without accents, `text` as it was written.
    """
    if _NONE.fullmatch(plain):
        said = _(
            "“%(said)s” says that no date is known. Leave it blank: then the record stays as it "
            "is. What never happened needs no row."
        )
        return said % {"said": text}
    if _ERROR.fullmatch(plain):
        return _("“%(said)s” is an error of the spreadsheet, not a date.") % {"said": text}
    if _TIME.fullmatch(plain):
        return _("“%(said)s” is a time of day, not a date.") % {"said": text}
    if plain in {"true", "false", "yes", "si"}:
        return _("“%(said)s” is a yes or a no, not a date.") % {"said": text}
    return ""


def serial_day(plain: str, begins: int = EXCEL_BEGINS) -> date | None:
    """The day of a number as spreadsheets keep days, within the years of a record."""
    if not re.fullmatch(r"\d{5}(\.\d+)?", plain, re.ASCII):
        return None
    number = int(plain.partition(".")[0])
    return date.fromordinal(begins + number) if FIRST_SERIAL <= number <= LAST_SERIAL else None


def lone_serial(text: str, day: date) -> str:
    """What is said of a number of a day that stands alone among dates, or in a form."""
    said = _(
        "“%(said)s” is a number as spreadsheets keep days: it would be %(day)s. Write the day "
        "itself."
    )
    return said % {"said": text, "day": day.isoformat()}


def uncertain(plain: str, text: str) -> str:
    """Why a text with a date in it is not certain, in words; "" when nothing says so."""
    year = found[0] if (found := _YEAR.search(plain)) else ""
    for sign, message in MESSAGES.items():
        if sign.search(plain):
            return message() % {"said": text, "certain": year or _("the year")}
    return ""


MESSAGES: Mapping[re.Pattern[str], Callable[[], str]] = {
    _EXPECTED: lambda: _(
        "“%(said)s” says what was expected. The record holds what happened: write its day once it "
        "is known, and what was expected in a note."
    ),
    _FISCAL: lambda: _(
        "“%(said)s” is a fiscal year, which begins in the year before. Write the month or the day."
    ),
    _PART: lambda: _(
        "“%(said)s” is a part of a year. The record holds a year, a month or a day: write "
        "%(certain)s, and the rest in a note."
    ),
    _ABOUT: lambda: _(
        "“%(said)s” says about when. The record holds what is certain, a year, a month or a day: "
        "write %(certain)s if that much is, and the rest in a note."
    ),
    _BY: lambda: _(
        "“%(said)s” says by when, not when. The record holds the year, month or day on which it "
        "happened: write that if a source tells it, and the rest in a note."
    ),
    _AFTER: lambda: _(
        "“%(said)s” says after when, not when. The record holds the year, month or day on which it "
        "happened: write that if a source tells it, and the rest in a note."
    ),
    _DOUBT: lambda: _(
        "“%(said)s” is in doubt. The record holds what is certain, a year, a month or a day: write "
        "that alone, and the doubt in a note."
    ),
    _PERIOD: lambda: _(
        "“%(said)s” is a period. Write one date only: of a period, its first day, month or year."
    ),
}
"""The words that make a date uncertain, and what is said of each; the first found counts."""
