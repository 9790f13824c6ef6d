"""Proposals: what may be proposed, where, and what becomes of it before anybody decides."""

from __future__ import annotations

import pytest

from jurisdictions.models import Job, Proposal, ProposalStatus, Remark, Wish
from jurisdictions.record.changing.facts import correct_fact, record_fact, retract_fact
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.proposals import (
    WishDraft,
    amend_proposal,
    remark,
    withdraw_proposal,
)
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.people import acting, give_role, make_person
from tests.record.wishing import (
    CHRON,
    COOK,
    KANE,
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


def mails() -> list[tuple[str, int]]:
    jobs = Job.objects.filter(kind="mail").order_by("pk")
    return [(one["mail"], job.arguments["person"]) for job in jobs for one in job.arguments["news"]]


def refusal(by, *wishes: WishDraft, **told) -> list[str]:
    before = Proposal.objects.count()
    with pytest.raises(Refused) as refused:
        proposed(by, *wishes, **told)
    assert Proposal.objects.count() == before
    return said(refused.value.faults)


def test_a_proposal_waits_with_its_wishes_and_changes_nothing(author) -> None:
    number = proposed(author, LETTER, step(source="kane-letter"), corrected(COOK), upload="a.csv")
    found = Proposal.objects.get(pk=number)
    assert (found.status, found.revision, found.geoid) == ("open", 1, "17")
    assert (found.made_by_id, found.made_at, found.upload) == (author.person_id, NOON, "a.csv")
    source, letter, day = found.wishes.all()
    assert (source.name, source.geoid, source.base_id) == ("source:kane-letter", "17", None)
    assert (letter.name, letter.geoid, letter.base_id) == ("opt_out:kane-2010:1", "17089", None)
    assert (day.name, day.geoid, day.base_id) == (COOK, "17031", 1)
    assert day.cells == {"activated_on": "2010-01-05", "source": LIST}
    assert (str(found), str(day)) == (f"{number}: A letter", f"correct {COOK}")


def test_only_the_cells_that_change_are_kept(author) -> None:
    cells = {"geoid": "17089", "activated_on": "2009-11-24", "source": CHRON, "note": "By fax."}
    proposed(author, corrected(KANE, **cells))
    assert Wish.objects.get().cells == {"source": CHRON, "note": "By fax."}


def test_wishes_that_change_nothing_are_left_out(author) -> None:
    proposed(author, corrected(KANE, activated_on="2009-11-24"), corrected(COOK))
    assert Wish.objects.get().name == COOK


def test_a_proposal_that_changes_nothing_at_all_is_refused(author) -> None:
    assert refusal(author, corrected(KANE, activated_on="2009-11-24")) == [
        ": Nothing would change."
    ]


@pytest.mark.parametrize(
    ("wishes", "region"),
    [
        ([corrected(KANE)], "17089"),
        ([corrected(KANE), corrected(COOK)], "17"),
        ([corrected("agreement:il:2", on="2009-11-21")], "17"),
        ([corrected(KANE), corrected("activation:18089")], "US"),
        ([corrected("policy_event:napolitano-lofgren-letter", on="2010-09-08")], "US"),
        ([corrected("source:ilchron", title="Chronology")], "17"),
        ([corrected(f"source:{LIST}", title="The list")], "US"),
        ([corrected("jurisdiction:17089", name="Kane")], "17089"),
        ([corrected("opt_out:illinois-2011:1", geoid="17089")], "17"),
        ([corrected("opt_out:illinois-2011:1", geoid="18")], "US"),
        ([disputed(KANE)], "17089"),
        ([retracted(KANE)], "17089"),
        ([LETTER], "US"),
    ],
)
def test_the_region_is_the_smallest_that_holds_every_place(wishes, region: str) -> None:
    proposed(acting(make_person("contributor", "US")), *wishes)
    assert Proposal.objects.get().geoid == region


def test_a_source_that_nothing_cites_belongs_to_its_authors_region(author) -> None:
    proposed(author, LETTER)
    assert Proposal.objects.get().geoid == "17"


def test_nobody_proposes_outside_of_their_region(author) -> None:
    for wish in (
        corrected("activation:18089"),
        corrected(f"source:{LIST}", title="The list"),
        corrected("opt_out:illinois-2011:1", geoid="18"),
    ):
        with pytest.raises(NotAllowed):
            proposed(author, wish)


def test_two_regions_of_one_person_are_both_theirs() -> None:
    person = make_person("contributor", "17")
    give_role(person, "editor", "18")
    proposed(acting(person), corrected(KANE), corrected("activation:18089"))
    assert Proposal.objects.get().geoid == "US"


def test_who_works_nowhere_proposes_nothing() -> None:
    for person in (make_person(""), make_person("administrator", "US")):
        for wish in (LETTER, corrected(KANE)):
            with pytest.raises(NotAllowed):
                proposed(acting(person), wish)


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (
            WishDraft("record", "activation", cells={"geoid": "17089", "source": LIST}),
            "activations.csv: 'activation:17089' is on record: correct it",
        ),
        (corrected("activation:17999"), "activations.csv: 'activation:17999' is not on record"),
        (retracted("activation:17999"), "activations.csv: 'activation:17999' is not on record"),
        (disputed("activation:17999"), "activations.csv: 'activation:17999' is not on record"),
        (corrected(KANE, geoid="17031"), f"activations.csv: '{KANE}' would become another fact"),
        (
            corrected(KANE, day="2010"),
            "activations.csv, column day: is no column of this kind of fact",
        ),
        (
            corrected(KANE, activated_on="July"),
            "activations.csv, column activated_on: 'July' is not a date: write 2010, 2010-07 or "
            "2010-07-13, a day that exists",
        ),
        (
            corrected(KANE, source="no-source"),
            "activations.csv, column source: 'no-source' is no source on record",
        ),
        (step(source=""), "opt_outs.csv, column source: may not be blank"),
        (
            WishDraft("record", "opinion"),
            ", column kind: 'opinion' is no kind of fact",
        ),
        (
            WishDraft("bury", "activation", KANE),
            "activations.csv, column action: 'bury' is nothing that can be done to a fact",
        ),
        (
            WishDraft(
                "record",
                "jurisdiction",
                cells={"geoid": "99001", "kind": "county", "name": "Far", "parent": "99"},
            ),
            "jurisdictions.csv, column parent: '99' is no place on record",
        ),
        (
            WishDraft("record", "activation", cells={"geoid": "6037", "source": LIST}),
            "activations.csv, column geoid: '6037' is no place on record; a leading zero is "
            "missing: 06037",
        ),
        (
            disputed(KANE, field="note"),
            "activations.csv, column field: 'note' cannot be disputed; what can: activated_on, "
            "deactivated_on, disclosed_on",
        ),
        (
            disputed("source:ilchron", field="title"),
            "sources.csv, column field: 'title' cannot be disputed: this is no kind of fact that a "
            "source speaks of",
        ),
        (
            disputed(KANE, said="2009-11-24"),
            "activations.csv, column said: '2009-11-24' is what the record says too",
        ),
        (disputed(KANE, said=""), "conflicting_citations.csv, column said: may not be blank"),
        (disputed(KANE, field=""), "conflicting_citations.csv, column field: may not be blank"),
        (
            disputed(KANE, said="x" * 201),
            f"conflicting_citations.csv, column said: '{'x' * 40}…' is 201 characters long; 200 "
            "are the most",
        ),
    ],
)
def test_a_wish_that_cannot_be_says_why(wish: WishDraft, why: str) -> None:
    everywhere = acting(make_person("contributor", "US"))
    assert refusal(everywhere, wish) == [why]


