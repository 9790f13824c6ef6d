"""A file of a source comes in parts to who asks for parts: a slow line, a viewer, a second try."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jurisdictions.models import SourceFile
from tests.people import make_person, sign_in
from tests.record.evidence_files import letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
DESK = "/secure-communities/desk/sources/ilchron/"
WHOLE = letter()
SIZE = len(WHOLE)


@pytest.fixture
def reviewer() -> Client:
    return sign_in(Client(), make_person("reviewer", "17"))


def shown(reviewer: Client, content: bytes = WHOLE, name: str = "a.pdf") -> str:
    """The address of a file that everybody may open."""
    reviewer.post(DESK, {"act": "attach", "file": SimpleUploadedFile(name, content)})
    file = SourceFile.objects.latest("pk")
    reviewer.post(DESK, {"act": "show", "file": file.pk})
    return f"/secure-communities/sources/ilchron/files/{file.pk}/"


def test_one_range_is_answered_by_that_part(reviewer: Client, client: Client) -> None:
    here = shown(reviewer)
    etag = client.get(here)["ETag"]
    assert client.get(here)["Accept-Ranges"] == "bytes"
    asked = {
        "bytes=0-99": (0, 100),
        "bytes=100-": (100, SIZE),
        "bytes=-10": (SIZE - 10, SIZE),
        f"bytes=-{SIZE * 2}": (0, SIZE),
        f"Bytes = {SIZE - 1} - {SIZE * 9}": (SIZE - 1, SIZE),
    }
    for said, (first, end) in asked.items():
        part = client.get(here, headers={"range": said})
        assert (part.status_code, part.content) == (206, WHOLE[first:end]), said
        assert part["Content-Range"] == f"bytes {first}-{end - 1}/{SIZE}"
        assert (part["Content-Length"], part["ETag"]) == (str(end - first), etag)
        assert part["Content-Type"] == "application/pdf"
        assert part["Content-Security-Policy"].startswith("default-src 'none'")
    halves = [client.get(here, headers={"range": s}).content for s in ("bytes=0-99", "bytes=100-")]
    assert b"".join(halves) == WHOLE


def test_bytes_that_there_are_not_are_said(reviewer: Client, client: Client) -> None:
    here = shown(reviewer)
    for said in (f"bytes={SIZE}-", f"bytes={SIZE + 5}-{SIZE + 9}", "bytes=-0"):
        answer = client.get(here, headers={"range": said})
        assert (answer.status_code, answer.content) == (416, b""), said
        assert answer["Content-Range"] == f"bytes */{SIZE}"


def test_all_else_is_answered_by_the_whole(reviewer: Client, client: Client) -> None:
    here = shown(reviewer)
    etag = client.get(here)["ETag"]
    for said in (
        "bytes=0-1,4-5",
        "pages=1-2",
        "bytes=9-1",
        "bytes=-",
        "bytes=a-b",
        "0-5",
        "bytes=",
    ):
        answer = client.get(here, headers={"range": said})
        assert (answer.status_code, answer.content) == (200, WHOLE), said
        assert "Content-Range" not in answer
    # What changed meanwhile is not gone on with; what did not is.
    part = {"range": "bytes=5-9"}
    for other in ('"another"', f"W/{etag}", "Thu, 26 Nov 2026 10:00:00 GMT"):
        assert client.get(here, headers={**part, "if-range": other}).status_code == 200
    assert client.get(here, headers={**part, "if-range": etag}).content == WHOLE[5:10]
    assert client.get(here, headers={**part, "if-none-match": etag}).status_code == 304
    head = client.head(here, headers=part)
    assert (head.status_code, "Content-Range" in head) == (200, False)


def test_a_part_of_a_text_is_never_packed(reviewer: Client, client: Client) -> None:
    text = b"A long letter of many words. " * 100
    here = shown(reviewer, text, "letter.txt")
    said = {"range": "bytes=0-999", "accept-encoding": "gzip, br"}
    part = client.get(here, headers=said)
    assert (part.status_code, part.content) == (206, text[:1000])
    assert "Content-Encoding" not in part


def test_no_part_of_a_file_for_reviewers_comes_to_others(reviewer: Client, client: Client) -> None:
    here = shown(reviewer)
    file = SourceFile.objects.latest("pk")
    reviewer.post(DESK, {"act": "hide", "file": file.pk})
    assert client.get(here, headers={"range": "bytes=0-9"}).status_code == 404
    mine = reviewer.get(here, headers={"range": "bytes=0-9"})
    assert (mine.status_code, mine["Cache-Control"]) == (206, "private, no-store")
