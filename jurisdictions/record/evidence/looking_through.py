"""Which sort of file something is, by its bytes, and whether it is one that may be kept."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from jurisdictions.record.evidence import office_parts, pdf_parts
from jurisdictions.record.evidence.picture_data import form_of, only_the_picture
from jurisdictions.record.faults import Fault, Refused

MOST_PIXELS = 200_000_000
WAIT_SECONDS = 40
HEAD = 4096
PDF, TEXT, HTML = "application/pdf", "text/plain", "text/html"
OFFICE = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
IMAGES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_PICTURE = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP", re.DOTALL)
_SVG = re.compile(r"<(?:\w+:)?svg[\s/>]", re.IGNORECASE)
_HTML = re.compile(r"<!doctype\s+html|<(?:html|head|body|script)[\s/>]", re.IGNORECASE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file: its media type, and how a file of it ends."""

    media_type: str
    ending: str


def look_through(content: bytes, name: str) -> Sort:
    """The sort of a file, told by its bytes and never by its name; raises Refused.

    Takes PDF, PNG, JPEG, GIF, WebP, Word, Excel and PowerPoint of today, text and pages of the web,
    as long as nothing in them acts by itself.
    """
    if not content:
        raise _refused(name, _("The file is empty."))
    if content.lstrip()[:5] == b"%PDF-":
        return _pdf(content, name)
    if _PICTURE.match(content):
        return _picture(content, name)
    if content[:2] == b"PK":
        return _office(content, name)
    if content.startswith(_OLD_OFFICE):
        raise _refused(name, _("Old Word and Excel files can hold macros: save it as a PDF."))
    return _text(content, name)


def _refused(name: str, why: str) -> Refused:
    return Refused([Fault("", 0, "file", name, why)])


def _pdf(content: bytes, name: str) -> Sort:
    found = _parts_of_pdf(content)
    if pdf_parts.LOCKED in found:
        raise _refused(name, _("The PDF takes a password: attach one without."))
    if pdf_parts.BROKEN in found:
        raise _refused(name, _("The PDF cannot be read: is it whole?"))
    if found:
        said = _(
            "The PDF holds something that acts by itself, or other files (%(parts)s): print it "
            "into a new PDF and attach that."
        )
        raise _refused(name, said % {"parts": ", ".join(one.strip("/") for one in found)})
    return Sort(PDF, ".pdf")


def _parts_of_pdf(content: bytes) -> list[str]:
    """What a process of its own finds; one that dies or takes too long found a broken file."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        order = [sys.executable, "-I", str(Path(pdf_parts.__file__)), file.name]
        try:
            done = subprocess.run(order, capture_output=True, timeout=WAIT_SECONDS, check=True)
            return [str(one) for one in json.loads(done.stdout)]
        except (subprocess.SubprocessError, ValueError):
            return [pdf_parts.BROKEN]


def _picture(content: bytes, name: str) -> Sort:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=list(IMAGES)) as picture:
                wide, high, sort = *picture.size, form_of(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise _refused(name, _("The picture cannot be read: is it whole?")) from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _refused(name, _("The picture is too large: make it smaller.")) from None
    if wide * high > MOST_PIXELS:
        raise _refused(name, _("The picture is too large: make it smaller."))
    return Sort(IMAGES[sort], f".{sort.lower().replace('jpeg', 'jpg')}")


def without_data(content: bytes, sort: Sort, name: str) -> bytes:
    """A picture without what it says of where, when and by whom it was taken; all else as it came.

    Raises Refused for a picture that cannot be drawn whole.
    """
    if sort.media_type not in IMAGES.values():
        return content
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return only_the_picture(content)
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, struct.error):
        raise _refused(name, _("The picture cannot be read: is it whole?")) from None


def _office(content: bytes, name: str) -> Sort:
    kind, found = office_parts.kind_of_office(content)
    if office_parts.BOMB in found:
        raise _refused(name, _("The file grows too large when it is unpacked."))
    if not kind and office_parts.BROKEN in found:
        raise _refused(name, _("The file cannot be unpacked: is it whole?"))
    if not kind:
        raise _refused(name, _("Packed files are not taken: attach what is in it, one by one."))
    if found:
        said = _("The file holds macros, links to other files or other files: save it as a PDF.")
        raise _refused(name, said)
    return Sort(OFFICE[kind], f".{kind}")


def _text(content: bytes, name: str) -> Sort:
    """Text, or a page of the web: which is kept whole, and shown as the text that it is made of."""
    text = _decoded(content)
    if text is None or _CONTROL.search(text):
        said = _(
            "This sort of file is not taken. PDF, pictures (PNG, JPEG, GIF, WebP), text, saved "
            "pages of the web, and Word, Excel and PowerPoint files without macros are."
        )
        raise _refused(name, said)
    head = text[:HEAD]
    if _SVG.search(head) and not _HTML.search(head):
        raise _refused(name, _("SVG pictures can hold scripts: save it as PNG or PDF."))
    if head.lstrip().startswith(("{\\rtf", "%!PS")):
        raise _refused(name, _("This sort of file can hold other files: save it as a PDF."))
    return Sort(HTML, ".html.txt") if _HTML.search(head) else Sort(TEXT, ".txt")


def _decoded(content: bytes) -> str | None:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None if b"\0" in content[:HEAD] else content.decode("cp1252", "replace")
