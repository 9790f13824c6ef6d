"""A photo that somebody attaches says what it shows, and not where they live."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from jurisdictions.record.evidence.looking_through import look_through, without_data
from jurisdictions.record.faults import Refused
from tests.record.evidence_files import letter, picture

PLACE, MAKE, AUTHOR, WHEN, SIDE = 0x8825, 0x010F, 0x013B, 0x0132, 0x0112
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Ana Ruiz</dc:creator></x:xmpmeta>'
TOLD = (b"Ana Ruiz", b"Secret Phone", b"2026:11:26", b"my kitchen")


def exif() -> Image.Exif:
    """Where, when and with what a photo was taken; and that it lies on its side."""
    told = Image.Exif()
    told[MAKE], told[AUTHOR], told[WHEN], told[SIDE] = (
        *("Secret Phone", "Ana Ruiz", "2026:11:26 08:00:00"),
        6,
    )
    told.get_ifd(PLACE).update({1: "N", 2: (41.0, 52.0, 43.1), 3: "W", 4: (87.0, 37.0, 59.2)})
    return told


def drawn(side: int = 16) -> Image.Image:
    made = Image.new("RGB", (side * 2, side), "white")
    made.paste((200, 30, 30), (2, 2, side, side - 2))
    return made


def saved(form: str, **more: Any) -> bytes:
    into = BytesIO()
    drawn().save(into, form, **more)
    return into.getvalue()


def with_words() -> PngInfo:
    words = PngInfo()
    words.add_text("Author", "Ana Ruiz")
    words.add_itxt("Comment", "my kitchen")
    return words


def in_motion(form: str, **more: Any) -> bytes:
    into = BytesIO()
    drawn().save(into, form, save_all=True, append_images=[drawn(16).rotate(180)], **more)
    return into.getvalue()


PHOTOS = {
    "JPEG": saved("JPEG", exif=exif(), xmp=XMP, comment=b"my kitchen"),
    "JPEG with a comment alone": saved("JPEG", comment=b"my kitchen"),
    "JPEG with a film behind it": saved("JPEG") + b"\0\0\0\x18ftypmp42 my kitchen",
    "several JPEG in one": in_motion("MPO", exif=exif()),
    "PNG": saved("PNG", exif=exif(), pnginfo=with_words()),
    "PNG with words alone": saved("PNG", pnginfo=with_words()),
    "PNG with something behind it": saved("PNG") + b"my kitchen",
    "PNG in motion": in_motion("PNG", exif=exif()),
    "WebP": saved("WEBP", exif=exif(), xmp=XMP),
    "WebP without loss": saved("WEBP", exif=exif(), lossless=True),
    "GIF": saved("GIF", comment=b"my kitchen"),
    "GIF in motion": in_motion("GIF", comment=b"my kitchen"),
}


def cleaned(content: bytes) -> bytes:
    return without_data(content, look_through(content, "a"), "a")


@pytest.mark.parametrize("name", sorted(PHOTOS))
def test_a_photo_keeps_what_it_shows_and_nothing_else(name: str) -> None:
    content = PHOTOS[name]
    kept = cleaned(content)
    assert [word for word in TOLD if word in kept] == []
    assert look_through(kept, "a") == look_through(content, "a")
    with Image.open(BytesIO(content)) as before, Image.open(BytesIO(kept)) as after:
        told = after.getexif()
        assert (dict(told.get_ifd(PLACE)), set(told) - {SIDE}) == ({}, set())
        assert told.get(SIDE) == before.getexif().get(SIDE)
        frames = 1 if name == "several JPEG in one" else getattr(before, "n_frames", 1)
        assert (after.size, getattr(after, "n_frames", 1)) == (before.size, frames)
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    # What was removed once is known again, and who attaches a clean one keeps it as it is.
    assert cleaned(content) == kept
    assert cleaned(kept) == kept


@pytest.mark.parametrize("form", ["GIF", "JPEG", "PNG", "WEBP"])
def test_what_says_nothing_else_is_kept_to_the_byte(form: str) -> None:
    assert cleaned(picture(form)) == picture(form)
    assert cleaned(letter()) == letter()


def test_a_photo_that_breaks_off_is_refused() -> None:
    cut = PHOTOS["PNG"][:-40]
    with pytest.raises(Refused):
        cleaned(cut)
