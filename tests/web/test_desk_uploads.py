"""The pages of files of facts: upload, columns, progress, preview, sending."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client
from django.utils.timezone import now
from openpyxl import Workbook, load_workbook

from jurisdictions.models import Job, Person, Proposal, Upload
from jurisdictions.record.ingest import uploaded as ingest
from jurisdictions.record.jobs.queue import finish_job, take_job
from jurisdictions.tasks import job_lease, upload_job
from jurisdictions.web.desk.uploads import size as upload_size
from tests.faulty_file import faulty_csv
from tests.people import (
    administrator,
    illinois_contributor,
    illinois_reviewer,
    make_person,
    sign_in,
)
from tests.web.taking import body

pytestmark = pytest.mark.usefixtures("shipped")

HEADER = "request,seq,geoid,on,step,by,summary,source\n"
STEP = "cook-2010,1,17031,2010-07-13,requested,County Board,It asked.,nilc\n"
NAMED = "request,seq,county,state,on,step,source\n"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


@pytest.fixture
def person() -> Person:
    return illinois_contributor()


@pytest.fixture
def desk(client: Client, person: Person) -> Client:
    return sign_in(client, person)


def post(desk: Client, content: str | bytes, kind: str = "opt_out", name: str = "steps.csv") -> Any:
    raw = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, raw)
    return desk.post("/secure-communities/desk/uploads/", {"kind": kind, "file": file})


def uploaded(desk: Client, content: str | bytes, kind: str = "opt_out", **more: Any) -> str:
    """Upload a file; answers the address of its page."""
    answer = post(desk, content, kind, **more)
    assert answer.status_code == 303, answer.text
    return str(answer["Location"])


def work() -> None:
    """Do what the worker would."""
    for job in Job.objects.filter(kind="upload", status="queued").order_by("pk"):
        taken = take_job(job_id=job.pk, at=now(), lease=job_lease())
        assert taken is not None
        upload_job(taken.arguments, lambda progress: None)
        finish_job(job=taken, at=now())


def checked(desk: Client, content: str | bytes, kind: str = "opt_out", **more: Any) -> str:
    address = uploaded(desk, content, kind, **more)
    work()
    return address


def test_the_list_offers_templates_of_every_kind_and_says_what_to_do_first(desk: Client) -> None:
    said = desk.get("/secure-communities/desk/uploads/").text
    # Nine kinds, an explanation of a flag among them, as text and as a workbook.
    assert said.count("/secure-communities/desk/uploads/template/") == 18
    assert "/secure-communities/desk/uploads/template/explanation.csv" in said
    assert "A spreadsheet of your own will do" in said


def test_a_template_comes_as_text_and_as_a_workbook_with_its_codebook(desk: Client) -> None:
    answer = desk.get("/secure-communities/desk/uploads/template/opt_out.csv")
    assert 'filename="opt_outs-template.csv"' in answer["Content-Disposition"]
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert [row["example"] for row in rows] == ["example", "example"]
    book = load_workbook(
        BytesIO(body(desk.get("/secure-communities/desk/uploads/template/opt_out.xlsx")))
    )
    assert book.sheetnames == ["opt_outs", "sources", "codebook"]
    words = {row[3] for row in book["codebook"].iter_rows(values_only=True)}
    assert {"requested", "overridden"} <= words
    assert desk.get("/secure-communities/desk/uploads/template/rumour.csv").status_code == 404


def test_a_codebook_is_in_the_language_of_the_page(desk: Client) -> None:
    book = load_workbook(
        BytesIO(body(desk.get("/es/secure-communities/desk/uploads/template/opt_out.xlsx")))
    )
    meanings = {row[5] for row in book["codebook"].iter_rows(values_only=True)}
    assert "Quién actuó." in meanings


@pytest.mark.parametrize(
    ("kind", "name", "content", "fault"),
    [
        ("", "a.csv", HEADER + STEP, "Choose what the file holds."),
        ("opt_out", "a.csv", "", "a.csv is empty."),
        ("opt_out", "a.pdf", "x", "a.pdf is in no form that can be read"),
    ],
)
def test_a_file_that_is_not_taken_says_why(
    desk: Client, kind: str, name: str, content: str, fault: str
) -> None:
    answer = post(desk, content or " ", kind, name)
    assert answer.status_code == 400
    assert fault in answer.text
    assert 'role="alert"' in answer.text


def test_no_file_at_all_is_told_too(desk: Client) -> None:
    answer = desk.post("/secure-communities/desk/uploads/", {"kind": "opt_out"})
    assert answer.status_code == 400
    assert "Choose a file, paste rows, or give an address." in answer.text


@pytest.mark.postgresql
def test_a_file_that_is_too_large_is_cut_off_while_it_arrives(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_size, "MOST_BYTES", 100_000)
    monkeypatch.setattr(ingest, "MOST_BYTES", 100_000)
    answer = post(desk, b"x" * 300_000)
    assert answer.status_code == 400
    assert "The file is larger than 10 MB." in answer.text
    assert not Upload.objects.exists()


def test_a_file_is_followed_from_its_check_to_what_was_found(desk: Client) -> None:
    address = uploaded(desk, HEADER + STEP)
    waiting = desk.get(address).text
    assert "Waiting for its turn." in waiting
    assert '<noscript><meta http-equiv="refresh"' in waiting
    assert '<meta http-equiv="refresh"' not in desk.get(f"{address}?still=1").text
    state = desk.get(f"{address}state.json").json()
    assert state == {"open": True, "progress": 0.0, "said": "Waiting for its turn."}
    work()
    assert desk.get(f"{address}state.json").json()["open"] is False
    said = desk.get(address).text
    assert "Send 1 fact as one proposal" in said
    assert "opt_out:cook-2010:1" in said
    assert "steps.csv" in desk.get("/secure-communities/desk/uploads/").text


@pytest.mark.postgresql
def test_a_check_that_failed_can_be_asked_for_again(desk: Client) -> None:
    address = uploaded(desk, HEADER + STEP)
    told = {"status": "failed", "lease_until": None, "finished_at": now(), "error": "no such luck"}
    Job.objects.filter(kind="upload").update(**told)
    assert "The check stopped before it was done." in desk.get(address).text
    assert desk.post(address, {"act": "check"}).status_code == 303
    work()
    assert "Send 1 fact as one proposal" in desk.get(address).text


def test_headings_that_are_not_known_are_asked_about_with_what_stands_below_them(
    desk: Client,
) -> None:
    address = uploaded(desk, HEADER.replace("step,by", "qwerty,bye") + STEP)
    said = desk.get(address).text
    assert "2 headings of this file are not known." in said
    assert "County Board" in said
    columns = ["request", "seq", "geoid", "on", "step", "", "summary", "source"]
    told = {f"column-{at}": column for at, column in enumerate(columns)}
    back = desk.post(address, {"act": "columns", **told, "column-0": ""})
    assert back.status_code == 400
    assert "is needed to tell which fact a row is about" in back.text
    assert desk.post(address, {"act": "columns", **told}).status_code == 303
    work()
    said = desk.get(address).text
    assert "Columns left out: bye." in said
    assert 'name="column-5"' in desk.get(f"{address}?step=columns").text


def test_what_a_file_holds_can_be_said_otherwise_at_its_columns(desk: Client) -> None:
    address = uploaded(desk, HEADER + STEP, kind="activation")
    said = desk.get(f"{address}?step=columns").text
    assert '<option value="activation" selected>' in said
    refused = desk.post(address, {"act": "kind", "kind": "agency_agreement"})
    assert refused.status_code == 400
    assert "Choose what the file holds." in refused.text
    answer = desk.post(address, {"act": "kind", "kind": "opt_out"})
    assert answer["Location"] == f"{address}?step=columns"
    assert '<option value="opt_out" selected>' in desk.get(answer["Location"]).text
    work()
    assert "Send 1 fact as one proposal" in desk.get(address).text


def test_every_fault_is_listed_page_by_page_and_as_a_file(desk: Client) -> None:
    address = checked(desk, faulty_csv(), name="letters.csv")
    said = desk.get(address).text
    assert "20 things are wrong" in said
    assert "Row 188, Source" in said
    assert "is no source on record (did you mean nilc?)" in said
    rows = list(csv.DictReader(StringIO(desk.get(f"{address}faults.csv").text)))
    assert len(rows) == 20
    assert rows[0]["file"] == "letters.csv"
    assert set(rows[0]) == {"file", "row", "column", "value", "reason"}


def test_a_long_list_of_faults_comes_in_pages(desk: Client) -> None:
    lines = "".join(f"a-{n},1,17031,soon {n},requested,,,nilc\n" for n in range(60))
    address = checked(desk, HEADER + lines)
    assert "Page 1 of 2" in desk.get(address).text
    said = desk.get(f"{address}?faults=2").text
    assert "Row 61" in said
    assert desk.get(f"{address}?faults=99&rows=x").status_code == 200


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed_in_the_list_of_faults(
    desk: Client,
) -> None:
    address = checked(desk, HEADER + STEP.replace("nilc", '"\'=SUM(A1)"'))
    assert "'=SUM(A1)" in desk.get(f"{address}faults.csv").text


def test_an_unclear_name_is_answered_once(client: Client) -> None:
    desk = sign_in(client, make_person("contributor", "24"))
    rows = "".join(f"md-{n},1,Baltimore,MD,2010,requested,nilc\n" for n in range(2))
    address = checked(desk, NAMED + rows)
    said = desk.get(address).text
    assert "“Baltimore, MD”" in said
    assert "Settles 2 rows, the first is row 2." in said
    assert desk.post(address, {"act": "answers", "place-0": "24999"}).status_code == 400
    assert Job.objects.filter(kind="upload").count() == 1
    desk.post(address, {"act": "answers", "place-0": "24510"})
    work()
    said = desk.get(address).text
    assert "“Baltimore, MD” means Baltimore city, Maryland." in said
    assert "Send 2 facts as one proposal" in said
    desk.post(address, {"act": "forget"})
    work()
    desk.post(address, {"act": "answers", "place-0": "none"})
    work()
    said = desk.get(address).text
    assert "means none of the places." in said
    assert "No row can be sent as it is." in said


@pytest.mark.postgresql
def test_what_is_right_is_sent_and_the_rest_keeps_its_place(desk: Client) -> None:
    address = checked(desk, faulty_csv())
    said = desk.get(address).text
    assert "20 rows are not right yet. They stay in this file" in said
    assert desk.post(address, {"act": "send", "title": "T", "reason": "R"}).status_code == 400
    sent = {"act": "send", "title": "Letters", "reason": "They say so.", "leave_out": "20"}
    assert desk.post(address, sent)["Location"] == address
    proposal = Proposal.objects.get()
    assert (proposal.title, proposal.wishes.count()) == ("Letters", 480)
    page = desk.get(f"/secure-communities/desk/proposals/{proposal.pk}/").text
    assert "<h1>Letters</h1>" in page
    assert '<p class="gist">Record: Opt-out request, 480 steps · Illinois</p>' in page
    assert page.count('<details class="wish-line">') == 100, "of many each is a line that opens"
    queue = desk.get("/secure-communities/desk/proposals/?status=open").text
    assert "Letters · Record: Opt-out request, 480 steps · Illinois" in queue
    # The same form once more, as a hasty finger sends it.
    assert desk.post(address, sent)["Location"] == address
    assert Proposal.objects.count() == 1
    work()
    said = desk.get(address).text
    assert f"Proposal {proposal.pk}</a>: Illinois" in said
    assert Upload.objects.get().findings["counts"]["rejected"] == 20
    assert "No row can be sent as it is." in said
    home = desk.get("/secure-communities/desk/").text
    assert "Files not sent whole" in home
    assert "20 rows left" in home


def test_a_file_of_two_regions_says_where_its_rows_go_and_what_became_of_them(
    client: Client,
) -> None:
    desk = sign_in(client, make_person("contributor", "US"))
    illinois_reviewer()
    texas = "travis-2010,1,48453,2010-08-13,requested,County Board,It asked.,nilc\n"
    address = checked(desk, HEADER + STEP + texas)
    said = " ".join(desk.get(address).text.split())
    assert "<b>Illinois</b>" in said or "<b>Cook County, Illinois</b>: 1 fact. 1 reviewer" in said
    assert "Nobody reviews this yet" in said
    assert "Send 2 facts as 2 proposals" in said
    sent = {"act": "send", "title": "Letters", "reason": "They say so."}
    assert desk.post(address, sent)["Location"] == address
    assert {one.geoid for one in Proposal.objects.all()} == {"17031", "48453"}
    assert {one.title for one in Proposal.objects.all()} == {"Letters"}
    said = desk.get(address).text
    assert "All of it is sent" in said
    assert "Cook County, Illinois" in said
    assert "Travis County, Texas" in said
    assert desk.post(address, sent).status_code == 200


def test_a_file_is_sent_with_a_title_and_a_reason(desk: Client) -> None:
    address = checked(desk, HEADER + STEP)
    back = desk.post(address, {"act": "send", "title": "Steps", "reason": ""})
    assert back.status_code == 400
    assert 'value="Steps"' in back.text
    assert desk.post(address, {"act": "send", "title": "Steps", "reason": "So."}).status_code == 303
    assert Proposal.objects.get().title == "Steps"


def test_the_statuses_that_would_change_are_shown(desk: Client) -> None:
    address = checked(desk, HEADER + STEP)
    said = desk.get(address).text
    assert "The status of 1 place would be another on some day." in said
    assert "Cook County, Illinois" in said


def test_a_file_that_says_what_the_record_says_has_nothing_to_send(client: Client) -> None:
    desk = sign_in(client, make_person("contributor", "US"))
    export = body(desk.get("/secure-communities/policy.csv"))
    address = checked(desk, export, "export", name="policy.csv")
    said = desk.get(address).text
    assert "This is an export of this tracker" in said
    assert "there is nothing to send" in said


def test_a_correction_shows_what_stood_before(client: Client) -> None:
    desk = sign_in(client, make_person("contributor", "51"))
    address = checked(desk, "request,seq,by\narlington-2010,1,The whole board\n")
    said = desk.get(address).text
    assert "<ins>" in said
    assert "The whole board" in said


def test_an_upload_is_deleted_by_its_author(desk: Client) -> None:
    address = checked(desk, HEADER + STEP)
    assert desk.post(address, {"act": "delete"})["Location"] == "/secure-communities/desk/uploads/"
    assert desk.get(address).status_code == 404
    assert desk.post(address, {"act": "delete"}).status_code == 404


def test_only_its_author_sees_an_upload(desk: Client) -> None:
    address = checked(desk, HEADER + STEP)
    other = sign_in(Client(), illinois_reviewer())
    for path in (address, f"{address}state.json", f"{address}faults.csv"):
        assert other.get(path).status_code == 404
    assert "steps.csv" not in other.get("/secure-communities/desk/uploads/").text
    assert other.post(address, {"act": "delete"}).status_code == 404


def test_who_proposes_nowhere_has_no_files(client: Client) -> None:
    sign_in(client, administrator())
    assert client.get("/secure-communities/desk/uploads/").status_code == 403
    assert client.get("/secure-communities/desk/uploads/template/opt_out.csv").status_code == 403


@pytest.mark.postgresql
@pytest.mark.parametrize("number", [999, 2**70])
def test_there_is_no_page_for_what_nobody_uploaded(desk: Client, number: int) -> None:
    for path in ("", "state.json", "faults.csv"):
        assert desk.get(f"/secure-communities/desk/uploads/{number}/{path}").status_code == 404


def test_an_act_that_there_is_not_is_none(desk: Client) -> None:
    assert desk.post(checked(desk, HEADER + STEP), {"act": "burn"}).status_code == 404


def activations(*sheets: tuple[str, list[list[str]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def test_the_sheet_and_the_row_of_the_headings_can_be_chosen(desk: Client) -> None:
    first = [["State", "County", "Date activated", "Who"], ["Illinois", "Cook", "", "M"]]
    other = [["Our list"], ["geoid", "activated_on"], ["17031", "2013-01-22"]]
    content = activations(("2011", first), ("Old", other))
    address = uploaded(desk, content, "activation", name="a.xlsx")
    said = desk.get(address).text
    assert "?step=table" in said
    assert "Sheet read: 2011." in said
    refused = desk.post(address, {"act": "layout", "sheet": "Old", "head": "9"})
    assert refused.status_code == 400
    assert "has no headings in row 9" in refused.text
    for sheet, head in (("none", ""), ("Old", "x"), ("Old", "2000")):
        assert (
            desk.post(address, {"act": "layout", "sheet": sheet, "head": head}).status_code == 400
        )
    assert desk.post(address, {"act": "layout", "sheet": "Old", "head": ""}).status_code == 303
    said = desk.get(f"{address}?step=columns").text
    assert "1 row above the headings in row 2 is not read:" in said
    desk.post(address, {"act": "source"})
    work()
    said = desk.get(address).text
    assert "Sheet read: Old. Not read: 2011." in said
    assert "Put right: the headings were found in row 2." in said


MADE_STEPS = ["request", "seq", "geoid", "on", "step", "by", "summary", "source"]


@pytest.fixture
def workbook(desk: Client) -> str:
    """The page of a workbook of which the sheet of activations is read, and another is not."""
    first = [["geoid", "activated_on"], ["17031", "2013-01-22"], ["17031", "no day"]]
    other = [["Our requests"], MADE_STEPS, STEP.strip().split(",")]
    content = activations(("Activations", first), ("Requests", other), ("Notes", [["Ask Ana"]]))
    address = uploaded(desk, content, "activation", name="team.xlsx")
    desk.post(address, {"act": "layout", "sheet": "Activations", "head": ""})
    desk.post(address, {"act": "source"})
    work()
    return address


def test_another_sheet_of_a_workbook_is_read_without_sending_the_file_again(
    desk: Client, workbook: str
) -> None:
    said = desk.get(workbook).text
    assert "Other sheets of this workbook" in said
    assert re.findall(r'<option value="(\w+)">\1</option>', said) == ["Requests", "Notes"]
    told = {"act": "sheet", "other_sheet": "Requests", "other_kind": "opt_out"}
    answer = desk.post(workbook, told)
    assert answer.status_code == 303
    other = str(answer["Location"])
    assert other != workbook
    work()
    said = desk.get(other).text
    assert "team.xlsx" in said
    assert "Sheet read: Requests. Not read: Activations, Notes." in said
    assert "1 row is ready." in said
    said = desk.get(workbook).text
    assert "Sheet read: Activations." in said
    assert f'<a href="{other}">Requests</a> is read as a file of its own.' in said
    assert re.findall(r'<option value="(\w+)">\1</option>', said) == ["Notes"]
    desk.post(workbook, {"act": "delete"})
    assert desk.get(other).status_code == 200, "each has its own copy"
    assert desk.post(other, {"act": "check"}).status_code == 303
    work()
    assert "1 row is ready." in desk.get(other).text


@pytest.mark.parametrize(
    ("sheet", "kind", "said"),
    [
        ("", "opt_out", "Choose a sheet."),
        ("Activations", "opt_out", "Choose a sheet."),
        ("Elsewhere", "opt_out", "Choose a sheet."),
        ("Requests", "", "Choose what the sheet holds."),
        ("Requests", "agency", "Choose what the sheet holds."),
    ],
)
def test_a_sheet_that_is_not_there_and_a_kind_that_is_none_are_asked_for_again(
    desk: Client, workbook: str, sheet: str, kind: str, said: str
) -> None:
    before = Upload.objects.count()
    files = set(Path(settings.UPLOADS_ROOT).iterdir())
    told = {"act": "sheet", "other_sheet": sheet, "other_kind": kind}
    answer = desk.post(workbook, told)
    assert answer.status_code == 400
    assert said in answer.text
    assert Upload.objects.count() == before
    assert set(Path(settings.UPLOADS_ROOT).iterdir()) == files


def test_a_sheet_that_cannot_be_read_leaves_no_copy_of_its_workbook_behind(
    desk: Client, workbook: str
) -> None:
    kept = next(Path(settings.UPLOADS_ROOT).iterdir())
    kept.write_bytes(b"PK not a workbook any more")
    told = {"act": "sheet", "other_sheet": "Requests", "other_kind": "opt_out"}
    assert desk.post(workbook, told).status_code == 400
    assert list(Path(settings.UPLOADS_ROOT).iterdir()) == [kept]
    kept.unlink()
    answer = desk.post(workbook, told)
    assert answer.status_code == 400
    assert "is not here any more: send it again" in answer.text


def test_who_would_send_all_of_a_sheet_is_told_of_the_others_first(desk: Client) -> None:
    rows = [MADE_STEPS, STEP.strip().split(",")]
    content = activations(("Requests", rows), ("Old", [["geoid", "activated_on"]]))
    address = checked(desk, content, "opt_out", name="team.xlsx")
    said = desk.get(address).text
    assert "Once all of it is sent the file is deleted." in said
    assert 'href="#other-sheets"' in said
    assert "Once all of it" not in desk.get(checked(desk, HEADER + STEP)).text


def test_a_heading_that_its_cells_tell_is_not_called_unknown(desk: Client) -> None:
    named = "Request,Seq,County,State,On,Step,By,Summary,Where we saw it\n"
    row = "cook-2010,1,Cook County,Illinois,2010-07-13,requested,County Board,It asked.,{}\n"
    rows = "".join(row.format(f"https://example.org/{number}") for number in range(4))
    address = uploaded(desk, named + rows)
    said = " ".join(desk.get(f"{address}?step=columns").text.split())
    assert "told by its cells" in said
    assert "Look whether every column is the right one. 1 was told by the cells below it." in said
    assert "not known" not in said


@pytest.mark.parametrize("member", ["on", "fact"])
def test_half_of_a_letter_never_breaks_the_page_of_its_file(desk: Client, member: str) -> None:
    row = {"fact": "opt_out:cook-2010:1", "on": "2010", member: "a\ud800"}
    address = checked(desk, json.dumps([row]), "opt_out", name="a.json")
    said = desk.get(address)
    assert said.status_code == 200
    assert "1 sign that nobody sees was taken away: U+D800" in said.text
    assert desk.get("/secure-communities/desk/uploads/").status_code == 200


@pytest.mark.parametrize("name", ["a.xlsx", "a.json", "a.tsv"])
def test_a_damaged_file_is_refused_in_the_language_of_the_page(desk: Client, name: str) -> None:
    whole = activations(("activations", [["geoid", "activated_on"], ["17031", "2013"]] * 9))
    content = {
        "a.xlsx": whole[: len(whole) // 2] + b"\x07" * 40 + whole[len(whole) // 2 :],
        "a.json": b'[{"fact": ' + b"[" * 900 + b"]" * 900 + b"}]",
        "a.tsv": b"\xff\xfe\x00\xd8",
    }[name]
    file = SimpleUploadedFile(name, content)
    answer = desk.post("/es/secure-communities/desk/uploads/", {"kind": "activation", "file": file})
    assert answer.status_code == 400
    assert "está dañado" in answer.text


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("prefix", "day", "other"),
    [
        ("", "August 5, 2011", "May 8, 2011"),
        ("/es", "5 de agosto de 2011", "8 de mayo de 2011"),
    ],
)
def test_the_order_of_dates_is_asked_with_both_readings_and_answered_once(
    client: Client, prefix: str, day: str, other: str
) -> None:
    desk = sign_in(client, make_person("contributor", "US"))
    rows = "17143,8/5/2011,nilc\n17001,5/8/2011,nilc\n"
    file = SimpleUploadedFile("a.csv", f"geoid,activated_on,source\n{rows}".encode())
    answer = desk.post(
        f"{prefix}/secure-communities/desk/uploads/", {"kind": "activation", "file": file}
    )
    address = str(answer["Location"])
    assert not Job.objects.filter(kind="upload").exists()
    said = desk.get(address).text
    assert f"8/5/2011 = {day}" in said
    assert f"8/5/2011 = {other}" in said
    assert desk.post(address, {"act": "dates", "order-0": "soon"}).status_code == 400
    desk.post(address, {"act": "dates", "order-0": "dmy"})
    work()
    found = Upload.objects.get()
    days = [wish["cells"]["activated_on"] for wish in found.wishes]
    assert days == ["2011-05-08", "2011-08-05"]
    assert "order-0" not in desk.get(address).text
    desk.post(address, {"act": "forget"})
    work()
    assert "order-0" in desk.get(address).text


def test_one_fault_that_many_rows_share_is_told_once(desk: Client) -> None:
    lines = "".join(f"a-{n},1,17031,soon,requested,,,nilc\n" for n in range(60))
    said = desk.get(checked(desk, HEADER + lines)).text
    assert "1 thing is wrong" in said
    assert "Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 48 more" in said


@pytest.mark.parametrize(
    ("prefix", "asks"),
    [("", "One source for the whole file"), ("/es", "Una fuente para todo el archivo")],
)
def test_a_source_for_the_whole_file_is_asked_for_and_described(
    client: Client, prefix: str, asks: str
) -> None:
    desk = sign_in(client, make_person("contributor", "US"))
    text = "State,County,Date\nIllinois,Peoria,2011-08-08\nIllinois,Adams,2011-08-09\n"
    file = SimpleUploadedFile("a.csv", text.encode())
    answer = desk.post(
        f"{prefix}/secure-communities/desk/uploads/", {"kind": "activation", "file": file}
    )
    address = str(answer["Location"])
    assert asks in desk.get(address).text
    assert desk.post(address, {"act": "answers", "whole": " "}).status_code == 400
    desk.post(address, {"act": "source", "whole": "https://example.org/list.pdf"})
    work()
    said = desk.get(address).text
    assert 'value="example.org/list.pdf"' in said
    told = "1 of what is new is a source that the rows name; it is sent with them."
    spanish = "1 de lo nuevo es una fuente que las filas nombran; se envía con ellas."
    assert (spanish if prefix else told) in said
    wrong = {"act": "answers", "source-0-title": "The list", "source-0-published_on": "soon"}
    back = desk.post(address, wrong)
    assert back.status_code == 400
    assert 'value="The list"' in back.text
    desk.post(address, {**wrong, "source-0-published_on": "2011-09"})
    work()
    wishes = Upload.objects.get().wishes
    assert wishes[0]["cells"]["title"] == "The list"
    assert {"": "Say what 1 source is called", "/es": "Decir cómo se llama 1 fuente"}[
        prefix
    ] in desk.get(address).text
    assert [wish["cells"].get("source") for wish in wishes[1:]] == ["example-org-2011"] * 2
    desk.post(address, {"act": "forget"})
    work()
    desk.post(address, {"act": "answers", "whole_same": "yes"})
    work()
    assert Upload.objects.get().findings["counts"]["corrected"] == 2


def test_a_key_made_from_a_word_that_is_asked_about_is_no_fault_of_the_author(
    client: Client,
) -> None:
    desk = sign_in(client, make_person("contributor", "US"))
    header = "state,county,place,on,kind,outcome,source\n"
    rows = "IL,Peoria,Peoria,2012,detainer policy,adopted,nilc\n"
    address = checked(desk, header + rows, "local_measure")
    table = desk.get(address).text.partition("All that is wrong, as a list")[0]
    assert "is asked about above, once for all rows" in table
    assert "hyphens and underscores only" not in table


def test_hidden_rows_are_told_where_the_rows_are_looked_at(desk: Client) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ("geoid,activated_on,source", "17143,2011-08-16,nilc", "17001,2011-08-16,nilc"):
        sheet.append(row.split(","))
    sheet.row_dimensions[3].hidden = True
    into = BytesIO()
    book.save(into)
    address = checked(desk, into.getvalue(), "activation", name="a.xlsx")
    assert "1 row of this sheet is hidden; it is read too." in desk.get(address).text


@pytest.mark.postgresql
def test_a_word_that_is_none_of_the_record_is_asked_about(client: Client) -> None:
    desk = sign_in(client, make_person("contributor", "US"))
    header = "state,county,place,on,kind,outcome,source\n"
    rows = "IL,Peoria,Peoria,2012,resolution,passed,nilc\n"
    address = checked(desk, header + rows, "local_measure")
    page = desk.get(address).text
    assert "“passed” in “outcome”: which word of the record is it?" in page
    assert "is asked about above, once for all rows" in page
    assert "is not one of: adopted" not in page.partition("All that is wrong, as a list")[0]
    assert desk.post(address, {"act": "answers", "word-0": "burn"}).status_code == 400
    desk.post(address, {"act": "answers", "word-0": "adopted"})
    work()
    assert "Send 1 fact as one proposal" in desk.get(address).text


def test_a_file_that_turns_no_status_says_so_in_words() -> None:
    effect = SimpleNamespace(touched=4, turned=0, spans=1368, moves=(), shown=(), unshown=0)
    said = " ".join(render_to_string("desk/uploads/effect.html", {"effect": effect}).split())
    assert "No status of any place would change on any day. 1,368 periods of timelines" in said


def test_rows_that_were_pasted_are_read_like_a_file(desk: Client) -> None:
    rows = "request\tseq\tgeoid\ton\tstep\tby\tsummary\tsource\r\ncook-2010\t1\t17031\t2010-07-13"
    cell = '"It asked,\nand ""they"" said no."'
    told = {"kind": "opt_out", "pasted": f"{rows}\trequested\tCounty Board\t{cell}\tnilc\r\n"}
    answer = desk.post("/secure-communities/desk/uploads/", told)
    assert answer.status_code == 303
    work()
    assert Upload.objects.get().wishes[0]["cells"]["summary"] == 'It asked,\nand "they" said no.'
    assert "pasted rows.tsv" in desk.get("/secure-communities/desk/uploads/").text


def test_nothing_to_read_is_told_and_what_was_typed_stays(desk: Client) -> None:
    answer = desk.post("/secure-communities/desk/uploads/", {"kind": "opt_out", "pasted": " "})
    assert answer.status_code == 400
    assert "Choose a file, paste rows, or give an address." in answer.text
    answer = desk.post(
        "/secure-communities/desk/uploads/", {"kind": "opt_out", "address": "http://example.org/"}
    )
    assert answer.status_code == 400
    assert 'value="http://example.org/"' in answer.text
    assert "Only addresses that begin with https:// are fetched" in answer.text


def test_a_file_at_an_address_is_followed_and_a_failure_told(desk: Client) -> None:
    told = {"kind": "opt_out", "address": "https://example.org/a.csv"}
    address = str(desk.post("/secure-communities/desk/uploads/", told)["Location"])
    waiting = desk.get(address).text
    assert "https://example.org/a.csv" in waiting
    assert desk.get(f"{address}state.json").json()["open"] is True
    found = Upload.objects.get()
    found.shape["failed"] = "No server of this name was found."
    found.save()
    said = desk.get(address).text
    assert "No server of this name was found." in said
    assert desk.post(address, {"act": "fetch"}).status_code == 303
    assert Job.objects.filter(kind="upload-fetch").count() == 2
    for step in ("table", "columns", "dates", "source"):
        assert desk.get(f"{address}?step={step}").status_code == 200
    for act in ("columns", "layout", "check", "send"):
        assert desk.post(address, {"act": act}).status_code == 303
    assert Job.objects.filter(kind="upload").count() == 0


MEASURES = "state,county,place,on,kind,by,summary,outcome,source\n"
ADAMS = "IL,Adams,Adams County,2012-05-01,detainer-limit,County Board,It limited,adopted,nilc\n"
LAKE = "IL,Laake,Lake County,2012-05-02,detainer-limit,County Board,It limited,adopted,nilk\n"


def test_rows_are_mended_in_their_table_and_left_for_later(desk: Client) -> None:
    bond = LAKE.replace("Laake", "Bond").replace("Lake County", "Bond County")
    lines = ADAMS + LAKE.replace("nilk", "nilc") + bond + bond.replace("05-02", "05-03")
    address = checked(desk, MEASURES + lines, "local_measure")
    said = desk.get(address).text
    assert 'name="cell-3-county"' in said
    assert 'name="cell-2-county"' not in said, "faulty rows come first, and alone"
    # A fault that rows share is answered once for all of them.
    assert 'name="all-0-of" value="source:nilk"' in said
    told = {"act": "answers", "all-0": "nilc", "all-0-of": "source:nilk"}
    assert desk.post(address, told)["Location"] == address
    work()
    said = desk.get(f"{address}?show=all").text
    assert "2 cells are mended." in said
    assert "came as: nilk" in said
    assert "Adams County, Illinois" in said
    # Without a script the whole page of rows is saved, and the file checked again.
    told = {"act": "mend", "cell-3-county": "Lake", "cell-2-county": "Adams", "leave": "2"}
    back = desk.post(f"{address}?show=all&page=1", told)["Location"]
    assert back == f"{address}?show=all&page=1"
    work()
    said = desk.get(back).text
    assert "1 row that could be sent is left for later." in said
    assert "Send 3 facts as one proposal" in said
    told = {"act": "send", "title": "Limits", "reason": "So.", "leave_out": "1"}
    assert desk.post(address, told)["Location"] == address
    work()
    assert "Take some back in the table above." in desk.get(address).text
    assert Proposal.objects.get().wishes.count() == 3


def test_a_row_is_saved_by_itself_and_comes_back_as_it_is_read(desk: Client) -> None:
    address = checked(desk, MEASURES + ADAMS + LAKE, "local_measure")
    row = f"{address}rows/3/"
    told = {"cell-3-county": "Lake", "cell-3-source": "nilk"}
    said = desk.post(row, told, headers={"X-Row": "1"}).text
    assert 'class="row-faulty"' in said
    assert "is no source on record (did you mean nilc?)" in said
    assert 'value="Lake"' in said
    said = desk.post(row, {"cell-3-source": "nilc"}, headers={"X-Row": "1"}).text
    assert 'class="row-new"' in said
    assert "Send 2 facts as one proposal" in said
    assert not Job.objects.filter(status="queued").exists()
    said = desk.post(row, {"undo": "3"}, headers={"X-Row": "1"}).text
    assert 'value="Laake"' in said
    assert desk.post(f"{address}rows/99/", told, headers={"X-Row": "1"}).status_code == 404
    assert desk.post(row, told)["Location"] == address


def test_of_few_places_the_likeliest_is_offered_first(client: Client) -> None:
    desk = sign_in(client, make_person("contributor", "US"))
    row = LAKE.replace("IL,Laake", ",Georgia").replace("nilk", "nilc")
    said = desk.get(checked(desk, MEASURES + row, "local_measure")).text
    offered = re.findall(r'name="place-0" value="(\d+)"', said)
    assert (offered[0], len(offered) > 1) == ("13", True)


def test_a_place_that_is_asked_about_may_be_named(desk: Client) -> None:
    address = checked(desk, MEASURES + LAKE.replace("nilk", "nilc"), "local_measure")
    assert 'name="place-0-named"' in desk.get(address).text
    told = {"act": "answers", "place-0-named": "Nowhere"}
    back = desk.post(address, told)
    assert back.status_code == 400
    assert "is no single place" in back.text
    desk.post(address, {**told, "place-0-named": "Lake County, Illinois"})
    work()
    assert "Lake County, Illinois" in desk.get(f"{address}?show=all").text
    assert Upload.objects.get().wishes[0]["cells"]["geoid"] == "17097"


def test_all_questions_stand_in_one_form_and_are_checked_once(desk: Client) -> None:
    bond = LAKE.replace("Laake", "Bond").replace("Lake County", "Bond County")
    bonds = "".join(bond.replace("05-02", f"05-{day}") for day in ("02", "03", "04"))
    passed = ADAMS.replace("adopted", "passed").replace("05-01", "05-09")
    address = checked(
        desk, MEASURES + LAKE.replace("nilk", "nilc") + passed + bonds, "local_measure"
    )
    said = " ".join(desk.get(address).text.split())
    assert "0 rows are ready." in said
    assert '<a href="#question-1">3 questions are left</a>' in said
    assert said.count('name="act" value="answers"') == 1
    # What settles most rows is asked first.
    first = said.partition('id="question-1"')[2].partition('id="question-2"')[0]
    assert "“nilk” in" in first
    assert "Settles 3 rows, the first is row 4." in first
    told = {"all-0": "nilc", "all-0-of": "source:nilk", "word-0": "adopted", "place-0": "17097"}
    assert desk.post(address, {"act": "answers", **told})["Location"] == address
    assert Job.objects.filter(kind="upload", status="queued").count() == 1
    assert Job.objects.filter(kind="upload").count() == 2
    work()
    found = Upload.objects.get()
    assert found.answers["words"] == {"outcome": {"passed": "adopted"}}
    assert "17097" in found.places.values()
    assert set(found.mends[""]) == {"4", "5", "6"}


def test_one_wrong_answer_keeps_none_and_what_was_typed_stays(desk: Client) -> None:
    passed = ADAMS.replace("adopted", "passed")
    address = checked(desk, MEASURES + passed + LAKE.replace("nilk", "nilc"), "local_measure")
    told = {"act": "answers", "word-0": "adopted", "place-0-named": "Nowhere"}
    back = desk.post(address, told)
    assert back.status_code == 400
    assert '<option value="adopted" selected>' in back.text
    assert 'value="Nowhere"' in back.text
    assert Upload.objects.get().answers == {}
    assert desk.post(address, {"act": "answers"}).status_code == 400


def test_rows_of_a_question_are_left_for_later_without_a_check(desk: Client) -> None:
    bond = LAKE.replace("Laake", "Bond").replace("Lake County", "Bond County")
    address = checked(desk, MEASURES + bond + bond.replace("05-02", "05-03"), "local_measure")
    told = {"act": "answers", "all-0-of": "source:nilk", "all-0-leave": "yes"}
    assert desk.post(address, told).status_code == 303
    assert not Job.objects.filter(kind="upload", status="queued").exists()
    assert "Left for later" in desk.get(f"{address}?show=left").text
    assert 'id="question-1"' not in desk.get(address).text
