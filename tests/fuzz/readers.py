"""The readers of strangers' bytes: how each is called, of which seeds, and how it may refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.handlers.wsgi import WSGIRequest

from jurisdictions.api.writing.bodies import NoJSON, read_body
from jurisdictions.backup import manifest
from jurisdictions.backup.manifest import BackupRefused
from jurisdictions.freezing.minisign import KeyRefused, check_signature, read_key
from jurisdictions.gazetteer.index import PlaceNames
from jurisdictions.gazetteer.reader import NameReader
from jurisdictions.record.evidence.looking_through import look_through
from jurisdictions.record.faults import Refused
from jurisdictions.record.fetching.exchange import Answer
from jurisdictions.record.fetching.fetch import _fetched
from jurisdictions.record.fetching.robots import pause_if_allowed
from jurisdictions.record.fetching.targets import target_of
from jurisdictions.record.fetching.unfetched import Unfetched
from jurisdictions.record.ingest.files import read_sheet
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.ingest.uploaded import table_in
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.lists.programs.section_287g.reading import read_file
from jurisdictions.record.watching.passages import changed_passages
from jurisdictions.record.watching.readable import lines_of
from jurisdictions.record.written_dates import MONTH_FIRST, NotUnderstood, read_in_order
from jurisdictions.web.site.content_types import believed
from tests.fuzz import seeds
from tests.fuzz.mutations import mutated, mutated_zip

Read = Callable[[bytes, Path], object]
Change = Callable[[bytes, int], bytes]


@dataclass(frozen=True)
class Reader:
    """`refuses` are the errors by which it says what is wrong: anything else is a fault."""

    seeds: Sequence[bytes]
    read: Read
    refuses: tuple[type[Exception], ...]
    change: Change = mutated


def _table(name: str) -> Read:
    def read(content: bytes, scratch: Path) -> object:
        scratch.write_bytes(content)
        return table_in(scratch, name, ("facts",), "sources")

    return read


def _facts(content: bytes, scratch: Path) -> object:
    scratch.write_bytes(content)
    sheet = read_sheet(scratch, KINDS["activation"].columns)
    assert sheet.rows or sheet.faults
    return sheet


def _list(content: bytes, scratch: Path) -> object:
    scratch.write_bytes(content)
    return read_file(scratch, "participatingAgencies05182026am.xlsx", date(2026, 11, 26))


def _evidence(content: bytes, scratch: Path) -> object:
    del scratch
    # PDFs are read in a process of their own, and are fuzzed by themselves.
    return None if content.lstrip()[:5] == b"%PDF-" else look_through(content, "a file")


def _watched(content: bytes, scratch: Path) -> object:
    del scratch
    lines = lines_of(content, "text/html", "utf-8") or []
    return changed_passages(lines_of(seeds.PAGE, "text/html") or [], lines)


def _robots(content: bytes, scratch: Path) -> object:
    del scratch
    pause = pause_if_allowed(content.decode("utf-8", "replace"), "https://x.org/private/a/b.pdf")
    assert 0 <= pause <= 30  # what is slept
    return pause


def _target(content: bytes, scratch: Path) -> object:
    del scratch
    found = target_of(content.decode("utf-8", "replace"))
    assert found.address.isascii()
    assert not set(found.address) & set("\r\n\t ")
    return found


def _date(content: bytes, scratch: Path) -> object:
    del scratch
    return read_in_order(content.decode("utf-8", "replace"), MONTH_FIRST, last_year=2030)


def _place(content: bytes, scratch: Path) -> object:
    del scratch
    return _names().read(content.decode("utf-8", "replace"))


@cache
def _names() -> NameReader:
    return NameReader(
        [
            PlaceNames("17", "state", "Illinois", "IL"),
            PlaceNames("17031", "county", "Cook County", "IL"),
            PlaceNames("35013", "county", "Doña Ana County", "NM"),
        ]
    )


def _headers(content: bytes, scratch: Path) -> object:
    del scratch
    kind, _line, named = content.decode("latin-1").partition("\n")
    told = {"content-type": kind, "content-disposition": named, "etag": named}
    target = target_of("https://x.org/a.csv")
    found = _fetched(
        target.address, target, Answer(200, told, b""), datetime(2026, 1, 1, tzinfo=UTC)
    )
    for text in (found.file_name, found.media_type, found.charset, found.etag):
        assert text.isprintable() or not set(text.encode()) & set(range(32)), text
    assert "/" not in found.file_name
    return found


def _content_type(content: bytes, scratch: Path) -> object:
    del scratch
    said = believed(content.decode("latin-1"))
    assert "charset" not in said.casefold().partition(";")[2].replace("boundary", "", 1) or (
        said.startswith("multipart/form-data; boundary=")
    )
    return WSGIRequest({"CONTENT_TYPE": said, "REQUEST_METHOD": "GET", "wsgi.input": BytesIO()}).GET


def _proposal(content: bytes, scratch: Path) -> object:
    del scratch
    return read_body(content)


def _manifest(content: bytes, scratch: Path) -> object:
    folder = scratch.parent / "backup"
    folder.mkdir(exist_ok=True)
    (folder / manifest.NAME).write_bytes(content)
    found = manifest.read_manifest(folder)
    told = manifest.damaged(folder, found)
    assert len(told) == len(found.files)  # none of them is there
    return found


def _signature(content: bytes, scratch: Path) -> object:
    del scratch
    signed, text, public = seeds.signed()
    trusted = check_signature(signed, content.decode("utf-8", "replace"), public)
    assert trusted == "edition 1"
    return text


def _public_key(content: bytes, scratch: Path) -> object:
    del scratch
    signed, text, _public = seeds.signed()
    return check_signature(signed, text, content.decode("utf-8", "replace"))


def _secret_key(content: bytes, scratch: Path) -> object:
    scratch.write_bytes(content)
    return read_key(scratch)


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader by its name."""
    zipped: Any = {"change": mutated_zip}
    return {
        "text": Reader([seeds.CSV, seeds.CSV.replace(b",", b"\t")], _table("a.csv"), (Unreadable,)),
        "workbook": Reader([seeds.workbook()], _table("a.xlsx"), (Unreadable,), **zipped),
        "json": Reader([seeds.JSON], _table("a.json"), (Unreadable,)),
        "facts": Reader([seeds.FACTS.read_bytes()[:3000]], _facts, ()),
        "list": Reader([seeds.ice_list()], _list, (Unreadable,), **zipped),
        "list-page": Reader([seeds.PAGE, seeds.CSV], _list, (Unreadable,)),
        "evidence": Reader(seeds.evidence(), _evidence, (Refused,)),
        "office": Reader([seeds.office(), seeds.workbook()], _evidence, (Refused,), **zipped),
        "watched": Reader([seeds.PAGE], _watched, ()),
        "robots": Reader([seeds.ROBOTS], _robots, (Unfetched,)),
        "address": Reader(
            [b"https://www.example.org:443/a/b%20c?d=e&f=%C3%A9#g", "https://ñandú.org/é".encode()],
            _target,
            (Unfetched,),
        ),
        "headers": Reader(seeds.HEADERS, _headers, ()),
        "content-type": Reader(seeds.CONTENT_TYPES, _content_type, ()),
        "proposal": Reader([seeds.proposal()], _proposal, (NoJSON, Refused)),
        "manifest": Reader([seeds.a_manifest()], _manifest, (BackupRefused,)),
        "signature": Reader([seeds.signed()[1].encode()], _signature, (KeyRefused,)),
        "public-key": Reader([seeds.signed()[2].encode()], _public_key, (KeyRefused,)),
        "secret-key": Reader([seeds.secret_key()], _secret_key, (KeyRefused,)),
        "date": Reader(
            [b"August 5, 2011", b"5 de agosto de 2011", b"8/5/11", b"2011-08", b"spring 2010"],
            _date,
            (NotUnderstood,),
        ),
        "place": Reader(
            [b"Oakland, Calif.", b"condado de Cook (17031)", b"ocd-division/country:us/state:il"],
            _place,
            (),
        ),
    }
