"""Tips: sent by anybody, ended by an editor of the region, with a note that the public reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from jurisdictions.models import Job, Tip
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.public.tips import (
    MOST_TEXT,
    Ended,
    answer_tip,
    close_tip,
    discard_tip,
    reword_note,
    send_tip,
)
from tests.people import (
    acting,
    illinois_contributor,
    illinois_editor,
    illinois_reviewer,
    make_person,
    texas_reviewer,
)

pytestmark = pytest.mark.usefixtures("shipped")

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)
COOK = "17031"


def sent(**changed: Any) -> int:
    told = {
        "program": "secure-communities",
        "geoid": COOK,
        "fact": "",
        "text": "The date of the letter is wrong.",
        "evidence": "https://example.org/letter",
        "language": "en",
        "at": NOW,
    }
    return send_tip(**{**told, **changed})


def refused(**changed: Any) -> dict[str, str]:
    with pytest.raises(Refused) as wrong:
        sent(**changed)
    return {fault.column: fault.reason for fault in wrong.value.faults}


def test_a_tip_waits_in_the_queue_and_keeps_no_trace_of_who_sent_it() -> None:
    tip = Tip.objects.get(pk=sent())
    assert tip.status == "waiting"
    assert {field.name for field in Tip._meta.get_fields()}.isdisjoint({"ip", "address", "agent"})


def test_line_ends_are_made_plain_and_unseen_signs_taken_out() -> None:
    tip = Tip.objects.get(pk=sent(text="  one\r\n\r\n\r\n\r\ntwo\x00\u202e "))
    assert tip.text == "one\n\ntwo"


def test_the_same_tip_sent_twice_while_it_waits_is_one() -> None:
    assert sent() == sent(at=NOW + timedelta(minutes=1))


def test_the_same_tip_sent_again_after_it_was_ended_is_another() -> None:
    first = sent()
    answer_tip(tip=first, note="Put right.", by=acting(illinois_editor()), at=NOW)
    assert sent() != first


def test_an_empty_tip_is_refused_with_its_field() -> None:
    assert refused(text=" \n ") == {"text": "Say what is wrong."}


def test_a_tip_that_is_too_long_says_by_how_much() -> None:
    assert refused(text="x" * (MOST_TEXT + 3)) == {
        "text": "This is 3 characters too long: 4000 are taken."
    }


def test_a_tip_about_no_place_or_no_fact_is_refused() -> None:
    assert set(refused(geoid="99999", fact="opt_out:nowhere:1")) == {"geoid", "fact"}


def test_the_editors_and_reviewers_of_the_region_are_told_and_nobody_else() -> None:
    people = [illinois_editor(), illinois_reviewer(), illinois_contributor(), texas_reviewer()]
    tip = sent()
    told = {job.arguments["person"] for job in Job.objects.filter(kind="mail")}
    assert told == {people[0].pk, people[1].pk}
    assert {
        tuple(one["about"].items())
        for j in Job.objects.filter(kind="mail")
        for one in j.arguments["news"]
    } == {(("tip", tip),)}


@pytest.mark.parametrize(("end", "status"), [(answer_tip, "answered"), (close_tip, "closed")])
def test_an_editor_ends_a_tip_with_a_public_note(end: Any, status: str) -> None:
    editor = illinois_editor()
    tip = sent()
    end(tip=tip, note=" Looked up: May 4. ", note_es="Verificado.", by=acting(editor), at=NOW)
    found = Tip.objects.get(pk=tip)
    assert (found.status, found.note, found.ended_by) == (status, "Looked up: May 4.", editor)
    assert not found.quoted


def test_no_tip_ends_without_a_note() -> None:
    with pytest.raises(Refused) as wrong:
        answer_tip(tip=sent(), note=" ", by=acting(illinois_editor()), at=NOW)
    assert [fault.column for fault in wrong.value.faults] == ["note"]


@pytest.mark.parametrize("person", [illinois_contributor, texas_reviewer])
def test_nobody_ends_a_tip_who_does_not_edit_there(person: Any) -> None:
    tip, actor = sent(), acting(person())
    for end in (answer_tip, close_tip, reword_note):
        with pytest.raises(NotAllowed):
            end(tip=tip, note="No.", by=actor, at=NOW)
    with pytest.raises(NotAllowed):
        discard_tip(tip=tip, by=actor, at=NOW)
    assert Tip.objects.get(pk=tip).status == "waiting"


def test_the_second_of_two_editors_is_told_who_was_first() -> None:
    tip = sent()
    answer_tip(tip=tip, note="Put right.", by=acting(illinois_editor()), at=NOW)
    with pytest.raises(Ended) as ended:
        close_tip(tip=tip, note="No.", by=acting(illinois_reviewer()), at=NOW)
    assert (ended.value.by, ended.value.at) == ("Edwin Marsh", NOW)
    assert Tip.objects.get(pk=tip).note == "Put right."


def test_an_advertisement_is_discarded_without_a_note() -> None:
    tip = sent(text="Buy watches")
    discard_tip(tip=tip, by=acting(illinois_editor()), at=NOW)
    found = Tip.objects.get(pk=tip)
    assert (found.status, found.note) == ("discarded", "")
    with pytest.raises(Refused):
        reword_note(tip=tip, note="No.", by=acting(make_person("editor", COOK)), at=NOW)


def test_a_note_can_be_put_otherwise_and_the_earlier_one_is_kept() -> None:
    tip, later = sent(), NOW + timedelta(days=1)
    answer_tip(tip=tip, note="Put rihgt.", by=acting(illinois_editor()), at=NOW)
    reviewer = acting(illinois_reviewer())
    reword_note(tip=tip, note="Put right.", quoted=True, by=reviewer, at=later)
    reword_note(tip=tip, note="Put right.", quoted=True, by=reviewer, at=later)
    found = Tip.objects.get(pk=tip)
    assert (found.note, found.quoted, found.status) == ("Put right.", True, "answered")
    assert found.earlier == [
        {"note": "Put rihgt.", "note_es": "", "at": NOW.isoformat(), "by": "Edwin Marsh"}
    ]
