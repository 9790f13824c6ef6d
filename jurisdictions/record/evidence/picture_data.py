"""What a picture says beside what it shows: where it was taken, when, by whose camera."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image, ImageSequence

ORIENTATION = 0x0112
"""The one tag of EXIF that is kept: which side of the picture is up."""
SHOWN = frozenset(
    {
        *("dpi", "icc_profile", "gamma", "srgb", "chromaticity", "aspect", "bbox", "timestamp"),
        *("transparency", "interlace", "background", "version", "duration", "loop", "extension"),
        *("disposal", "blend", "default_image"),
    }
)
"""What Pillow tells of a PNG or a GIF that only says how it is drawn."""
ENDS = {"PNG": b"IEND\xaeB`\x82", "GIF": b";"}
"""What a file ends with that has nothing behind its picture."""
START, END, SCAN = 0xD8, 0xD9, 0xDA
OF_COLORS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The segments of applications that say how a JPEG is drawn, and how each begins."""
COMMENT, APPLICATIONS = 0xFE, range(0xE0, 0xF0)
EXTENDED, SAYS_EXIF, SAYS_XMP = b"VP8X", 0x08, 0x04
OF_WEBP = frozenset({b"VP8 ", b"VP8L", EXTENDED, b"ALPH", b"ANIM", b"ANMF", b"ICCP"})


def form_of(picture: Image.Image) -> str:
    """The form of the file. Several JPEG in one, as of telephones, are read as the first."""
    return {"MPO": "JPEG"}.get(picture.format or "", picture.format or "")


def only_the_picture(content: bytes) -> bytes:
    """The same picture to the last point, without its place, time, camera, author and words.

    The same bytes always come to the same bytes; what says nothing comes back as it is. Raises
    OSError, ValueError, struct.error, IndexError for what cannot be read whole.
    """
    with Image.open(BytesIO(content)) as picture:
        picture.load()
        form = form_of(picture)
        if form == "JPEG":
            return b"".join(_jpeg(content, _upright(picture)))
        if form == "WEBP":
            return _webp(content, _upright(picture))
        told = set(picture.info) - SHOWN or getattr(picture, "private_chunks", None)
        if not told and content.endswith(ENDS[form]):
            return content
        return _saved(picture, form)


def _upright(picture: Image.Image) -> bytes:
    """EXIF that says which side is up and nothing else; empty where that is the usual one."""
    kept, side = Image.Exif(), picture.getexif().get(ORIENTATION, 1)
    if side not in range(2, 9):
        return b""
    kept[ORIENTATION] = side
    return kept.tobytes()


def _jpeg(content: bytes, upright: bytes) -> Iterator[bytes]:
    """Its segments without those that speak; what lies behind its end (a film, a map) is none."""
    yield content[:2]
    if upright:
        yield b"\xff\xe1" + struct.pack(">H", len(upright) + 2) + upright
    at = 2
    while True:
        while content[at] != 0xFF or content[at + 1] in {0xFF, 0}:
            at += 1
        marker = content[at + 1]
        if marker == END:
            break
        (length,) = struct.unpack_from(">H", content, at + 2)
        after = at + 2 + length
        if marker == SCAN:
            after = _after_scan(content, after)
        if _draws(marker, content[at + 4 : after]):
            yield content[at:after]
        at = after
    yield content[at : at + 2]


def _draws(marker: int, said: bytes) -> bool:
    if marker in APPLICATIONS:
        return marker in OF_COLORS and said.startswith(OF_COLORS[marker])
    return marker != COMMENT


def _after_scan(content: bytes, at: int) -> int:
    """Where the next marker stands that is no part of a scan's own bytes."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] != 0 and content[at + 1] not in range(0xD0, 0xD8):
            return at
        at += 2


def _webp(content: bytes, upright: bytes) -> bytes:
    """Its chunks without those that speak."""
    (size,) = struct.unpack_from("<I", content, 4)
    kept, at, end = bytearray(), 12, min(8 + size, len(content))
    while at + 8 <= end:
        (length,) = struct.unpack_from("<I", content, at + 4)
        after = at + 8 + length + length % 2
        if content[at : at + 4] in OF_WEBP:
            chunk = bytearray(content[at:after])
            if chunk.startswith(EXTENDED):
                chunk[8] &= ~(SAYS_EXIF | SAYS_XMP)
                chunk[8] |= SAYS_EXIF if upright else 0
            kept += chunk
        at = after
    if upright and kept.startswith(EXTENDED):
        said = upright.removeprefix(b"Exif\0\0")
        kept += b"EXIF" + struct.pack("<I", len(said)) + said + b"\0" * (len(said) % 2)
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + bytes(kept)


def _saved(picture: Image.Image, form: str) -> bytes:
    """PNG and GIF, written anew: neither loses anything by it."""
    into, saved = BytesIO(), dict[str, Any]()
    if form == "PNG" and (upright := _upright(picture)):
        saved["exif"] = upright
    if form == "GIF":
        saved["comment"] = b""
    if getattr(picture, "n_frames", 1) > 1:
        frames = [one.copy() for one in ImageSequence.Iterator(picture)]
        saved |= {"save_all": True, "append_images": frames[1:]}
        picture.seek(0)
    picture.save(into, form, **saved)
    return into.getvalue()