def test_every_fault_is_told_with_its_row(author) -> None:
    wishes = [
        WishDraft("correct", "", KANE, {"activated_on": "July", "source": LIST}, row=2),
        corrected(COOK),
        WishDraft("correct", "", COOK, {"activated_on": "2011", "source": LIST}, row=4),
        WishDraft("record", "opt_out", cells={"request": "k", "seq": "0"}, row=5),
    ]
    told = refusal(author, *wishes)
    assert [fault.split(":")[0] for fault in told] == [
        "activations.csv, row 2, column activated_on",
        "activations.csv, row 4",
        "opt_outs.csv, row 5, column seq",
        "opt_outs.csv, row 5, column geoid",
        "opt_outs.csv, row 5, column step",
        "opt_outs.csv, row 5, column source",
    ]
    assert told[1].endswith(f"'{COOK}' stands twice")


def test_two_rows_for_one_fact_are_told_by_their_rows(author) -> None:
    rows = [
        WishDraft("correct", "", KANE, {"note": text}, row=row)
        for row, text in ((2, "a"), (7, "b"))
    ]
    assert refusal(author, *rows) == [f"activations.csv, row 7: '{KANE}' is the same fact as row 2"]


def test_one_source_says_otherwise_once_on_a_field(author) -> None:
    both = [disputed(KANE), disputed(KANE, said="2009-12-02")]
    assert refusal(author, *both) == [f"activations.csv: '{KANE}' stands twice"]
    proposed(
        author, disputed(KANE), disputed(KANE, source=LIST), disputed(KANE, field="disclosed_on")
    )
    assert Wish.objects.count() == 3


