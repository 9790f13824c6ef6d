"""Whole input of every sort, to be mutated."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

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


def pdf() -> bytes:
    """A letter."""
    return letter()
