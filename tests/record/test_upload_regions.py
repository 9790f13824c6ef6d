"""What is right of a file goes to those who review it, each region its own; the rest stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jurisdictions.models import OptOutStep, Proposal, Source, Upload
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.proposals import withdraw_proposal
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.record.uploads.regions import parts_of
from jurisdictions.record.uploads.sending import send_upload
from tests.people import (
    acting,
    give_role,
    illinois_reviewer,
    make_person,
    national_reviewer,
    texas_reviewer,
)
from tests.record.uploading import NOW, checked, counts, uploaded

pytestmark = pytest.mark.usefixtures("shipped")

HEADER = "request,seq,geoid,on,step,by,summary,source\n"
COOK = "cook-2010,1,17031,2010-07-13,requested,County Board,It asked.,nilc\n"
LAKE = "lake-2010,1,17097,2010-07-14,requested,County Board,It asked.,nilc\n"
TRAVIS = "travis-2010,1,48453,2010-08-13,requested,County Board,It asked.,nilc\n"
KING = "king-2010,1,53033,2010-08-14,requested,County Board,It asked.,nilc\n"
WRONG = "cook-2010,2,17031,soon,refused,ICE,It refused.,nilc\n"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def send(upload: Upload, **changed: Any) -> tuple[int, ...]:
    told = {"title": "Steps", "reason": "The letters say so.", "leave_out": 0, "at": NOW}
    by = acting(upload.made_by)
    return send_upload(upload=upload.pk, by=by, **{**told, **changed})


def regions(upload: Upload) -> list[tuple[str, int, int]]:
    """Region, facts and reviewers of each part."""
    parts = parts_of(upload.wishes, acting(upload.made_by))
    return [(part.geoid, part.facts, part.reviewers) for part in parts]


def test_each_region_that_somebody_reviews_gets_its_own_rows() -> None:
    illinois_reviewer()
    texas_reviewer()
    national_reviewer()
    upload = uploaded(HEADER + COOK + LAKE + TRAVIS + KING, "opt_out")
    assert regions(upload) == [("17", 2, 2), ("48453", 1, 2), ("53033", 1, 1)]
    (_illinois, _texas, nation) = parts_of(upload.wishes, acting(upload.made_by))
    assert nation.unreviewed == ("53",)
    numbers = send(upload)
    sent = [Proposal.objects.get(pk=number) for number in numbers]
    assert [(one.geoid, one.title, one.wishes.count()) for one in sent] == [
        *(("17", "Steps", 2), ("48453", "Steps", 1), ("53033", "Steps", 1))
    ]
    assert [(part.proposal_id, part.rows) for part in upload.parts.all()] == [
        *((numbers[0], [2, 3]), (numbers[1], [4]), (numbers[2], [5]))
    ]


def test_who_reviews_the_county_alone_gets_its_rows_and_nobody_reviews_their_own() -> None:
    make_person("reviewer", "17031")
    author = make_person("contributor", "US")
    give_role(author, "reviewer", "48")
    upload = uploaded(HEADER + COOK + LAKE + TRAVIS, "opt_out", by=author)
    assert regions(upload) == [("US", 2, 0), ("17031", 1, 1)]


def test_sending_is_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    illinois_reviewer()
    upload = uploaded(HEADER + COOK + TRAVIS, "opt_out")
    told: list[Actor] = []

    def breaks(*args: Any, **kwargs: Any) -> None:
        told.append(args[0])
        if len(told) == 2:
            raise OSError("the power went")

    monkeypatch.setattr("jurisdictions.record.proposing.proposals.tell_reviewers", breaks)
    with pytest.raises(OSError, match="power"):
        send(upload)
    assert not Proposal.objects.exists()
    assert not upload.parts.exists()
    assert Upload.objects.get(pk=upload.pk).finished_at is None


def test_who_sends_twice_sends_nothing_twice() -> None:
    upload = uploaded(HEADER + COOK + WRONG, "opt_out")
    assert len(send(upload, leave_out=1)) == 1
    assert send(upload, leave_out=1) == ()
    whole = uploaded(HEADER + LAKE, "opt_out", by=upload.made_by)
    assert len(send(whole)) == 1
    assert send(whole) == ()
    assert Proposal.objects.count() == 2


def test_rows_that_were_left_are_checked_later_and_those_sent_are_read_no_more() -> None:
    upload = uploaded(HEADER + COOK + WRONG, "opt_out")
    (number,) = send(upload, leave_out=1)
    upload = checked(Upload.objects.get(pk=upload.pk))
    assert upload.file
    assert counts(upload) == (0, 0, 0, 1)
    assert [fault["row"] for fault in upload.faults] == [3]
    with pytest.raises(Refused):
        send(upload, leave_out=1, sent=1)
    # What its author took back may be sent again.
    withdraw_proposal(proposal=number, by=acting(upload.made_by), at=NOW)
    assert counts(checked(upload)) == (1, 0, 0, 1)


def test_a_new_source_goes_with_every_region_and_is_recorded_once() -> None:
    reviewers = illinois_reviewer(), texas_reviewer()
    new = "“Two counties ask”, Aug 8 2010"
    rows = [f'{line.rpartition(",")[0]},"{new}"\n' for line in (COOK, TRAVIS, KING)]
    unfit = WRONG.replace("nilc", f'"{new}"')
    upload = uploaded(HEADER + "".join(rows[:2]) + unfit, "opt_out")
    numbers = send(upload, leave_out=1)
    for number in numbers:
        kinds = Proposal.objects.get(pk=number).wishes.values_list("kind", flat=True)
        assert list(kinds) == ["source", "opt_out"]
    # The rows that were left name the same source, as it was proposed, and ask nothing of it.
    later = checked(Upload.objects.get(pk=upload.pk))
    assert later.findings["sources"] == []
    again = uploaded(HEADER + rows[2], "opt_out", by=upload.made_by)
    key = {wish["cells"]["key"] for wish in again.wishes if wish["kind"] == "source"}
    assert len(key) == 1
    for number, reviewer in zip(numbers, reviewers, strict=True):
        accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=NOW)
    assert Source.objects.current().filter(key__in=key).count() == 1
    steps = OptOutStep.objects.current().filter(thread__in=["cook-2010", "travis-2010"])
    assert steps.count() == 2


def test_a_row_that_is_proposed_already_is_recognised_and_not_sent_again() -> None:
    first = uploaded(HEADER + COOK, "opt_out")
    (number,) = send(first)
    other = uploaded(HEADER + COOK + LAKE, "opt_out")
    assert counts(other) == (1, 0, 0, 0)
    assert other.findings["proposed"] == [[number, 1]]
    assert [wish["fact"] for wish in other.wishes] == ["opt_out:lake-2010:1"]
    # Its own author is told of the proposal; another may wish otherwise, and a reviewer decides.
    otherwise = HEADER + COOK.replace("It asked.", "It asked twice.")
    own = uploaded(otherwise, "opt_out", by=first.made_by)
    assert counts(own) == (0, 0, 0, 1)
    assert own.faults[0]["reason"].startswith(f"is a fact of your proposal {number},")
    assert counts(uploaded(otherwise, "opt_out")) == (1, 0, 0, 0)


MEASURES = "state,county,place,on,kind,by,summary,outcome,source\n"
ADAMS = "IL,Adams,Adams County,2012-05-01,detainer-limit,County Board,It limited,adopted,nilc\n"


def test_a_measure_without_a_key_is_recognised_in_a_file_and_in_what_is_proposed() -> None:
    upload = uploaded(MEASURES + ADAMS + ADAMS, "local_measure")
    assert counts(upload) == (1, 0, 0, 1)
    assert [(one["row"], one["reason"]) for one in upload.faults] == [
        (3, "is the same fact as row 2")
    ]
    (number,) = send(upload, leave_out=1)
    again = uploaded(MEASURES + ADAMS, "local_measure")
    assert counts(again) == (0, 0, 0, 0)
    assert again.findings["proposed"] == [[number, 1]]


def test_a_new_source_is_not_proposed_again_for_rows_that_are_not_sent() -> None:
    line = ADAMS.replace("nilc", '"Minutes of a board, May 1 2012"')
    upload = uploaded(MEASURES + line + line, "local_measure")
    assert counts(upload) == (2, 0, 0, 1)
    (number,) = send(upload, leave_out=1)
    again = checked(Upload.objects.get(pk=upload.pk))
    assert counts(again) == (0, 0, 0, 0)
    assert (again.findings["proposed"], again.wishes) == ([[number, 1]], [])