def test_a_fact_may_be_recorded_and_disputed_at_once(author) -> None:
    against = disputed("opt_out:kane-2010:1", field="on", said="2010-08")
    proposed(author, step(), against)
    assert [wish.geoid for wish in Wish.objects.all()] == ["17089", "17089"]


def test_a_fact_that_is_to_go_cannot_be_disputed(author) -> None:
    told = refusal(author, retracted(KANE), disputed(KANE))
    assert told == [f"activations.csv: '{KANE}' is not on record"]


def test_a_title_and_a_reason_are_asked_for(author) -> None:
    assert refusal(author, step(), title=" ", reason="") == [
        ", column title: may not be blank",
        ", column reason: may not be blank",
    ]
    assert refusal(author, step(), title="x" * 201) == [
        ", column title: is 201 characters long; 200 are the most"
    ]


def test_a_fact_changed_since_its_form_was_opened_is_shown_again(author) -> None:
    told = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}
    correct_fact(name=KANE, cells={"note": "By fax."}, **told)
    with pytest.raises(Conflict) as conflict:
        proposed(author, corrected(KANE, base=1))
    assert (conflict.value.kind, conflict.value.facts) == ("stale", (KANE,))
    assert str(conflict.value) == "The record was changed since: look at both and decide."


def test_another_source_counts_as_a_change(author) -> None:
    told = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}
    correct_fact(name=KANE, cells={"source": CHRON}, **told)
    with pytest.raises(Conflict):
        proposed(author, corrected(KANE, base=1))


def test_the_reviewers_of_the_region_are_told_but_not_the_author() -> None:
    author = make_person("reviewer", "17")
    near, around, nation = (make_person("reviewer", geoid) for geoid in ("17089", "17", "US"))
    for role, geoid in (("reviewer", "48"), ("editor", "17"), ("administrator", "US")):
        make_person(role, geoid)
    proposed(acting(author), step())
    assert mails() == [("proposal_made", person.pk) for person in (near, around, nation)]


def test_an_amended_proposal_keeps_what_it_said_before(author) -> None:
    number = proposed(author, corrected(KANE))
    Proposal.objects.filter(pk=number).update(status=ProposalStatus.ASKED)
    told = {"title": "Two days", "reason": "The list says so.", "by": author, "at": NOON}
    amend_proposal(proposal=number, wishes=[corrected(COOK)], **told)
    found = Proposal.objects.get(pk=number)
    assert (found.status, found.revision, found.title, found.geoid) == (
        "open",
        2,
        "Two days",
        "17031",
    )
    assert [(w.revision, w.name) for w in found.wishes.all()] == [(1, KANE), (2, COOK)]
    assert [w.name for w in Wish.objects.of_its_revision()] == [COOK]


def test_only_its_author_amends_or_withdraws_a_proposal(author) -> None:
    number = proposed(author)
    reviewer = acting(make_person("reviewer", "US"))
    told = {"title": "T", "reason": "R", "at": NOON, "by": reviewer}
    with pytest.raises(NotAllowed):
        amend_proposal(proposal=number, wishes=[step()], **told)
    with pytest.raises(NotAllowed):
        withdraw_proposal(proposal=number, by=reviewer, at=NOON)


