"""A source in a list of sources: its page, who published it, where it can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django.template import Context, Template

from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import SourceRow
from jurisdictions.read.source_files import FileRow
from jurisdictions.status.dates import read_edtf

FILE = FileRow(
    file_id=7,
    source="letter",
    name="letter.pdf",
    media_type="application/pdf",
    size=12_000,
    checksum="",
    added_at=datetime(2026, 5, 1, tzinfo=UTC),
    added_by="",
    adder_id=0,
    address="",
    is_shown=True,
    wants_public=True,
    removed_at=None,
    removal="",
    proposal=None,
)


BARE = SourceRow(key="letter", title='A <"letter">', publisher="", published_on=None, url="")


def told(*files: FileRow, **said: Any) -> str:
    source = replace(BARE, **said)
    # What the request keeps for all sources of its page.
    request = SimpleNamespace(_shown_files={"letter": files} if files else {})
    context = Context({"source": source, "request": request, "kept": {"date": "2011-08-05"}})
    with in_program("secure-communities"):
        return Template("{% load facts %}{% source_text source %}").render(context)


def test_a_source_without_any_address_says_so() -> None:
    assert told(publisher="ICE", published_on=read_edtf("2010-09")) == (
        '<cite><a href="/secure-communities/sources/letter/?date=2011-08-05">A &lt;&quot;letter'
        '&quot;&gt;</a></cite>, ICE, September 2010. <span class="soft">No address found.</span>'
    )


def test_a_source_leads_to_its_original_and_its_archived_copy() -> None:
    said = told(url="https://ice.example/a?b=1&c=2", archive_url="https://web.archive.example/x")
    original, archived = said.split(">Original</a> ")
    assert 'href="https://ice.example/a?b=1&amp;c=2" rel="noreferrer"' in original
    assert 'aria-label="Archived copy of A &lt;&quot;letter&quot;&gt;">Archived copy' in archived
    assert "No address" not in told(archive_url="https://web.archive.example/x")


def test_a_source_in_another_language_and_with_files_says_so() -> None:
    said = told(FILE, language="es")
    assert said.startswith('<cite lang="es">')
    assert said.endswith(
        '<a href="/secure-communities/sources/letter/files/7/" rel="nofollow" '
        'aria-label="File of A &lt;&quot;letter&quot;&gt; (PDF, 12 kB)">PDF, 12 kB</a>'
    )
