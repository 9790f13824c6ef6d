"""What of an Office file acts by itself, or leads out of it: macros, links, fields, other files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

MOST_PARTS, MOST_BYTES, MOST_TIMES = 5_000, 200_000_000, 300
"""Of a file that is packed: more is no document, but made to fill a disk."""
BOMB, BROKEN, NO_DOCUMENT = "bomb", "broken", "no document"
ACTIVE = re.compile(
    r"vbaproject|/activex/|/embeddings/|/externallinks/|/ctrlprops/|macrosheets|/attachedtoolbars|"
    r"oleobject|\.(?:exe|dll|js|vbs|bat|cmd|ps1|hta|lnk|jar|zip|docm|xlsm|pptm)$",
    re.IGNORECASE,
)
MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject|ms-office\.activeX", re.IGNORECASE)
_PREFIX = rb"(?:[^\s<>/:=\"']{1,64}:)?"
"""Any: a document may call the names of its parts as it likes."""
_REST = rb"""(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>"""
"""The rest of a tag: to the first ">" that stands in no value. A "<" ends it: XML forbids it
there, and the search would begin anew at each."""
RELATION = re.compile(rb"<" + _PREFIX + rb"Relationship(?=[\s/>])" + _REST, re.IGNORECASE)
OUTSIDE = re.compile(rb"""TargetMode\s*=\s*["']\s*External\s*["']""", re.IGNORECASE)
A_LINK = re.compile(rb"""Type\s*=\s*["'][^"']*/hyperlink["']""", re.IGNORECASE)
FIELD = re.compile(
    rb"<" + _PREFIX + rb"instrText(?=[\s/>])" + _REST + rb"[^<]*"
    rb"|" + _PREFIX + rb"""instr\s*=\s*(?:"[^"<]*|'[^'<]*)"""
)
TAG = re.compile(rb"<[^<>]*>")
DDE = re.compile(rb"\bDDE(?:AUTO)?\b|\bINCLUDE(?:TEXT|PICTURE)\b")
FORMULA = re.compile(rb"<" + _PREFIX + rb"f(?=[\s/>])" + _REST + rb"([^<]*)", re.IGNORECASE)
DDE_LINK = re.compile(rb"<" + _PREFIX + rb"ddeLink(?=[\s/>])")
KINDS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}


def kind_of_office(content: bytes) -> tuple[str, set[str]]:
    """Which document it is (docx, xlsx, pptx; "" for another zip), and what of it acts."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            return _read(packed)
    except (
        BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        zlib_error,
    ):
        return "", {BROKEN}


def _read(packed: ZipFile) -> tuple[str, set[str]]:
    parts = packed.infolist()
    whole, pressed = sum(p.file_size for p in parts), sum(p.compress_size for p in parts)
    if len(parts) > MOST_PARTS or whole > MOST_BYTES or whole > MOST_TIMES * max(pressed, 10_000):
        return "", {BOMB}
    names = {part.filename.lower() for part in parts}
    kind = next((kind for name, kind in KINDS.items() if name in names), "")
    if not kind or "[content_types].xml" not in names:
        return "", {NO_DOCUMENT}
    found = {name for name in names if ACTIVE.search(name)}
    left = MOST_BYTES
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            text = _unpacked(packed, part, left)
            left -= len(text)
            found.update(_of_part(part.filename.lower(), _plain(text)))
    return kind, found


def _unpacked(packed: ZipFile, part: ZipInfo, most: int) -> bytes:
    """What a part holds; one that holds more than it says is refused by who reads it."""
    with packed.open(part) as file:
        text = file.read(min(most, part.file_size) + 1)
    if len(text) > part.file_size:
        raise ValueError(part.filename)
    return text


def _plain(text: bytes) -> bytes:
    """The part as eight-bit text, whichever of the encodings of XML it is in."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le")):
        if text.startswith(mark):
            return text.decode(name, "replace").encode()
    return text.decode("utf-16-be", "replace").encode() if text.startswith(b"\0<") else text


def _of_part(name: str, text: bytes) -> Iterator[str]:
    if name == "[content_types].xml" and MACRO_TYPES.search(text):
        yield "macros"
    if name.endswith(".rels"):
        for one in map(_meant, RELATION.findall(text)):
            if OUTSIDE.search(one) and not A_LINK.search(one):
                yield "external link"
    if name.startswith("word/"):
        # A field may be cut into many runs: its instruction is what they hold together.
        said = b"".join(_meant(TAG.sub(b"", one)) for one in FIELD.findall(text))
        if DDE.search(said):
            yield "DDE"
    if name.startswith("xl/") and (
        any(map(_calls, FORMULA.findall(text))) or DDE_LINK.search(text)
    ):
        yield "DDE"


def _meant(written: bytes) -> bytes:
    """What XML reads of a text: a letter may be written as its number."""
    return unescape(written.decode("utf-8", "replace")).encode()


def _calls(formula: bytes) -> bool:
    """Whether it is of the sort `=cmd|' /C calc'!A0`, which starts a program."""
    meant = _meant(formula)
    return b"!" in meant[meant.find(b"|") :] if b"|" in meant else False
