"""From an uploaded file to one proposal: checked row by row, asked about, sent whole or not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from jurisdictions.models import Edition, Job, OptOutStep, Proposal, Upload
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.record.uploads.answering import Given, answer
from jurisdictions.record.uploads.before_check import choose_columns
from jurisdictions.record.uploads.files import path_of
from jurisdictions.record.uploads.jobs import check_upload
from jurisdictions.record.uploads.sending import send_upload
from jurisdictions.record.uploads.stages import (
    begin_upload,
    check_again,
    delete_upload,
    forget_answers,
    sweep_uploads,
)
from jurisdictions.render.files.uploads.templates import template_csv, template_xlsx
from tests.faulty_file import FAULTS, faulty_csv
from tests.people import (
    acting,
    administrator,
    illinois_contributor,
    illinois_reviewer,
    make_person,
)
from tests.record.uploading import NOW, checked, counts, reasons, uploaded

pytestmark = pytest.mark.usefixtures("shipped")

HEADER = "request,seq,geoid,on,step,by,summary,source\n"
STEP = "cook-2010,1,17031,2010-07-13,requested,County Board,It asked.,nilc\n"
NAMED = "request,seq,county,state,on,step,source\n"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def send(upload: Upload, **changed: Any) -> int:
    told = {"title": "Steps", "reason": "The letters say so.", "leave_out": 0, "at": NOW}
    by = acting(upload.made_by)
    (number,) = send_upload(upload=upload.pk, by=by, **{**told, **changed})
    return number


def test_twenty_faults_in_five_hundred_rows_are_explained_one_by_one() -> None:
    upload = uploaded(faulty_csv(), "opt_out", "letters.csv", illinois_contributor())
    assert counts(upload) == (480, 0, 0, 20)
    told = {row: (column, reason) for row, column, reason in reasons(upload)}
    assert set(told) == set(FAULTS)
    for row, (_cells, column, reason) in FAULTS.items():
        assert told[row][0] == column, row
        assert told[row][1].startswith(reason), told[row]
    assert {fault["file"] for fault in upload.faults} == {"letters.csv"}
    assert upload.faults[0]["value"] == "Cooke"


def test_a_clean_file_becomes_one_proposal_that_another_accepts_whole() -> None:
    upload = uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    assert counts(upload) == (1, 0, 0, 0)
    assert upload.findings["effect"]["places"][0]["geoid"] == "17031"
    number = send(upload)
    proposal = Proposal.objects.get(pk=number)
    assert (proposal.geoid, proposal.upload, proposal.wishes.count()) == ("17031", "file.csv", 1)
    accept_proposal(
        proposal=number, revision=proposal.revision, by=acting(illinois_reviewer()), at=NOW
    )
    assert OptOutStep.objects.current().filter(thread="cook-2010").exists()


def test_trying_out_what_would_change_leaves_nothing_behind() -> None:
    before = (Edition.objects.count(), OptOutStep.objects.count())
    uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    assert (Edition.objects.count(), OptOutStep.objects.count()) == before


def test_the_file_is_deleted_once_it_is_proposed(
    django_capture_on_commit_callbacks: Any,
) -> None:
    upload = uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    path = path_of(upload.file)
    assert path.stat().st_mode & 0o777 == 0o600
    with django_capture_on_commit_callbacks(execute=True):
        send(upload)
    assert not path.exists()
    found = Upload.objects.get(pk=upload.pk)
    assert (found.file, found.wishes, found.faults) == ("", [], [])
    with pytest.raises(Refused):
        check_again(upload=upload.pk, by=acting(upload.made_by), at=NOW)


def test_a_file_with_a_rejected_row_is_sent_only_when_its_author_leaves_the_row_out() -> None:
    wrong = "cook-2010,2,17031,soon,refused,ICE,It refused.,nilc\n"
    upload = uploaded(HEADER + STEP + wrong, "opt_out", by=illinois_contributor())
    with pytest.raises(Refused):
        send(upload)
    with pytest.raises(Refused):
        send(upload, leave_out=2)
    proposal = Proposal.objects.get(pk=send(upload, leave_out=1))
    assert proposal.wishes.count() == 1
    assert proposal.reason == "The letters say so."


def test_a_reason_and_a_title_are_needed() -> None:
    upload = uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    for lacking in ("title", "reason"):
        with pytest.raises(Refused) as wrong:
            send(upload, **{lacking: " "})
        assert [fault.column for fault in wrong.value.faults] == [lacking]


def test_a_row_corrects_a_fact_by_its_key_and_only_what_it_says() -> None:
    line = "arlington-2010,1,,,,,The board asked in writing.,\n"
    upload = uploaded(HEADER + line, "opt_out", by=make_person("contributor", "51"))
    assert counts(upload) == (0, 1, 0, 0)
    (wish,) = upload.wishes
    assert wish["cells"] == {"summary": "The board asked in writing."}
    assert wish["was"]["summary"]


def test_a_blank_cell_leaves_the_record_as_it_is_unless_the_author_says_otherwise() -> None:
    person = make_person("contributor", "51")
    text = "request,seq,summary\narlington-2010,1,\n"
    upload = uploaded(text, "opt_out", by=person)
    assert counts(upload) == (0, 0, 1, 0)
    choose_columns(
        upload=upload.pk,
        columns=["request", "seq", "summary"],
        erase=True,
        texts="",
        by=acting(person),
        at=NOW,
    )
    upload = checked(upload)
    assert counts(upload) == (0, 1, 0, 0)
    assert upload.wishes[0]["cells"] == {"summary": ""}


def test_a_fact_that_changed_since_the_check_stops_the_sending() -> None:
    person = make_person("contributor", "51")
    upload = uploaded("request,seq,by\narlington-2010,1,Somebody\n", "opt_out", by=person)
    correct_fact(
        program="secure-communities",
        name="opt_out:arlington-2010:1",
        cells={"summary": "Otherwise."},
        by="the tests",
        reason="Meanwhile.",
        at=NOW,
    )
    with pytest.raises(Conflict):
        send(upload)
    check_again(upload=upload.pk, by=acting(person), at=NOW)
    assert send(checked(upload))


def test_an_unclear_name_is_asked_about_once_and_the_answer_used_for_all_its_rows() -> None:
    rows = "".join(f"md-{n},1,Baltimore,MD,2010,requested,nilc\n" for n in range(3))
    person = make_person("contributor", "24")
    upload = uploaded(NAMED + rows, "opt_out", by=person)
    assert counts(upload) == (0, 0, 0, 3)
    (question,) = upload.findings["questions"]
    assert (question["candidates"], len(question["at"])) == (["24510", "24005"], 3)
    answers = {question["key"]: "24510"}
    answer(upload=upload.pk, given=Given(places=answers), by=acting(person), at=NOW)
    upload = checked(upload)
    assert counts(upload) == (3, 0, 0, 0)
    assert {wish["cells"]["geoid"] for wish in upload.wishes} == {"24510"}
    forget_answers(upload=upload.pk, by=acting(person), at=NOW)
    assert counts(checked(upload)) == (0, 0, 0, 3)


def test_who_means_none_of_the_places_has_the_rows_rejected() -> None:
    person = make_person("contributor", "24")
    upload = uploaded(NAMED + "md,1,Baltimore,MD,2010,requested,nilc\n", "opt_out", by=person)
    key = upload.findings["questions"][0]["key"]
    answer(upload=upload.pk, given=Given(places={key: ""}), by=acting(person), at=NOW)
    upload = checked(upload)
    assert upload.findings["questions"] == []
    assert reasons(upload) == [(2, "county", "is no place of MD on record")]


def test_a_name_and_a_geoid_that_disagree_are_told() -> None:
    text = "request,seq,geoid,county,state,on,step,source\n"
    lines = "a,1,17031,Lake,IL,2010,requested,nilc\nb,1,17031,,TX,2010,requested,nilc\n"
    upload = uploaded(text + lines, "opt_out")
    assert reasons(upload) == [
        (2, "county", "is not what geoid 17031 is called: that is Cook County"),
        (3, "state", "is not the state of geoid 17031"),
    ]


def test_zeros_that_a_spreadsheet_dropped_are_put_back_and_told() -> None:
    text = "geoid,activated_on,source\n6075,2010-06-08,nilc\n"
    upload = uploaded(text, "activation")
    assert counts(upload)[3] == 0
    assert "a leading zero was put back in 1 geoid" in upload.findings["mends"]


def test_dates_are_not_read_by_the_language_of_the_page_but_asked_about() -> None:
    text = "request,seq,geoid,on,step,source\na,1,17031,7/8/2010,requested,nilc\n"
    for language in ("en", "es"):
        upload = uploaded(text, "opt_out", language=language)
        assert upload.wishes == []
        (asked,) = upload.findings["orders"]
        assert asked["samples"] == [["7/8/2010", "2010-07-08", "2010-08-07"]]


def test_new_sources_may_stand_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "opt_outs"
    for row in (
        ["request", "seq", "geoid", "on", "step", "source"],
        ["a", 1, 17031, "July 2010", "requested", "board-minutes"],
    ):
        sheet.append(row)
    beside = book.create_sheet("sources")
    for row in (
        ["key", "title", "published_on"],
        ["board-minutes", "Minutes of the board", "2010"],
        ["Not a key!", "Another", ""],
    ):
        beside.append(row)
    into = BytesIO()
    book.save(into)
    upload = uploaded(into.getvalue(), "opt_out", "letters.xlsx", illinois_contributor())
    assert counts(upload) == (2, 0, 0, 1)
    (fault,) = upload.faults
    assert (fault["file"], fault["row"], fault["column"]) == (
        "letters.xlsx, sheet sources",
        3,
        "key",
    )
    proposal = Proposal.objects.get(pk=send(upload, leave_out=1))
    assert [wish.kind for wish in proposal.wishes.order_by("position")] == ["source", "opt_out"]


@pytest.mark.made_of_rows
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "kind",
    [
        *("jurisdiction", "source", "activation", "agreement", "opt_out"),
        *("local_measure", "policy_event", "reported_figure"),
    ],
)
def test_the_examples_of_a_template_are_not_read(kind: str, form: str) -> None:
    content = template_csv(kind) if form == "csv" else template_xlsx(kind)
    upload = uploaded(content, kind, f"template.{form}")
    assert upload.columns is not None, upload.shape
    assert counts(upload) == (0, 0, 0, 0)
    # A workbook has two more on its sheet of sources.
    assert upload.findings["counts"]["examples"] in ((2,) if form == "csv" else (2, 4))
    assert upload.wishes == []


@pytest.mark.made_of_rows
@pytest.mark.parametrize(
    "kind",
    [
        *("jurisdiction", "source", "activation", "agreement", "opt_out"),
        *("local_measure", "policy_event", "reported_figure"),
    ],
)
def test_an_example_whose_mark_was_taken_out_is_refused(kind: str) -> None:
    content = template_csv(kind).replace(b"\r\nexample,", b"\r\n,")
    upload = uploaded(content, kind)
    assert counts(upload) == (0, 0, 0, 2)


def test_headings_that_nobody_knows_are_chosen_by_the_author_before_the_check() -> None:
    person = illinois_contributor()
    text = HEADER.replace("step", "qwerty") + STEP
    upload = uploaded(text, "opt_out", by=person)
    assert (upload.columns, upload.findings, upload.job) == (None, {}, None)
    columns = ["request", "seq", "geoid", "on", "step", "by", "summary", "source"]
    for wrong in (columns[:-1], [*columns[:-1], "step"], ["", *columns[1:]], ["nonsense"] * 8):
        with pytest.raises(Refused):
            choose_columns(
                upload=upload.pk, columns=wrong, erase=False, texts="", by=acting(person), at=NOW
            )
    choose_columns(
        upload=upload.pk, columns=columns, erase=False, texts="", by=acting(person), at=NOW
    )
    assert counts(checked(Upload.objects.get(pk=upload.pk))) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("kind", "name", "content", "reason"),
    [
        ("rumour", "a.csv", HEADER + STEP, "Choose what the file holds."),
        ("opt_out", "a.csv", "", "a.csv is empty."),
        ("opt_out", "C:\\files\\a.pdf", "x", "a.pdf is in no form that can be read"),
    ],
)
def test_what_is_no_file_of_facts_is_not_kept(
    kind: str, name: str, content: str, reason: str
) -> None:
    with pytest.raises(Refused) as wrong:
        uploaded(content, kind, name)
    assert wrong.value.faults[0].reason.startswith(reason)
    assert not Upload.objects.exists()
    assert not list(Path(settings.UPLOADS_ROOT).glob("*"))


def test_who_proposes_nowhere_uploads_nothing() -> None:
    with pytest.raises(NotAllowed):
        uploaded(HEADER + STEP, "opt_out", by=administrator())


def test_nobody_touches_anothers_upload() -> None:
    upload = uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    other = acting(illinois_reviewer())
    with pytest.raises(NotAllowed):
        check_again(upload=upload.pk, by=other, at=NOW)
    with pytest.raises(NotAllowed):
        delete_upload(upload=upload.pk, by=other, at=NOW)


def test_another_check_takes_the_place_of_the_one_before() -> None:
    person = illinois_contributor()
    told = {"program": "secure-communities", "kind": "opt_out", "language": "en", "at": NOW}
    content = (HEADER + STEP).encode()
    number = begin_upload(name="a.csv", content=content, by=acting(person), **told)  # type: ignore[arg-type]
    first = Upload.objects.get(pk=number).job_id
    check_again(upload=number, by=acting(person), at=NOW)
    assert Job.objects.get(pk=first).status == "cancelled"
    assert Upload.objects.get(pk=number).job_id != first


def test_a_check_that_comes_too_late_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    upload = uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    actor = acting(upload.made_by)
    check_again(upload=upload.pk, by=actor, at=NOW)

    def meanwhile(progress: float) -> None:
        if progress == 1.0:
            check_again(upload=upload.pk, by=actor, at=NOW)

    check_upload(upload=upload.pk, account=actor.account_id, at=NOW, tell=meanwhile)
    assert Upload.objects.get(pk=upload.pk).findings == {}


def test_a_check_of_what_was_deleted_does_nothing() -> None:
    check_upload(upload=999, account=None, at=NOW, tell=lambda progress: None)


def test_a_file_that_is_gone_is_told() -> None:
    upload = uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    path_of(upload.file).unlink()
    upload = checked(upload)
    assert "No such file" in upload.findings["stuck"]
    with pytest.raises(Refused):
        send(upload)


def test_an_upload_is_given_up_with_its_file(django_capture_on_commit_callbacks: Any) -> None:
    upload = uploaded(HEADER + STEP, "opt_out", by=illinois_contributor())
    with django_capture_on_commit_callbacks(execute=True):
        delete_upload(upload=upload.pk, by=acting(upload.made_by), at=NOW)
    assert not path_of(upload.file).exists()
    assert not Upload.objects.exists()


def test_what_nobody_proposed_in_thirty_days_is_deleted_and_nothing_else(
    django_capture_on_commit_callbacks: Any,
) -> None:
    person = illinois_contributor()
    old = uploaded(HEADER + STEP, "opt_out", by=person)
    sent = uploaded(HEADER + STEP.replace("cook", "kook"), "opt_out", by=person)
    send(sent)
    new = uploaded(HEADER + STEP, "opt_out", by=person, at=NOW + timedelta(days=20))
    with django_capture_on_commit_callbacks(execute=True):
        assert sweep_uploads(at=NOW + timedelta(days=31)) == 1
    assert set(Upload.objects.values_list("pk", flat=True)) == {sent.pk, new.pk}
    assert not path_of(old.file).exists()
    assert path_of(new.file).exists()


def test_two_rows_for_one_fact_are_told_however_far_apart() -> None:
    lines = "".join(f"a-{n},1,17031,2010,requested,,,nilc\n" for n in range(1200))
    upload = uploaded(HEADER + lines + lines.splitlines()[3] + "\n", "opt_out")
    assert reasons(upload) == [(1202, "", "is the same fact as row 5")]


def test_faults_are_told_in_the_language_of_the_page() -> None:
    upload = uploaded(HEADER + STEP.replace("nilc", ""), "opt_out", language="es")
    assert reasons(upload) != [(2, "source", "may not be blank")]
