"""Files for the tests of evidence: a plain one of each sort, and some that act by themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from PIL import Image

TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/x"/>'


def pdf(change: Callable[[Any], None] = lambda pdf: None, **saved: Any) -> bytes:
    """A PDF of one page; `change` gets it before it is saved."""
    into = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        change(made)
        made.save(into, **saved)
    return into.getvalue()


def letter(words: str = "A letter") -> bytes:
    """A PDF that differs by its words."""

    def titled(made: Any) -> None:
        made.docinfo["/Title"] = words

    return pdf(titled, deterministic_id=True)


def picture(form: str = "PNG") -> bytes:
    """A picture of four points."""
    into = BytesIO()
    Image.new("RGB", (2, 2)).save(into, form)
    return into.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these parts."""
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return into.getvalue()


def document(main: bytes = b"<w:document/>", **more: bytes) -> bytes:
    """A Word document; `more` are further parts, `__` for each `/` of their names, `_` for dots."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in more.items()}
    return packed({"[Content_Types].xml": TYPES, "word/document.xml": main, **named})


def workbook(sheet: bytes = b"<worksheet/>", **more: bytes) -> bytes:
    """An Excel workbook."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in more.items()}
    parts = {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet}
    return packed({"[Content_Types].xml": TYPES, **parts, **named})
