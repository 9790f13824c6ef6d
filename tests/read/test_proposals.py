"""Proposals as they are read: field by field, beside what was seen and what stands now."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from jurisdictions.models import Change, ProposalStatus
from jurisdictions.read.keeping import proposals
from jurisdictions.read.keeping.proposal_rows import Field, ProposalRow, WishRow
from jurisdictions.read.keeping.proposals import proposal_row
from jurisdictions.read.keeping.queue_filters import QueueFilter
from jurisdictions.read.keeping.queues import Queue
from jurisdictions.record.changing.facts import correct_fact, record_fact, retract_fact
from jurisdictions.record.proposing.proposals import amend_proposal, remark, withdraw_proposal
from jurisdictions.record.proposing.reviews import accept_proposal, ask_for_more, reject_proposal
from tests.people import acting, make_person
from tests.record.wishing import (
    CHRON,
    COOK,
    KANE,
    LATER,
    LETTER,
    LIST,
    NOON,
    PROGRAM,
    corrected,
    disputed,
    proposed,
    retracted,
    step,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
BY_HAND = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}


@pytest.fixture
def author():
    return acting(make_person("contributor", "US", name="Ines"))


@pytest.fixture
def reviewer():
    return acting(make_person("reviewer", "US", name="Rosa"))


def queue(regions: set[str], *, page: int = 1, but_author: int = 0, **asked: str) -> Queue:
    told = {"reader": 0, "at": LATER, "page": page, "but_author": but_author}
    return proposals.queue(regions, QueueFilter(**asked), **told)


def of_person(person: int) -> Queue:
    return proposals.of_person(person, QueueFilter(), at=LATER)


def row(number: int, **told: int) -> ProposalRow:
    found = proposal_row(number, **told)
    assert found is not None
    return found


def field(wish: WishRow, name: str) -> Field:
    return next(one for one in wish.fields if one.name == name)


def test_there_is_no_proposal_of_a_number_that_none_has() -> None:
    assert proposal_row(99) is None


def test_a_proposal_tells_all_about_itself(author) -> None:
    found = row(proposed(author, corrected(KANE), upload="facts.csv"))
    line = found.line
    assert (line.title, line.geoid, line.program, line.made_by, line.author_id) == (
        "A letter",
        "17089",
        PROGRAM,
        "Ines",
        author.person_id,
    )
    assert (line.status, line.is_open, line.wishes, line.remarks) == ("open", True, 1, 0)
    assert (line.made_at, line.decided_at, line.decided_by) == (NOON, None, "")
    assert (found.reason, found.revision, found.upload) == ("A letter was found.", 1, "facts.csv")
    assert (found.change, found.edition, found.decision, found.decider_id) == (None, None, "", None)
    assert (found.stale, found.rivals, found.proposed, found.edited) == ((), (), (), False)
    assert (found.status, found.status.label) == (ProposalStatus.OPEN, "Waits for a reviewer")
    assert found.seen == Change.objects.latest("pk").pk


def test_a_correction_is_told_field_by_field(author) -> None:
    wish = row(proposed(author, corrected(KANE, activated_on="2010-01", source=CHRON))).wishes[0]
    assert (wish.action, wish.kind, wish.name, wish.geoid) == (
        "correct",
        "activation",
        KANE,
        "17089",
    )
    assert [one.name for one in wish.fields] == ["geoid", "activated_on", "source"]
    assert field(wish, "activated_on") == Field(
        "activated_on", "2009-11-24", "2010-01", True, "2009-11-24", "2009-11-24"
    )
    assert not field(wish, "geoid").changed
    assert (wish.base, wish.now, wish.on_record, wish.stale) == (1, 1, True, False)


def test_a_new_fact_has_nothing_before(author) -> None:
    found = row(proposed(author, LETTER, step(source="kane-letter")))
    source, letter = found.wishes
    assert field(letter, "on") == Field("on", "", "2010-07", True, "", "")
    assert (letter.on_record, letter.stale, letter.base, letter.now) == (False, False, None, None)
    assert [one.name for one in letter.fields] == [
        "request",
        "seq",
        "step_id",
        "geoid",
        "on",
        "step",
        "source",
    ]
    assert found.sources["kane-letter"].title == "Kane's letter"
    assert source.cells == {"key": "kane-letter", "title": "Kane's letter"}


def test_a_new_source_is_told_from_its_cells(author) -> None:
    from dataclasses import replace

    letter = replace(LETTER, cells={**LETTER.cells, "published_on": "2010-07"})
    told = row(proposed(author, letter)).sources["kane-letter"]
    assert (str(told.published_on), told.publisher, told.url) == ("2010-07", "", "")


def test_a_retraction_leaves_nothing_after(author) -> None:
    wish = row(proposed(author, retracted(KANE))).wishes[0]
    assert field(wish, "activated_on") == Field(
        "activated_on", "2009-11-24", "", True, "2009-11-24", "2009-11-24"
    )


def test_a_contradiction_shows_both_readings(author) -> None:
    found = row(proposed(author, disputed(KANE, locator="p. 2")))
    wish = found.wishes[0]
    assert [(one.name, one.after) for one in wish.fields] == [
        ("field", "activated_on"),
        ("recorded", "2009-11-24"),
        ("said", "2009-12-01"),
        ("source", CHRON),
        ("locator", "p. 2"),
    ]
    assert CHRON in found.sources
    event = row(proposed(author, corrected("policy_event:napolitano-lofgren-letter", on="2011")))
    assert [one.said for one in event.wishes[0].contradictions] == ["2010-09-08"]
    assert "nilc" in event.sources


def test_a_fact_changed_since_is_stale_and_shows_three_values(author) -> None:
    number = proposed(author, corrected(KANE), corrected(COOK))
    correct_fact(name=KANE, cells={"activated_on": "2010-03", "source": LIST}, **BY_HAND)
    found = row(number)
    assert found.stale == (KANE,)
    wish = found.wishes[0]
    latest = Change.objects.latest("pk").pk
    assert (wish.base, wish.now, wish.stale) == (1, latest, True)
    assert field(wish, "activated_on") == Field(
        "activated_on", "2010-03", "2010-01-05", True, "2009-11-24", "2010-03"
    )
    assert field(wish, "activated_on").contested
    assert not field(found.wishes[1], "activated_on").contested
    assert found.seen == latest


def test_a_fact_recorded_or_retracted_meanwhile_is_stale(author) -> None:
    number = proposed(author, step(), corrected(KANE))
    record_fact(kind="opt_out", cells=step(on="2010-08").cells, **BY_HAND)
    retract_fact(name=KANE, **BY_HAND)
    found = row(number)
    assert found.stale == ("opt_out:kane-2010:1", KANE)
    letter, kane = found.wishes
    assert field(letter, "on") == Field("on", "2010-08", "2010-07", True, "", "2010-08")
    assert (kane.on_record, kane.now) == (False, None)
    assert field(kane, "activated_on") == Field(
        "activated_on", "", "2010-01-05", True, "2009-11-24", ""
    )
    assert field(kane, "geoid").after == "17089"


def test_rivals_are_told_on_the_wish_and_the_proposal(author) -> None:
    number = proposed(author, corrected(KANE), corrected(COOK))
    other = proposed(author, retracted(KANE), title="Another")
    gone = proposed(author, retracted(COOK))
    withdraw_proposal(proposal=gone, by=author, at=NOON)
    beside = proposed(author, disputed(COOK))
    found = row(number)
    assert [wish.rivals for wish in found.wishes] == [(other,), (beside,)]
    assert [line.proposal_id for line in found.rivals] == [other, beside]
    assert found.rivals[0].title == "Another"


def test_two_contradictions_are_no_rivals(author) -> None:
    number = proposed(author, disputed(KANE))
    proposed(author, disputed(KANE, source=LIST))
    assert row(number).rivals == ()


def test_what_was_accepted_shows_what_it_replaced(author, reviewer) -> None:
    number = proposed(author, corrected(KANE), step())
    done = accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER, reason="Seen.")
    correct_fact(name=KANE, cells={"activated_on": "2010-03", "source": LIST}, **BY_HAND)
    found = row(number)
    assert (found.change, found.edition, found.decision) == (done.change_id, 2, "Seen.")
    assert (found.line.decided_by, found.decider_id, found.line.is_open) == (
        "Rosa",
        reviewer.person_id,
        False,
    )
    kane, letter = found.wishes
    assert field(kane, "activated_on") == Field(
        "activated_on", "2009-11-24", "2010-01-05", True, "2009-11-24", "2010-03"
    )
    assert field(letter, "on") == Field("on", "", "2010-07", True, "", "2010-07")
    assert (found.stale, kane.stale) == ((), False)


def test_what_was_rejected_is_neither_stale_nor_a_rival(author, reviewer) -> None:
    number, other = proposed(author, corrected(KANE)), proposed(author, retracted(KANE))
    reject_proposal(proposal=number, revision=1, reason="No letter.", by=reviewer, at=NOON)
    correct_fact(name=KANE, cells={"note": "By fax."}, **BY_HAND)
    found = row(number)
    assert (found.stale, found.rivals, found.wishes[0].stale) == ((), (), False)
    assert (found.line.status, found.decision, found.edition) == ("rejected", "No letter.", None)
    assert row(other).rivals == ()


def test_an_edited_proposal_shows_both_wordings(author, reviewer) -> None:
    number = proposed(author, step(), corrected(COOK))
    told = {"proposal": number, "revision": 1, "by": reviewer, "at": LATER}
    accept_proposal(**told, wishes=[step(on="2010-07-13")])
    found = row(number)
    assert (found.edited, found.wish_count, found.line.wishes) == (True, 1, 1)
    assert field(found.wishes[0], "on").after == "2010-07-13"
    assert [field(one, "on").after for one in found.proposed[:1]] == ["2010-07"]
    assert len(found.proposed) == 2


def test_an_amended_proposal_shows_its_last_wording_only(author) -> None:
    number = proposed(author, corrected(KANE))
    told = {"title": "T", "reason": "R", "by": author, "at": NOON}
    amend_proposal(proposal=number, wishes=[corrected(COOK)], **told)
    found = row(number)
    assert [wish.name for wish in found.wishes] == [COOK]
    assert found.proposed == ()


def test_the_discussion_is_read_in_order(author, reviewer) -> None:
    number = proposed(author)
    ask_for_more(proposal=number, revision=1, text="On what page?", by=reviewer, at=NOON)
    remark(proposal=number, text="Page 3.", by=author, at=LATER)
    asked, answer = row(number).remarks
    assert (asked.text, asked.asks, asked.made_by, asked.made_at) == (
        "On what page?",
        True,
        "Rosa",
        NOON,
    )
    assert (answer.text, answer.asks, answer.author_id) == ("Page 3.", False, author.person_id)


def test_wishes_come_by_hundreds(author, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "WISHES_A_PAGE", 2)
    number = proposed(author, corrected(KANE), corrected(COOK), step())
    assert [wish.name for wish in row(number).wishes] == [KANE, COOK]
    assert [wish.name for wish in row(number, page=2).wishes] == ["opt_out:kane-2010:1"]
    assert row(number, page=2).wish_count == 3


def test_a_proposal_costs_the_same_however_many_wishes(
    author, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    counties = [f"activation:{number}" for number in range(17001, 17060, 2)]
    number = proposed(author, *(corrected(name) for name in counties))
    with django_assert_max_num_queries(20):
        assert len(row(number).wishes) == 30


def numbers(found) -> list[int]:
    return [line.proposal_id for line in found.rows]


def test_a_queue_holds_what_lies_in_its_regions(author) -> None:
    kane = proposed(author, corrected(KANE))
    illinois = proposed(author, corrected(COOK), step())
    indiana = proposed(author, corrected("activation:18089"))
    nation = proposed(author, corrected("policy_event:agreements-ended", on="2011-08-06"))
    assert numbers(queue({"17"})) == [kane, illinois]
    assert numbers(queue({"17089"})) == [kane]
    assert numbers(queue({"US"})) == [kane, illinois, indiana, nation]
    assert numbers(queue({"17089", "18"})) == [kane, indiana]
    assert numbers(queue({"US"}, state="18")) == [indiana]
    assert numbers(queue(set())) == []


def test_what_waits_stands_first_and_the_oldest_of_it_on_top(author, reviewer) -> None:
    first, second, third = (proposed(author, step(number)) for number in (1, 2, 3))
    reject_proposal(proposal=first, revision=1, reason="No.", by=reviewer, at=NOON)
    ask_for_more(proposal=second, revision=1, text="Eh?", by=reviewer, at=NOON)
    fourth = proposed(author, step(4))
    found = queue({"US"})
    assert numbers(found) == [third, fourth, second, first]
    assert (found.total, found.waiting) == (4, 2)
    assert numbers(queue({"US"}, status="rejected")) == [first]
    assert numbers(queue({"US"}, but_author=author.person_id)) == []
    assert numbers(of_person(author.person_id)) == [second, fourth, third, first]
    assert (of_person(author.person_id).waiting, numbers(of_person(reviewer.person_id))) == (1, [])


def test_a_queue_comes_by_pages(author, monkeypatch: pytest.MonkeyPatch) -> None:
    from jurisdictions.read.keeping import queues

    monkeypatch.setattr(queues, "PAGE_SIZE", 2)
    all_three = [proposed(author, step(number)) for number in (1, 2, 3)]
    remark(proposal=all_three[0], text="Hm.", by=author, at=NOON)
    remark(proposal=all_three[0], text="Hm.", by=author, at=NOON)
    first = queue({"US"}, page=1)
    assert (numbers(first), first.total) == (all_three[:2], 3)
    assert (first.rows[0].remarks, first.rows[0].wishes) == (2, 1)
    assert numbers(queue({"US"}, page=2)) == all_three[2:]
