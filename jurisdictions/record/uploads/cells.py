"""One row of an upload -> cells as the record reads them: dates, words and codes put right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from jurisdictions.models.folding import fold
from jurisdictions.record import cells as read
from jurisdictions.record.columns import Column
from jurisdictions.record.faults import Fault
from jurisdictions.record.uploads.codes import geoid_in, number_in
from jurisdictions.record.uploads.days import Days
from jurisdictions.record.uploads.sourcing import Sourcing
from jurisdictions.record.uploads.spreadsheets import made_of
from jurisdictions.record.written_dates import NotUnderstood
from jurisdictions.status.geoids import padded
from jurisdictions.status.successions import BAR

ZEROS, WORDS, CODES, NUMBERS, MADE = "zeros", "words", "codes", "numbers", "made"
BETWEEN = re.compile(r"[|;,\s]+")
"""What may stand between the codes of one cell."""
ERROR = re.compile(
    r"#(?:N/[AD]|(?:REF|VALUE|DIV/0|NUM|ERROR|SPILL|CALC|FIELD|BLOCKED|¡?VALOR|¡REF|¡DIV/0|¡NUM"
    r"|¡ERROR)!|NAME\?|¿NOMBRE\?|NULL!|¡NULO!|GETTING_DATA)"
)
"""What Excel and its like show in the place of a value, in English and Spanish."""
EXAMPLE_KEY = "example-"
"""How the keys and sources of a template's example rows begin."""

SAID = {
    ZEROS: ngettext_lazy(
        "a leading zero was put back in %(count)d geoid",
        "a leading zero was put back in %(count)d geoids",
        "count",
    ),
    CODES: ngettext_lazy(
        "%(count)d code was read from how it was written: %(written)s as %(code)s",
        "%(count)d codes were read from how they were written, such as %(written)s as %(code)s",
        "count",
    ),
    NUMBERS: ngettext_lazy(
        "the commas or the decimals of %(count)d whole number were taken out",
        "the commas or the decimals of %(count)d whole numbers were taken out",
        "count",
    ),
    WORDS: ngettext_lazy(
        "%(count)d word was written as the record spells it",
        "%(count)d words were written as the record spells them",
        "count",
    ),
    MADE: ngettext_lazy(
        "%(count)d cell holds what a spreadsheet makes of the record: it was left as it is",
        "%(count)d cells hold what a spreadsheet makes of the record: they were left as they are",
        "count",
    ),
}


@dataclass
class WordAsked:
    """A written word that is none of the record's: which of `options` is meant?"""

    column: str
    written: str
    options: tuple[str, ...]
    rows: list[int] = field(default_factory=list)


@dataclass
class Mending:
    """How cells are read, how often something was put right, an example of a code that was.

    `answers` are the words of the record that the author chose for written ones, by column.
    """

    days: Days
    sourcing: Sourcing
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    words: dict[tuple[str, str], WordAsked] = field(default_factory=dict)
    count: Counter[str] = field(default_factory=Counter)
    code: tuple[str, str] = ("", "")

    def said(self) -> list[str]:
        """What was put right, in words."""
        written, read_as = self.code
        told = {"written": written, "code": read_as}
        return [
            str(text % {**told, "count": n})
            for name, text in SAID.items()
            if (n := self.count[name])
        ]


def put_right(
    columns: Iterable[Column], cells: Mapping[str, str], row: int, mending: Mending
) -> tuple[dict[str, str], list[Fault]]:
    """The cells of a row, and a fault for each that no reader can make out."""
    found, faults = dict(cells), _errors(cells, row)
    if faults:
        # Nothing else is said of a row in which a value is missing.
        wrong = {fault.column for fault in faults}
        return {name: cell for name, cell in cells.items() if name not in wrong}, faults
    for column in columns:
        cell = found.get(column.name, "")
        if not cell:
            continue
        try:
            found[column.name] = _right(column, cell, row, mending)
        except NotUnderstood as wrong:
            faults.append(Fault("", row, column.name, cell, str(wrong)))
        if cell.startswith(EXAMPLE_KEY) and column.read in (read.key, read.source):
            said = _("is an example of the template: take the row out")
            faults.append(Fault("", row, column.name, cell, said))
    return found, faults


def _errors(cells: Mapping[str, str], row: int) -> list[Fault]:
    """A fault for each cell in which a formula went wrong."""
    said = _("is what a spreadsheet shows where a formula went wrong: write the value itself")
    return [
        Fault("", row, column, cell, said)
        for column, cell in cells.items()
        if cell.startswith("#") and ERROR.fullmatch(cell)
    ]


def as_recorded(
    cells: Mapping[str, str], recorded: Mapping[str, str], mending: Mending
) -> dict[str, str]:
    """The cells, those that are only what a spreadsheet makes of the recorded ones put back."""
    told = dict(cells)
    for column, cell in cells.items():
        before = recorded.get(column, "")
        if cell and before and cell != before and cell in made_of(before):
            told[column] = before
            mending.count[MADE] += 1
    return told


def _right(column: Column, cell: str, row: int, mending: Mending) -> str:
    if column.read is read.day:
        return mending.days.read(column.name, cell)
    if column.read is read.source:
        return mending.sourcing.key_of(cell, row)
    if column.read in (read.step_number, read.whole, read.count):
        return _number(column, cell, mending)
    if isinstance(column.read, read.WordOf):
        return _word(column, column.read, cell, row, mending)
    return _coded(column, cell, mending)


def _coded(column: Column, cell: str, mending: Mending) -> str:
    """A cell of codes or of names, as the record writes one or several of them."""
    if column.read in (read.place, read.county, read.geoid, read.parent, read.state):
        return _geoid(cell, mending)
    if column.read is read.places:
        return BAR.join(_geoid(part, mending) for part in BETWEEN.split(cell) if part)
    if column.name == "aliases":
        return BAR.join(filter(None, map(str.strip, cell.split(BAR))))
    return cell


def _geoid(cell: str, mending: Mending) -> str:
    """The code that a cell writes; what writes none is told by its reader."""
    code = geoid_in(cell)
    if code and code != cell:
        if code == padded(cell):
            mending.count[ZEROS] += 1
        else:
            mending.count[CODES] += 1
            mending.code = mending.code if mending.code[0] else (cell, code)
    return code or cell


def _number(column: Column, cell: str, mending: Mending) -> str:
    number = number_in(cell)
    mending.count[NUMBERS] += number != cell
    plain = number.isascii() and number.isdigit()
    return str(int(number)) if column.read is read.step_number and plain else number


def _word(column: Column, reader: read.WordOf, cell: str, row: int, mending: Mending) -> str:
    """A word of the vocabulary, however its letters and blanks were written, or as was answered."""
    words = {fold(word): word.value for word in reader.words}
    if found := words.get(fold(cell)):
        mending.count[WORDS] += found != cell
        return found
    answer = mending.answers.get(column.name, {}).get(cell, "")
    if answer in words.values():
        return answer
    options = tuple(words.values())
    asked = mending.words.setdefault((column.name, cell), WordAsked(column.name, cell, options))
    asked.rows.append(row)
    return cell
