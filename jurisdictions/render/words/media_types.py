"""What sorts of files are called."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

OFFICE = "application/vnd.openxmlformats-officedocument."
NAMES = {
    "application/pdf": noop("PDF"),
    "image/png": noop("Picture (PNG)"),
    "image/jpeg": noop("Picture (JPEG)"),
    "image/gif": noop("Picture (GIF)"),
    "image/webp": noop("Picture (WebP)"),
    "text/plain": noop("Text"),
    "text/html": noop("Page of the web, as text"),
    f"{OFFICE}wordprocessingml.document": noop("Word document"),
    f"{OFFICE}spreadsheetml.sheet": noop("Excel workbook"),
    f"{OFFICE}presentationml.presentation": noop("PowerPoint slides"),
}


def media_type_text(media_type: str) -> str:
    """A sort of file in words; one that is not known as it is written."""
    found = NAMES.get(media_type)
    return _(found) if found else media_type
