"""Whole input of every sort, to be mutated."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from openpyxl import Workbook

from jurisdictions.backup.manifest import Kept, Manifest, manifest_text
from jurisdictions.freezing.minisign import Key, signature_of, write_key
from tests.record.evidence_files import document, letter, picture
from tests.record.lists.list_files import COOK, POLICE, ZION, write_list

_DATA = Path(__file__).parents[2] / "jurisdictions" / "data"
FACTS = _DATA / "secure-communities" / "activations.csv"
CSV = (
    "County,State,FIPS,Activated on,Source,Quote\n"
    'Cook,IL,17031,2009-11-24,https://example.org/a,"He said ""no"", twice"\n'
    "Doña Ana,NM,35013,Jan-10,https://example.org/b,\n"
    "St. Louis city,Missouri,29510,1/2/2011,ilchron,p. 3-4\n"
).encode()
PAGE = (
    b"<!doctype html><html><head><title>List</title><script>x</script></head><body><table>"
    b"<tr><th>STATE</th><th>LAW ENFORCEMENT AGENCY</th><th>TYPE</th><th>COUNTY</th>"
    b"<th>SUPPORT TYPE</th><th>SIGNED</th><th>MOA</th></tr><tr><td>ILLINOIS</td>"
    b"<td>Cook County Sheriff</td><td>County</td><td>Cook County</td>"
    b'<td>Jail Enforcement Model</td><td>3/1/2025</td><td><a href="https://x.org/a">link</a></td>'
    b"</tr></table><p>Caf&eacute; &amp; more</p></body></html>"
)
ROBOTS = (
    b"User-agent: *\nDisallow: /private/*.pdf$\nAllow: /private/a\nCrawl-delay: 2.5\n"
    b"User-agent: Tracker\nDisallow: /no%20/\nSitemap: https://x.org/s.xml\nRequest-rate: 1/5s\n"
)
HEADERS = (
    b"text/html; charset=utf-8\nattachment; filename*0*=utf-8'en'a%20b; filename*1=c.csv",
    b'text/csv; charset*=utf-8\'\'latin-1\nattachment; filename="a \\"b\\".csv"; size=3',
)
CONTENT_TYPES = (
    b"multipart/form-data; boundary=----WebKitFormBoundaryAb1; charset*=utf-8'en'utf-8",
    b'application/x-www-form-urlencoded; charset="utf-8"',
)
JSON = b'{"results": [{"geoid": "17031", "activated_on": "2009-11-24", "source": {"key": "a"}}]}'


@cache
def workbook() -> bytes:
    """A workbook as somebody fills one in: dates, numbers, merged and hidden cells, a formula."""
    book = Workbook()
    sheet: Any = book.active
    for row in (
        ["County", "State", "FIPS", "Activated on", "Source"],
        ["Cook", "IL", 17031, date(2009, 11, 24), "https://example.org/a"],
        ["Kane", "IL", "17089", "2010-02", True],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[3].hidden = True
    into = BytesIO()
    book.save(into)
    return into.getvalue()


@cache
def ice_list() -> bytes:
    """A list as ICE publishes it."""
    with TemporaryDirectory() as folder:
        linked = [*COOK[:6], "link → https://example.org/moa.pdf", None]
        return write_list(Path(folder) / "list.xlsx", [linked, POLICE, ZION]).read_bytes()


@cache
def evidence() -> tuple[bytes, ...]:
    """Files of sources that packed parts do not make up."""
    forms = [picture(form) for form in ("PNG", "JPEG", "GIF", "WEBP")]
    return (*forms, PAGE, b"A letter.\n", "Carta \x93\n".encode("cp1252", "replace"))


@cache
def office() -> bytes:
    """A Word document with a link and a field."""
    rels = (
        b'<Relationships xmlns="x"><Relationship Id="a" Type="http://x/hyperlink" '
        b'Target="https://x.org" TargetMode="External"/></Relationships>'
    )
    main = b"<w:document><w:p><w:instrText> PAGE </w:instrText></w:p></w:document>"
    return document(main, word___rels__document_xml_rels=rels)


def proposal() -> bytes:
    """What a program sends with its token."""
    wish = {"action": "correct", "fact": "activation:17089", "base": 3, "cells": {"on": "2010-07"}}
    new = {"action": "record", "kind": "local_measure", "cells": {"geoid": 17089, "note": None}}
    said = {"title": "A letter", "reason": "Found.", "dry_run": True, "wishes": [wish, new]}
    return json.dumps(said).encode()


def a_manifest() -> bytes:
    """What a backup says of itself."""
    files = {path: Kept(5, "ab" * 32) for path in ("database.sqlite3", "evidence/ab/abab")}
    at = datetime(2026, 11, 26, tzinfo=UTC)
    rows, editions = {"jurisdictions_fact": 7}, {"287g": "1 abab"}
    return manifest_text(Manifest(at, "sqlite", ("a.0001",), rows, editions, files)).encode()


@cache
def signed() -> tuple[bytes, str, str]:
    """Signed bytes, their signature, the public key; the same every time."""
    key = Key(b"12345678", Ed25519PrivateKey.from_private_bytes(bytes(32)))
    return (
        b"abab  index.html\n",
        signature_of(b"abab  index.html\n", key, "edition 1"),
        key.public_text,
    )


@cache
def secret_key() -> bytes:
    """The file of a secret key."""
    with TemporaryDirectory() as folder:
        write_key(Path(folder) / "key")
        return (Path(folder) / "key").read_bytes()


def pdf() -> bytes:
    """A letter."""
    return letter()
