"""ICE's lists at the desk: a file is read, looked at, asked about, proposed, and kept for all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jurisdictions.models import AgencyAgreement, CapturedList, Change, Proposal, Upload
from tests.people import make_person, sign_in
from tests.record.lists.list_files import COOK, POLICE, TASK_FORCE, ZION, row, write_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_agencies")]
LISTS = "/287g/desk/lists/"
NOWHERE = row("Nowhere Police Department", TASK_FORCE, date(2026, 5, 22), county="")


@pytest.fixture
def author() -> Client:
    return sign_in(Client(), make_person("contributor", "US", name="Ines"))


def sent(path: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile(path.name, path.read_bytes())


def upload(client: Client, folder: Path, rows: list[Any], name: str = "") -> str:
    path = write_list(folder / (name or "participatingAgencies06012026am.xlsx"), rows)
    answer = client.post(LISTS, {"file": sent(path)})
    assert answer.status_code == 303, answer.content.decode()
    return str(answer["Location"])


def test_a_list_becomes_a_proposal_that_a_reviewer_publishes(
    author: Client, tmp_path: Path, client: Client
) -> None:
    here = upload(author, tmp_path, [COOK, POLICE, ZION])
    page = author.get(here).content.decode()
    for told in (
        "Appeared",
        "Zion Police",
        ", Illinois</p>",
        "signed May 20, 2026",
        "row 4",
        "June 1, 2026",
    ):
        assert told in page
    before = Change.objects.count()
    answer = author.post(here, {"act": "send", "title": "List of June 1", "reason": "As posted."})
    assert answer.status_code == 303
    proposal = Proposal.objects.get()
    assert (proposal.title, Change.objects.count()) == ("List of June 1", before)
    assert author.get(here).status_code == 404
    reviewer = sign_in(Client(), make_person("reviewer", "US", name="Rita"))
    decided = reviewer.post(
        f"/287g/desk/proposals/{proposal.pk}/decide/",
        {"do": "accept", "revision": "1", "note": ""},
    )
    assert decided.status_code in (302, 303)
    assert AgencyAgreement.objects.current().filter(agency="il-zion-police").count() == 2
    kept = CapturedList.objects.current().get(list="participating-2026-06-01")
    source = client.get("/287g/sources/ice-participating-2026-06-01/").content.decode()
    assert 'href="/287g/lists/participating-2026-06-01/"' in source
    opened = client.get("/287g/lists/participating-2026-06-01/")
    assert opened["Content-Disposition"].endswith(f'filename="{kept.file}"')
    assert b"".join(opened.streaming_content)[:2] == b"PK"  # type: ignore[attr-defined]
    assert client.get("/287g/lists/participating-2026-05-18/").status_code == 404


def test_another_program_has_no_lists_of_ice(author: Client, tmp_path: Path) -> None:
    here = upload(author, tmp_path, [COOK, POLICE, ZION])
    for address in (LISTS, here):
        assert author.get(address).status_code == 200
        assert author.get(f"/es{address}").status_code == 200
        elsewhere = address.replace("/287g/", "/secure-communities/")
        assert author.get(elsewhere).status_code == 404
        assert author.post(elsewhere, {"act": "delete"}).status_code == 404
    assert Upload.objects.count() == 1


def test_a_name_that_fits_nobody_is_asked_and_answered(author: Client, tmp_path: Path) -> None:
    here = upload(author, tmp_path, [COOK, POLICE, NOWHERE])
    page = author.get(here).content.decode()
    assert "Which agency is meant?" in page
    # With what the file says of it: many a sheriff has namesakes.
    asked = " ".join(page.partition("<legend>")[2].partition("</p>")[0].split())
    assert "“Nowhere Police Department”, Illinois</legend>" in asked
    assert asked.endswith("Task force model")
    assert "Answer first what is asked above." in page
    refused = author.post(
        here, {"act": "answer", "choice-0": "place:", "written-0-place": "Atlantis"}
    )
    assert refused.status_code == 400
    assert "is no single place" in refused.content.decode()
    answered = {"act": "answer", "choice-0": "place:", "written-0-place": "Lake County"}
    assert author.post(here, answered).status_code == 303
    page = author.get(here).content.decode()
    assert "Which agency is meant?" not in page
    assert "Agencies that are new" in page
    assert "17097" in page


def test_a_long_list_asks_the_database_no_more_often_than_a_short_one(
    author: Client, tmp_path: Path
) -> None:
    def queries(day: str, many: int) -> int:
        unknown = [
            row(f"Nowhere{n} Police Department", TASK_FORCE, date(2026, 5, 22), county="")
            for n in range(many)
        ]
        name = f"participatingAgencies06{day}2026am.xlsx"
        here = upload(author, tmp_path, [COOK, POLICE, *unknown], name)
        author.get(here)
        with CaptureQueriesContext(connection) as asked:
            assert author.get(here).content.count(b"<legend>") == many
        return len(asked)

    assert queries("01", 2) == queries("02", 12)


def test_another_agency_on_record_may_be_meant(author: Client, tmp_path: Path) -> None:
    here = upload(author, tmp_path, [COOK, POLICE, NOWHERE])
    answered = {"act": "answer", "choice-0": "agency:", "written-0-agency": "Zion Police"}
    assert author.post(here, answered).status_code == 303
    assert "Other spellings" in author.get(here).content.decode()


def test_what_speaks_against_a_list_has_to_be_confirmed(author: Client, tmp_path: Path) -> None:
    here = upload(author, tmp_path, [COOK])
    assert "more than a tenth" in author.get(here).content.decode()
    send = {"act": "send", "title": "A list", "reason": "As posted."}
    assert author.post(here, send).status_code == 400
    assert not Proposal.objects.exists()
    assert author.post(here, {**send, "confirmed": "ends-many"}).status_code == 303


def test_a_file_that_is_no_list_is_refused_with_words(author: Client, tmp_path: Path) -> None:
    page = SimpleUploadedFile("participatingAgencies06012026am.xlsx", b"<html><h1>503</h1></html>")
    answer = author.post(LISTS, {"file": page})
    assert (answer.status_code, "web page without a table" in answer.content.decode()) == (
        400,
        True,
    )
    nameless = write_list(tmp_path / "list.xlsx", [COOK, POLICE])
    assert "say the day" in author.post(LISTS, {"file": sent(nameless)}).content.decode()
    told = author.post(LISTS, {"file": sent(nameless), "listed_on": "2026-06-01"})
    assert told.status_code == 303
    assert author.post(LISTS, {}).status_code == 400
    wrong = author.post(LISTS, {"file": sent(nameless), "listed_on": "soon"})
    assert "year, month and day" in wrong.content.decode()


def test_a_list_that_waits_is_its_authors_alone_and_no_file_of_facts(
    author: Client, tmp_path: Path
) -> None:
    here = upload(author, tmp_path, [COOK, POLICE])
    number = here.rstrip("/").rpartition("/")[2]
    assert author.get(f"/287g/desk/uploads/{number}/").status_code == 404
    assert "participatingAgencies" not in author.get("/287g/desk/uploads/").content.decode()
    other = sign_in(Client(), make_person("contributor", "US"))
    assert other.get(here).status_code == 404
    assert author.post(here, {"act": "delete"}).status_code == 303
    assert not Upload.objects.exists()


def test_in_spanish_too(author: Client, tmp_path: Path) -> None:
    here = upload(author, tmp_path, [COOK, POLICE, ZION, NOWHERE])
    page = author.get(f"/es{here}").content.decode()
    assert "Aparecen" in page
    assert "firmado el 20 de mayo de 2026" in page
    assert "¿Qué agencia es?" in page


def test_a_list_that_waits_for_a_reviewer_is_not_sent_again(author: Client, tmp_path: Path) -> None:
    path = write_list(tmp_path / "participatingAgencies06012026am.xlsx", [COOK, POLICE, ZION])
    first, again = (author.post(LISTS, {"file": sent(path)})["Location"] for _ in range(2))
    send = {"act": "send", "title": "A list", "reason": "As posted."}
    assert author.post(first, send).status_code == 303
    proposal = Proposal.objects.get().pk
    page = author.get(again).content.decode()
    assert f"waits for a reviewer already, as proposal {proposal}" in page
    assert f'href="/287g/desk/proposals/{proposal}/"' in page
    assert author.post(again, send).status_code == 400
    assert Proposal.objects.count() == 1
