"""The step in which it is seen how a file is read: its sheets, its letters, its headings."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.keeping.upload_steps import TABLE, SheetLook
from jurisdictions.read.keeping.uploads import UploadDetail
from jurisdictions.record.ingest.encodings import CHOICES
from jurisdictions.record.ingest.heading_rows import FEWEST_KNOWN, NO_HEADINGS
from jurisdictions.web.desk.uploads.steps import steps_context

SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
"""What may part the cells, by the name that a form sends: a tab would be cleaned away."""
CALLED = {"comma": noop("comma"), "semicolon": noop("semicolon"), "tab": noop("tab")}
CALLED["bar"] = noop("bar")
ROWS_OF_OTHERS = 3
"""So many rows are shown of a sheet that is not read."""


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A sheet that may be read, with its first rows."""

    look: SheetLook
    chosen: bool
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class RowChoice:
    """A row that may hold the headings, its cells as wide as the widest row."""

    number: int
    cells: tuple[str, ...]
    chosen: bool


def table_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/table.html reads."""
    before = found.before
    own = next((look for look in before.looks if look.name == found.sheet), None)
    own = own or (before.looks[0] if before.looks else None)
    text = bool(before.encoding or before.sign)
    return {
        "upload": found.row,
        "sheet": found.sheet,
        "sheets": [
            SheetChoice(look, look.name == found.sheet, look.rows[:ROWS_OF_OTHERS])
            for look in before.looks
        ],
        "rows": _rows(own, found.head) if own else [],
        "head": found.head,
        "unsure": own is not None and own.known < FEWEST_KNOWN and found.head != NO_HEADINGS,
        "several": before.step == TABLE and len(before.looks) > 1,
        "no_headings": NO_HEADINGS,
        "encodings": _encodings(before.encoding) if text else [],
        "signs": [(name, _(CALLED[name]), sign == before.sign) for name, sign in SIGNS.items()]
        if text
        else [],
        "encoding_chosen": before.chosen_encoding,
        "sign_chosen": before.chosen_sign,
        "other": request.POST.get("other", ""),
        "hidden_rows": len(before.hidden_rows),
        "hidden_columns": before.hidden_columns,
        **steps_context(found, TABLE),
    }


def _rows(look: SheetLook, head: int) -> list[RowChoice]:
    width = max((len(cells) for _number, cells in look.rows), default=0)
    return [
        RowChoice(number, (*cells, *[""] * (width - len(cells))), number == head)
        for number, cells in look.rows
    ]


def _encodings(read_with: str) -> list[tuple[str, str, bool]]:
    """The encodings that may be chosen; one that was found and is none of them comes first."""
    known = [(codec, called, codec == read_with) for codec, called in CHOICES.items()]
    return known if read_with in CHOICES else [("", _("as its mark says"), True), *known]
