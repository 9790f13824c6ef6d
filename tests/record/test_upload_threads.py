"""Steps of requests that a file does not number: put in order, or asked about, never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from jurisdictions.models import Upload
from jurisdictions.record.uploads.mending import mend_rows
from jurisdictions.record.uploads.sending import send_upload
from tests.people import acting, make_person
from tests.record.uploading import NOW, checked, counts, reasons, uploaded

pytestmark = pytest.mark.usefixtures("shipped")

HEADER = "County,State,Date,Step,Who,Source\n"
STEPS = (
    "Peoria,IL,2011-08-09,refused,ICE,nilc\n"
    "Adams,IL,2011-03,requested,County Board,nilc\n"
    "Peoria,IL,2011-03-04,requested,County Board,nilc\n"
)


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Any) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def named(upload: Upload) -> list[tuple[str, str, str]]:
    """Place, name and number of each step that would be recorded, in the order of the file."""
    wishes = [one for one in upload.wishes if not one["beside"]]
    return [(one["cells"]["geoid"], one["fact"], one["cells"]["seq"]) for one in wishes]


def test_steps_without_a_request_are_put_in_the_order_of_their_days() -> None:
    upload = uploaded(HEADER + STEPS, "opt_out")
    assert (counts(upload), reasons(upload)) == ((3, 0, 0, 0), [])
    assert named(upload) == [
        ("17143", "opt_out:peoria-il-2011:2", "2"),
        ("17001", "opt_out:adams-il-2011:1", "1"),
        ("17143", "opt_out:peoria-il-2011:1", "1"),
    ]
    said = "the steps of 2 places were put in the order of their days, each under a new key"
    assert said in upload.findings["mends"]


def test_a_place_that_asked_twice_is_asked_which_step_belongs_to_which() -> None:
    again = "Peoria,IL,2012-01-05,requested,County Board,nilc\n"
    upload = uploaded(HEADER + STEPS + again, "opt_out")
    told = reasons(upload)
    assert [(row, column) for row, column, _said in told] == [
        (2, "request"),
        (4, "request"),
        (5, "request"),
    ]
    assert "peoria-il-2011 for one, peoria-il-2011-2 for another" in told[0][2]
    assert counts(upload)[0] == 1


def test_a_key_that_is_written_into_a_row_numbers_its_steps() -> None:
    again = "Peoria,IL,2012-01-05,requested,County Board,nilc\n"
    person = make_person("contributor", "US")
    upload = uploaded(HEADER + STEPS + again, "opt_out", by=person)
    first, second = "peoria-il-2011", "peoria-il-2011-2"
    cells = {2: {"request": first}, 4: {"request": first}, 5: {"request": second}}
    mend_rows(upload=upload.pk, cells=cells, by=acting(person), at=NOW, whole=False)
    upload = Upload.objects.get(pk=upload.pk)
    assert reasons(upload) == []
    assert {fact for _geoid, fact, _seq in named(upload)} == {
        f"opt_out:{first}:1",
        f"opt_out:{first}:2",
        f"opt_out:{second}:1",
        "opt_out:adams-il-2011:1",
    }


def test_a_step_that_is_on_record_is_said_to_be_there() -> None:
    upload = uploaded(f"{HEADER}Orange,NC,2009-01,requested,Orange County,nc_dn\n", "opt_out")
    [(row, column, said)] = reasons(upload)
    assert (row, column) == (2, "request")
    assert "seems to be on record as opt_out:orange-nc-2009:1" in said


def test_another_step_of_a_place_on_record_says_which_requests_there_are() -> None:
    upload = uploaded(f"{HEADER}Orange,NC,2010-01,requested,Orange County,nc_dn\n", "opt_out")
    assert reasons(upload) == [
        (2, "request", "is to say which it belongs to: orange-nc-2009, or a new key of your own")
    ]


def test_one_step_twice_in_a_file_is_one() -> None:
    upload = uploaded(HEADER + STEPS + STEPS.splitlines()[0] + "\n", "opt_out")
    assert (5, "request", "is the same fact as row 2") in reasons(upload)
    assert counts(upload) == (3, 0, 0, 1)


def test_a_file_that_was_sent_is_recognised_when_it_comes_again() -> None:
    person = make_person("contributor", "US")
    upload = uploaded(HEADER + STEPS, "opt_out", by=person)
    send_upload(
        upload=upload.pk, by=acting(person), at=NOW, title="Requests", reason="A sheet", leave_out=0
    )
    again = uploaded(HEADER + STEPS, "opt_out", by=make_person("contributor", "US"))
    assert again.findings["counts"].get("proposed", 0) == 3
    assert counts(again) == (0, 0, 0, 0)


def test_a_new_day_in_one_row_moves_the_others_of_its_place() -> None:
    person = make_person("contributor", "US")
    upload = uploaded(HEADER + STEPS, "opt_out", by=person)
    cells = {2: {"on": "2011-01-02"}}
    mend_rows(upload=upload.pk, cells=cells, by=acting(person), at=NOW, whole=False)
    upload = Upload.objects.get(pk=upload.pk)
    numbers = {fact: seq for _geoid, fact, seq in named(upload)}
    assert set(numbers) == {
        "opt_out:peoria-il-2011:1",
        "opt_out:peoria-il-2011:2",
        "opt_out:adams-il-2011:1",
    }
    first = next(one for one in upload.wishes if one["fact"] == "opt_out:peoria-il-2011:1")
    assert first["cells"]["step"] == "refused"
    assert checked(upload).faults == []


def test_steps_of_an_agreement_are_put_in_order_too() -> None:
    rows = (
        "Idaho,2010-05-06,signed,Idaho State Police,nilc\nIdaho,2012-01-01,ended-by-ice,ICE,nilc\n"
    )
    upload = uploaded(f"State,Date,Step,Who,Source\n{rows}", "agreement")
    assert reasons(upload) == []
    assert [fact for _geoid, fact, _seq in named(upload)] == [
        "agreement:idaho-2010:1",
        "agreement:idaho-2010:2",
    ]


def test_a_step_without_a_day_waits_and_the_others_of_its_place_do_not() -> None:
    upload = uploaded(f"{HEADER}{STEPS}Peoria,IL,,withdrawn,County Board,nilc\n", "opt_out")
    assert reasons(upload) == [(5, "Date", "may not be blank where the step has no number")]
    assert counts(upload) == (3, 0, 0, 1)


def test_two_bodies_that_asked_on_one_day_are_not_one_step() -> None:
    rows = STEPS + "Peoria,IL,2011-03-04,requested,Sheriff,nilc\n"
    told = reasons(uploaded(HEADER + rows, "opt_out"))
    assert [row for row, _column, _said in told] == [2, 4, 5]
    assert all("this place asked more than once" in said for _row, _column, said in told)
