"""Mutations of bytes and of zips, the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

TOKENS = (
    *(
        b"",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x80",
        b"\r",
        b"\n",
        b'"',
        b'""',
        b"'",
        b",",
        b";",
    ),
    *(b"\t", b"|", b"<", b">", b"</", b"<!--", b"<![CDATA[", b"<!DOCTYPE x [<!ENTITY a 'a'>]>"),
    *(b"&", b"&#0;", b"&#x110000;", b"&a;", b"%", b"%00", b"%s", b"{", b"}", b"[", b"[" * 3000),
    *(b"=", b"=1+1", b"-1", b"0", b"1e999", b"nan", b"inf", b"99999999999999999999"),
    *(b"9" * 5000, b"2010-02-30", b"0000-00-00", b"9999-12-31", b"1/2/3", b"\xe2\x80\xae"),
    *(b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xcc\x81" * 500, b"a" * 11_000, b"*a" * 40),
    *(b"null", b"true", b"1899-12-31", b"XFD1048576", b"A1:XFD1048576", b"\xc2\xa0", b"../../x"),
)


def mutated(seed: bytes, turn: int) -> bytes:
    """A seed with one to eight places of it changed, cut, doubled or moved."""
    random = Random(turn)
    content = bytearray(seed)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        random.choice(CHANGES)(content, random)
    return bytes(content)


def mutated_zip(seed: bytes, turn: int) -> bytes:
    """The same of a zip: mostly of one part within it, sometimes of its own bytes."""
    random = Random(turn)
    if random.random() < 0.2:
        return mutated(seed, turn)
    into = BytesIO()
    with ZipFile(BytesIO(seed)) as packed, ZipFile(into, "w", ZIP_DEFLATED) as made:
        names = packed.namelist()
        chosen = random.choice(names)
        for name in names:
            content = packed.read(name)
            if name != chosen:
                made.writestr(name, content)
            elif random.random() < 0.95:
                made.writestr(name, mutated(content, turn))
    return into.getvalue()


def _flip(content: bytearray, random: Random) -> None:
    if content:
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _put(content: bytearray, random: Random) -> None:
    at = random.randint(0, len(content))
    content[at:at] = random.choice(TOKENS)


def _put_over(content: bytearray, random: Random) -> None:
    at = random.randint(0, len(content))
    content[at : at + random.randint(1, 12)] = random.choice(TOKENS)


def _cut(content: bytearray, random: Random) -> None:
    at = random.randint(0, len(content))
    del content[at : at + random.choice((1, 7, 100, len(content)))]


def _double(content: bytearray, random: Random) -> None:
    at = random.randint(0, len(content))
    piece = content[at : at + random.randint(1, 200)]
    content[at:at] = piece * random.choice((1, 1, 30))


def _move(content: bytearray, random: Random) -> None:
    at = random.randint(0, len(content))
    piece = content[at : at + random.randint(1, 60)]
    del content[at : at + len(piece)]
    to = random.randint(0, len(content))
    content[to:to] = piece


CHANGES: tuple[Callable[[bytearray, Random], None], ...] = (
    *(_flip, _put, _put, _put_over, _put_over, _cut, _double, _move),
)
