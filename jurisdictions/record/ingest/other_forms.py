"""Files of forms that are not read, told by their bytes: which form it is, and what to do."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from django.utils.translation import gettext as _

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a workbook of an old form begins; and one with a password, whatever it is called."""
ZIPPED = b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOK = "Workbook".encode("utf-16-le")
_XML_BOOK = b"urn:schemas-microsoft-com:office:spreadsheet"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_MAILED = re.compile(rb"\s*(?:MIME-Version:|From: <Saved by|Content-Type: multipart/related)", re.I)
_LOOKED_AT = 4096


def other_form(raw: bytes) -> str:
    """Why a file is in no form that is read, in words; "" where it may be."""
    if raw.startswith(OLD_OFFICE[:4]):
        return _of_old_office(raw)
    if raw.startswith(b"%PDF"):
        return _(
            "is in no form that can be read, for it is a PDF: ask for the spreadsheet, or copy its "
            "table into one"
        )
    beginning = raw[:_LOOKED_AT].replace(b"\0", b"")
    if _XML_BOOK in beginning:
        return _(
            "is a workbook of an old form (XML of 2003): save it as .xlsx in a spreadsheet program"
        )
    if _MAILED.match(beginning):
        return _(
            "is a web page saved as one file (.mht): open it in a browser and save it as HTML, or "
            "copy its table into a spreadsheet"
        )
    return _zipped(raw) if raw.startswith(ZIPPED) else ""


def _of_old_office(raw: bytes) -> str:
    """An old workbook, or one with a password; which of them is not always to be seen."""
    if _LOCKED in raw:
        return _(
            "has a password: open it in a spreadsheet program, save it without one, and upload "
            "it again"
        )
    if _OLD_BOOK in raw:
        return _("is a workbook of an old form (.xls): save it as .xlsx in a spreadsheet program")
    return _(
        "is a spreadsheet of another form, or has a password: save it as .xlsx or CSV in "
        "the program it comes from, without a password"
    )


def _zipped(raw: bytes) -> str:
    """Of a package only what is no workbook of Excel is refused: its own reader says the rest."""
    try:
        with ZipFile(BytesIO(raw)) as packed:
            names = set(packed.namelist())
            strict = "xl/workbook.xml" in names and _STRICT in _beginning(packed)
    except Exception:
        return ""
    if strict:
        return _(
            "is a “Strict Open XML Spreadsheet”: save it as a plain “Excel Workbook (.xlsx)” in a "
            "spreadsheet program"
        )
    if {"xl/workbook.bin", "content.xml", "Index/Document.iwa", "word/document.xml"} & names:
        return _(
            "is no .xlsx, whatever it is called: save it as .xlsx or CSV in the program it comes "
            "from"
        )
    return ""


def _beginning(packed: ZipFile) -> bytes:
    with packed.open("xl/workbook.xml") as part:
        return part.read(_LOOKED_AT)