def test_a_withdrawn_proposal_is_over(author) -> None:
    number = proposed(author)
    withdraw_proposal(proposal=number, by=author, at=NOON)
    found = Proposal.objects.get(pk=number)
    assert (found.status, found.decided_by_id, found.decided_at) == (
        "withdrawn",
        author.person_id,
        NOON,
    )
    for again in (
        lambda: withdraw_proposal(proposal=number, by=author, at=NOON),
        lambda: amend_proposal(
            proposal=number, wishes=[step()], title="T", reason="R", by=author, at=NOON
        ),
    ):
        with pytest.raises(Conflict, match="decided meanwhile"):
            again()


def test_who_lost_their_region_may_not_amend(author) -> None:
    number = proposed(author)
    abroad = acting(make_person("contributor", "48"))
    former = type(author)(author.person_id, author.name, abroad.roles, author.account_id)
    with pytest.raises(NotAllowed):
        amend_proposal(proposal=number, wishes=[step()], title="T", reason="R", by=former, at=NOON)


def test_a_remark_is_told_to_all_who_are_in_it(author) -> None:
    number = proposed(author)
    reviewer, editor = make_person("reviewer", "17"), make_person("editor", "17")
    for who in (reviewer, editor, reviewer):
        remark(proposal=number, text=" On what page? ", by=acting(who), at=NOON)
    assert {str(one) for one in Remark.objects.all()} == {
        f"{who.name}: On what page?" for who in (reviewer, editor)
    }
    assert mails() == [
        ("remark_made", author.person_id),
        ("remark_made", author.person_id),
        ("remark_made", author.person_id),
        ("remark_made", reviewer.pk),
        ("remark_made", editor.pk),
    ]


def test_whom_a_remark_names_is_told_if_they_may_read_it(author) -> None:
    number = proposed(author)
    ana = make_person("contributor", "17", name="Ana")
    maria = make_person("contributor", "17", name="Ana María López")
    make_person("contributor", "48", name="Tess")
    Job.objects.all().delete()
    text = "@ana maria lopez, and write to me@Ana or @Tess."
    remark(proposal=number, text=text, by=acting(make_person("reviewer", "17")), at=NOON)
    assert mails() == [("remark_made", author.person_id), ("remark_named", maria.pk)]
    remark(proposal=number, text="And you, @Ana?", by=acting(maria), at=NOON)
    assert ("remark_named", ana.pk) in mails()


def test_its_authors_answer_puts_an_asked_proposal_back_in_the_queue(author) -> None:
    number = proposed(author)
    Proposal.objects.filter(pk=number).update(status=ProposalStatus.ASKED)
    other = acting(make_person("contributor", "17"))
    remark(proposal=number, text="I wonder too.", by=other, at=NOON)
    assert Proposal.objects.get(pk=number).status == "asked"
    remark(proposal=number, text="Page 3.", by=author, at=NOON)
    assert Proposal.objects.get(pk=number).status == "open"


def test_an_empty_remark_is_refused_and_a_strangers_not_allowed(author) -> None:
    number = proposed(author)
    with pytest.raises(Refused):
        remark(proposal=number, text=" ", by=author, at=NOON)
    with pytest.raises(NotAllowed):
        remark(proposal=number, text="Hm.", by=acting(make_person("reviewer", "48")), at=NOON)


def test_a_retracted_source_can_be_cited_no_more(author) -> None:
    by_hand = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}
    record_fact(kind="source", cells=LETTER.cells, **by_hand)
    retract_fact(name="source:kane-letter", **by_hand)
    told = refusal(author, step(source="kane-letter"))
    assert told[0].startswith("opt_outs.csv, column source: 'kane-letter' is no source on record")


def test_who_contributes_to_a_state_brings_corrections_to_the_nation() -> None:
    ida = acting(make_person("contributor", "17"))
    said_of_it = WishDraft("correct", "", "policy_event:agreements-ended", {"summary": "A memo."})
    number = proposed(ida, said_of_it)
    assert Proposal.objects.get(pk=number).geoid == "US"
    near = acting(make_person("reviewer", "17"))
    with pytest.raises(NotAllowed):
        accept_proposal(proposal=number, revision=1, by=near, at=NOON)
    national = acting(make_person("reviewer", "US"))
    assert accept_proposal(proposal=number, revision=1, by=national, at=NOON)
    county = acting(make_person("contributor", "17089"))
    with pytest.raises(NotAllowed):
        proposed(county, retracted("policy_event:agreements-ended"))
