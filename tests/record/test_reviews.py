"""Decisions: a proposal is accepted whole, rejected, or sent back; nobody decides on their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurisdictions.models import (
    Activation,
    Change,
    Citation,
    Edition,
    Fact,
    Job,
    OptOutStep,
    Person,
    Proposal,
    Remark,
    Source,
    Span,
    Wish,
)
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.changing.versions import Outcome
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing import reviews
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.proposals import amend_proposal, withdraw_proposal
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
    said,
    step,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


@pytest.fixture
def author():
    return acting(make_person("contributor", "17", name="Ines"))


@pytest.fixture
def reviewer():
    return acting(make_person("reviewer", "17", name="Rosa"))


def accepted(number: int, by, **told):
    return accept_proposal(**{"proposal": number, "revision": 1, "by": by, "at": LATER, **told})


def mails() -> list[tuple[str, int]]:
    jobs = Job.objects.filter(kind="mail").order_by("pk")
    return [
        (one["mail"], job.arguments["person"])
        for job in jobs
        for one in job.arguments["news"]
        if one["mail"] != "proposal_made"
    ]


def test_accepting_records_publishes_and_tells_the_author(author, reviewer) -> None:
    steps = [step(1, source="kane-letter"), step(2, step="refused", on="2010-08")]
    number = proposed(author, LETTER, *steps, corrected(COOK))
    done = accepted(number, reviewer, reason="Seen the letter.")
    assert done.outcomes == (
        ("source:kane-letter", Outcome.CREATED),
        ("opt_out:kane-2010:1", Outcome.CREATED),
        ("opt_out:kane-2010:2", Outcome.CREATED),
        (COOK, Outcome.CORRECTED),
    )
    assert OptOutStep.objects.filter(thread="kane-2010", superseded_at=None).count() == 2
    edition = Edition.objects.get(number=done.edition)
    assert (edition.number, edition.published_by, edition.last_change_id) == (
        2,
        "Rosa",
        done.change_id,
    )
    assert Span.objects.filter(geoid="17089", first_edition=2).exists()
    assert mails() == [("proposal_accepted", author.person_id)]


def test_the_change_is_the_authors_and_the_decision_the_reviewers(author, reviewer) -> None:
    number = proposed(author)
    done = accepted(number, reviewer, reason=" Seen. ")
    change = Change.objects.get(pk=done.change_id)
    assert (change.made_by, change.account_id, change.reason) == (
        "Ines",
        author.account_id,
        "A letter was found.",
    )
    found = Proposal.objects.get(pk=number)
    assert (found.status, found.change_id, found.decided_by_id, found.decided_at) == (
        "accepted",
        done.change_id,
        reviewer.person_id,
        LATER,
    )
    assert found.decision == "Seen."


def test_nobody_decides_on_their_own_proposal(reviewer) -> None:
    number = proposed(reviewer)
    for decide in (
        lambda: accepted(number, reviewer),
        lambda: reject_proposal(proposal=number, revision=1, reason="No.", by=reviewer, at=NOON),
        lambda: ask_for_more(proposal=number, revision=1, text="Eh?", by=reviewer, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            decide()
    assert Proposal.objects.get(pk=number).status == "open"


@pytest.mark.parametrize(
    ("role", "geoid"),
    [("contributor", "17"), ("editor", "17"), ("reviewer", "48"), ("administrator", "US")],
)
def test_only_a_reviewer_of_the_region_decides(author, role: str, geoid: str) -> None:
    number = proposed(author)
    with pytest.raises(NotAllowed):
        accepted(number, acting(make_person(role, geoid)))


def test_a_county_reviewer_decides_on_no_more_than_the_county(author) -> None:
    kane = acting(make_person("reviewer", "17089"))
    accepted(proposed(author), kane)
    with pytest.raises(NotAllowed):
        accepted(proposed(author, corrected(KANE), corrected(COOK)), kane)


def test_who_is_suspended_acts_nowhere(reviewer) -> None:
    Person.objects.filter(pk=reviewer.person_id).update(suspended_at=NOON)
    assert actor_of(reviewer.account_id) is None


def test_a_decision_is_made_once(author, reviewer) -> None:
    number = proposed(author)
    accepted(number, reviewer)
    for again in (
        lambda: accepted(number, reviewer),
        lambda: reject_proposal(proposal=number, revision=1, reason="No.", by=reviewer, at=NOON),
        lambda: ask_for_more(proposal=number, revision=1, text="Eh?", by=reviewer, at=NOON),
        lambda: withdraw_proposal(proposal=number, by=author, at=NOON),
    ):
        with pytest.raises(Conflict) as conflict:
            again()
        assert (conflict.value.kind, conflict.value.proposals) == ("decided", (number,))


def test_a_decision_is_on_what_the_reviewer_saw(author, reviewer) -> None:
    number = proposed(author)
    amend_proposal(
        proposal=number, wishes=[corrected(COOK)], title="T", reason="R", by=author, at=NOON
    )
    for decide in (
        lambda: accepted(number, reviewer),
        lambda: reject_proposal(proposal=number, revision=1, reason="No.", by=reviewer, at=NOON),
        lambda: ask_for_more(proposal=number, revision=1, text="Eh?", by=reviewer, at=NOON),
    ):
        with pytest.raises(Conflict) as conflict:
            decide()
        assert conflict.value.kind == "amended"
    assert accepted(number, reviewer, revision=2).outcomes == ((COOK, Outcome.CORRECTED),)


def test_a_rejection_gives_its_reason(author, reviewer) -> None:
    number = proposed(author)
    with pytest.raises(Refused):
        reject_proposal(proposal=number, revision=1, reason=" ", by=reviewer, at=NOON)
    reject_proposal(proposal=number, revision=1, reason="No letter.", by=reviewer, at=NOON)
    found = Proposal.objects.get(pk=number)
    assert (found.status, found.decision, found.change_id) == ("rejected", "No letter.", None)
    assert not Fact.objects.filter(key="kane-2010:1").exists()
    assert mails() == [("proposal_rejected", author.person_id)]


def test_a_reviewer_asks_for_more_and_may_still_decide(author, reviewer) -> None:
    number = proposed(author)
    with pytest.raises(Refused):
        ask_for_more(proposal=number, revision=1, text="", by=reviewer, at=NOON)
    ask_for_more(proposal=number, revision=1, text="On what page?", by=reviewer, at=NOON)
    asked = Remark.objects.get()
    assert (asked.text, asked.asks, asked.made_by_id) == (
        "On what page?",
        True,
        reviewer.person_id,
    )
    assert Proposal.objects.get(pk=number).status == "asked"
    assert mails() == [("proposal_asked", author.person_id)]
    assert accepted(number, reviewer).edition == 2


def test_a_reviewer_edits_and_accepts_and_both_wordings_are_kept(author, reviewer) -> None:
    number = proposed(author, step(on="2010-07"))
    accepted(number, reviewer, wishes=[step(on="2010-07-13"), corrected(COOK)])
    found = Proposal.objects.get(pk=number)
    assert (found.edited, found.revision, found.geoid) == (True, 2, "17")
    kept = Wish.objects.filter(proposal=number).values_list("revision", "name")
    assert list(kept) == [(1, "opt_out:kane-2010:1"), (2, "opt_out:kane-2010:1"), (2, COOK)]
    assert str(OptOutStep.objects.get(thread="kane-2010").on) == "2010-07-13"
    assert found.change is not None
    assert found.change.made_by == "Ines"


def test_an_edit_may_not_leave_the_reviewers_region(author) -> None:
    number = proposed(author, step())
    kane = acting(make_person("reviewer", "17089"))
    with pytest.raises(NotAllowed):
        accepted(number, kane, wishes=[step(), corrected(COOK)])
    assert Wish.objects.count() == 1


def test_an_edited_wish_rests_on_what_the_author_saw(author, reviewer) -> None:
    number = proposed(author, corrected(KANE))
    by_hand(KANE, note="By fax.")
    with pytest.raises(Conflict) as conflict:
        accepted(number, reviewer, wishes=[corrected(KANE, activated_on="2010-01-06")])
    assert (conflict.value.kind, conflict.value.facts) == ("stale", (KANE,))
    seen = Change.objects.latest("pk").pk
    accepted(number, reviewer, wishes=[corrected(KANE, base=seen, activated_on="2010-01-06")])
    kane = Activation.objects.current().get(geoid="17089")
    assert (str(kane.activated_on), kane.note) == ("2010-01-06", "By fax.")


def test_an_edit_that_cannot_be_or_does_nothing_is_refused(author, reviewer) -> None:
    number = proposed(author, corrected(KANE))
    for wishes, why in (
        ([corrected(KANE, activated_on="July")], "is not a date"),
        ([corrected(KANE, activated_on="2009-11-24")], "Nothing would change"),
        ([], "Nothing would change"),
    ):
        with pytest.raises(Refused, match=why):
            accepted(number, reviewer, wishes=wishes)
    assert Proposal.objects.get(pk=number).status == "open"


def by_hand(name: str, **cells: str) -> None:
    correct_fact(program=PROGRAM, name=name, cells=cells, by="Ben", reason="Found.", at=NOON)


def test_accepting_is_all_or_nothing(author, reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_values: object) -> None:
        raise RuntimeError

    number = proposed(author, LETTER, step(), retracted(COOK))
    before = [model.objects.count() for model in (Change, Fact, Citation, Source, Edition)]
    monkeypatch.setattr(reviews, "publish_change", fail)
    with pytest.raises(RuntimeError):
        accepted(number, reviewer)
    after = [model.objects.count() for model in (Change, Fact, Citation, Source, Edition)]
    assert after == before
    assert Proposal.objects.get(pk=number).status == "open"


def test_a_retracted_fact_leaves_its_reason_and_can_be_recorded_again(author, reviewer) -> None:
    number = proposed(author, retracted(KANE), reason="Another county.")
    assert accepted(number, reviewer).outcomes == ((KANE, Outcome.RETRACTED),)
    last = Activation.objects.get(geoid="17089")
    assert last.ended_by is not None
    assert last.ended_by.reason == "Another county."
    assert not Citation.objects.current().filter(fact=last.fact).exists()
    again = replace(
        step(), kind="activation", cells={"geoid": "17089", "activated_on": "2010", "source": LIST}
    )
    accepted(proposed(author, again), reviewer)
    assert Activation.objects.filter(fact=last.fact).count() == 2


def test_what_others_need_is_not_retracted_with_a_proposal(author, reviewer) -> None:
    number = proposed(author, retracted("source:ilchron"))
    with pytest.raises(Refused) as refused:
        accepted(number, reviewer)
    assert "sources.csv: 'source:ilchron' is needed by agreement:il:1" in said(refused.value.faults)
    assert Proposal.objects.get(pk=number).status == "open"


def test_a_source_can_be_retracted_with_the_facts_that_needed_it(author, reviewer) -> None:
    accepted(proposed(author, LETTER, step(source="kane-letter")), reviewer)
    wishes = [retracted("source:kane-letter"), corrected("opt_out:kane-2010:1", source=LIST)]
    accepted(proposed(author, *wishes), reviewer)
    assert not Source.objects.current().filter(key="kane-letter").exists()


def test_a_place_cannot_go_while_anything_is_about_it(reviewer) -> None:
    author = acting(make_person("contributor", "US"))
    number = proposed(author, retracted("jurisdiction:17089"))
    with pytest.raises(Refused, match="is needed by activation:17089"):
        accepted(number, reviewer)
    number = proposed(author, retracted("jurisdiction:17"))
    with pytest.raises(Refused, match="is needed by jurisdiction:17001"):
        accepted(number, reviewer)


def test_a_contradiction_is_kept_beside_the_fact(author, reviewer) -> None:
    number = proposed(author, disputed(KANE, locator="p. 2", note="By phone."))
    assert accepted(number, reviewer).outcomes == ((KANE, Outcome.CREATED),)
    against = Citation.objects.current().get(contradicts=True, fact__key="17089")
    assert (against.field, against.recorded, against.said, against.locator, against.note) == (
        "activated_on",
        "2009-11-24",
        "2009-12-01",
        "p. 2",
        "By phone.",
    )
    assert against.source.key == CHRON


def test_a_contradiction_of_a_corrected_fact_tells_the_corrected_value(author, reviewer) -> None:
    number = proposed(author, corrected(KANE), disputed(KANE))
    accepted(number, reviewer)
    against = Citation.objects.current().get(contradicts=True, fact__key="17089")
    assert against.recorded == "2010-01-05"


def test_a_contradiction_that_stands_already_changes_nothing(author, reviewer) -> None:
    accepted(proposed(author, disputed(KANE)), reviewer)
    with pytest.raises(Refused, match="Nothing would change"):
        proposed(author, disputed(KANE))
    number = proposed(author, disputed(KANE, note="By phone."))
    assert accepted(number, reviewer).outcomes == ((KANE, Outcome.CORRECTED),)


def test_a_correction_follows_into_the_contradictions(author, reviewer) -> None:
    accepted(proposed(author, disputed(KANE)), reviewer)
    accepted(proposed(author, corrected(KANE)), reviewer)
    against = Citation.objects.current().get(contradicts=True, fact__key="17089")
    assert (against.recorded, against.said) == ("2010-01-05", "2009-12-01")
    accepted(proposed(author, corrected(KANE, note="By fax.")), reviewer)
    assert Citation.objects.current().get(contradicts=True, fact__key="17089").pk == against.pk
    accepted(proposed(author, corrected(KANE, activated_on="2009-12-01")), reviewer)
    assert not Citation.objects.current().filter(contradicts=True, fact__key="17089").exists()


def test_the_data_package_of_the_new_edition_is_asked_for(author, reviewer) -> None:
    done = accepted(proposed(author), reviewer)
    job = Job.objects.get(kind="package")
    assert job.arguments == {"program": PROGRAM, "edition": done.edition}
