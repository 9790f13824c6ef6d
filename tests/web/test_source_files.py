"""Files of sources: attached, seen by whom they are for, shown, removed; and no way around."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jurisdictions.models import SourceFile
from jurisdictions.record.evidence.store import checksum_of, kept
from tests.people import make_person, sign_in
from tests.record.evidence_files import letter, picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
SOURCE, DESK = "/secure-communities/sources/ilchron/", "/secure-communities/desk/sources/ilchron/"


def client_of(role: str, geoid: str = "17") -> Client:
    return sign_in(Client(), make_person(role, geoid))


@pytest.fixture
def editor() -> Client:
    return client_of("editor")


@pytest.fixture
def reviewer() -> Client:
    return client_of("reviewer")


def attach(who: Client, content: bytes = b"", name: str = "A letter.pdf", **said: str) -> Any:
    file = SimpleUploadedFile(name, content or letter(), content_type="text/html")
    return who.post(DESK, {"act": "attach", "file": file, **said})


def address_of(file: SourceFile) -> str:
    return f"{SOURCE}files/{file.pk}/"


def body(answer: Any) -> bytes:
    content: bytes = answer.content
    return content


def test_a_file_is_for_reviewers_until_one_of_them_shows_it(
    editor: Client, reviewer: Client, client: Client
) -> None:
    assert attach(editor).status_code == 303
    file = SourceFile.objects.get()
    here = address_of(file)
    assert (file.checksum, kept(file.checksum).read_bytes()) == (checksum_of(letter()), letter())
    for other in (
        client,
        client_of("contributor"),
        client_of("editor"),
        client_of("reviewer", "48"),
    ):
        assert other.get(here).status_code == 404
    assert body(editor.get(here)) == body(reviewer.get(here)) == letter()
    assert reviewer.get(here)["Cache-Control"] == "private, no-store"
    # Nothing of it is told to everybody: page, files, API.
    told = (
        SOURCE,
        f"{SOURCE[:-1]}.json",
        "/api/v1/sources/ilchron/",
        "/secure-communities/sources/",
    )
    for address in told:
        assert file.checksum not in client.get(address, follow=True).content.decode(), address
        assert "A letter" not in client.get(address, follow=True).content.decode(), address
    assert reviewer.post(DESK, {"act": "show", "file": file.pk}).status_code == 303
    page = client.get(SOURCE).content.decode()
    assert f'href="{here}"' in page
    assert "A letter.pdf" in page
    opened = client.get(here)
    assert body(opened) == letter()
    assert opened["Content-Type"] == "application/pdf"
    assert opened["Content-Disposition"] == 'attachment; filename="A letter.pdf"'
    assert opened["X-Content-Type-Options"] == "nosniff"
    assert opened["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    )
    assert opened["Cache-Control"] == "no-cache"
    assert client.get(here, headers={"if-none-match": opened["ETag"]}).status_code == 304
    reviewer.post(DESK, {"act": "hide", "file": file.pk})
    assert client.get(here).status_code == 404
    # Who has its bytes from before, or guesses, is told nothing new.
    assert client.get(here, headers={"if-none-match": opened["ETag"]}).status_code == 404
    assert file.checksum not in client.get(SOURCE).content.decode()


def test_a_page_of_the_web_is_opened_as_the_text_that_it_is_made_of(editor: Client) -> None:
    page = b"<html><script>alert(1)</script></html>"
    attach(editor, page, name="../../<memo>.html")
    opened = editor.get(address_of(SourceFile.objects.get()))
    assert opened["Content-Type"] == "text/plain; charset=utf-8"
    assert opened["Content-Disposition"] == 'inline; filename="memo.html.txt"'
    attach(editor, picture(), name="photo.html")
    opened = editor.get(address_of(SourceFile.objects.latest("pk")))
    assert (opened["Content-Type"], opened["Content-Disposition"]) == (
        "image/png",
        'inline; filename="photo.png"',
    )


def test_a_file_that_acts_is_refused_where_it_was_sent(editor: Client) -> None:
    answer = attach(editor, b'<svg onload="alert(1)"/>', name="map.svg")
    assert answer.status_code == 400
    assert "SVG pictures can hold scripts" in answer.content.decode()
    assert not SourceFile.objects.exists()
    assert editor.post(DESK, {"act": "attach"}).status_code == 400


def test_a_removed_file_leaves_a_note_and_does_not_come_back(
    editor: Client, reviewer: Client, client: Client
) -> None:
    attach(editor)
    file = SourceFile.objects.get()
    reviewer.post(DESK, {"act": "show", "file": file.pk})
    assert reviewer.post(DESK, {"act": "remove", "file": file.pk}).status_code == 400
    assert editor.post(DESK, {"act": "remove", "file": file.pk, "reason": "x"}).status_code == 403
    asked = {"act": "remove", "file": file.pk, "reason": "A person in it asked for it."}
    assert reviewer.post(DESK, asked).status_code == 303
    file.refresh_from_db()
    assert (file.name, file.removal) == ("", "A person in it asked for it.")
    assert client.get(address_of(file)).status_code == 404
    assert reviewer.get(address_of(file)).status_code == 404
    page = client.get(SOURCE).content.decode()
    assert "A person in it asked for it." in page
    assert "A letter.pdf" not in page
    again = attach(editor)
    assert again.status_code == 400
    assert "is not taken again" in again.content.decode()


def test_files_are_counted_against_limits(editor: Client, settings: Any) -> None:
    settings.EVIDENCE_PERSON_BYTES = len(letter()) + 10
    assert attach(editor).status_code == 303
    assert "remove one that is not needed" in attach(editor, letter("Another")).content.decode()
    settings.EVIDENCE_PERSON_BYTES, settings.EVIDENCE_BYTES = 10**9, 10
    assert "store of files is full" in attach(editor, letter("Another")).content.decode()
    settings.EVIDENCE_BYTES, settings.EVIDENCE_FILE_BYTES = 10**9, 10
    assert "larger than" in attach(editor, letter("Another")).content.decode()
    settings.EVIDENCE_FILE_BYTES = 10**9
    assert "this very file already" in attach(editor).content.decode()
    assert SourceFile.objects.count() == 1


def test_who_works_elsewhere_attaches_nothing(client: Client) -> None:
    assert attach(client_of("contributor")).status_code == 403
    assert attach(client_of("editor", "48")).status_code == 403
    assert client_of("contributor").get(DESK).status_code == 200
    assert client_of("contributor").get(DESK.replace("ilchron", "nosuch")).status_code in (403, 404)
    assert not SourceFile.objects.exists()
