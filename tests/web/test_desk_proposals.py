"""A proposal: what its page says, talking about it, amending it, deciding on it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from jurisdictions.models import Citation, Person, Proposal, Wish
from jurisdictions.record.proposing.proposals import WishDraft, propose
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.people import acting, make_person, sign_in
from tests.record.wishing import LETTER, NOON, PROGRAM, corrected, proposed, step
from tests.web.writing import ASK, REASON, faults, fields, proposal_number, request, sent, words

pytestmark = pytest.mark.usefixtures("shipped")

HARRIS = "activation:48201"


@pytest.fixture
def author(db: None) -> Person:
    return make_person("contributor", "48", name="Tess Contreras")


@pytest.fixture
def reviewer(db: None) -> Person:
    return make_person("reviewer", "48", name="Rosa Villanueva")


@pytest.fixture
def asked(author: Person) -> int:
    """A proposed request of Harris County, with its own source."""
    return proposal_number(sent(sign_in(Client(), author), ASK, request()))


def page(number: int, act: str = "") -> str:
    return f"/secure-communities/desk/proposals/{number}/{act}"


def decide(client: Client, number: int, **typed: str) -> str:
    shown = {"revision": fields(client.get(page(number))).get("revision", "1")}
    answer = client.post(page(number, "decide/"), {**shown, **typed}, follow=True)
    return words(answer)


def test_the_page_says_who_wishes_what_why_and_what_it_would_change(
    client: Client, reviewer: Person, asked: int
) -> None:
    answer = sign_in(client, reviewer).get(page(asked))
    said = words(answer)
    assert "Record: Opt-out request, 2 steps · Harris County, Texas" in said
    assert "Waits for a reviewer Tess Contreras" in said
    assert "Why The request is missing." in said
    assert "Commissioners ask to leave , Houston Chronicle, July 14, 2010. Original" in said
    assert "Objection from July 13, 2010 until September 2010 No objection Pending" in said


def test_the_heading_is_in_the_readers_language(
    client: Client, reviewer: Person, asked: int
) -> None:
    said = sign_in(client, reviewer).get(f"/es{page(asked)}").text
    assert re.search(
        r"<h1>[^<]*Solicitud para no participar[^<]* · Condado de Harris, Texas</h1>", said
    )


def test_nobody_decides_on_their_own_proposal(client: Client, reviewer: Person) -> None:
    number = proposed(acting(reviewer), corrected(HARRIS, activated_on="2008-10-28"))
    said = sign_in(client, reviewer).get(page(number)).text
    assert "another reviewer decides on it" in said
    assert 'value="accept"' not in said
    assert client.post(page(number, "decide/"), {"do": "accept"}).status_code == 403


def test_a_proposal_elsewhere_is_not_to_be_seen(client: Client, asked: int) -> None:
    sign_in(client, make_person("reviewer", "17"))
    assert client.get(page(asked)).status_code == 403
    assert client.get(page(999_999)).status_code == 404
    assert client.get(page(2**64)).status_code == 404


def test_what_is_accepted_is_published_and_told(
    client: Client, reviewer: Person, asked: int
) -> None:
    said = decide(sign_in(client, reviewer), asked, do="accept")
    assert "Accepted, and published as edition 2." in said
    assert "On record since edition 2." in said
    link = "/places/48201-harris-county-texas/?edition=2&amp;program=secure-communities"
    assert f'href="{link}"' in client.get(page(asked)).text
    query = {"date": "2010-10-01"}
    public = Client().get("/places/48201-harris-county-texas/", query)
    assert "Active over objection" in words(public)


@pytest.mark.postgresql
def test_a_rejection_needs_a_reason_and_keeps_what_was_written(
    client: Client, reviewer: Person, asked: int
) -> None:
    sign_in(client, reviewer)
    assert "Say why, so that the author learns from it." in decide(client, asked, do="reject")
    said = decide(client, asked, do="reject", note="The article is about Dallas.")
    assert "Rejected. Rosa Villanueva" in said
    assert "The article is about Dallas." in said


def test_a_question_goes_to_the_author_who_answers_and_amends(
    client: Client, author: Person, reviewer: Person, asked: int
) -> None:
    sign_in(client, reviewer)
    assert "Write what you need to know." in decide(client, asked, do="ask")
    assert "Waits for its author" in decide(client, asked, do="ask", note="Which page?")
    mine = sign_in(Client(), author)
    assert "asks for more" in words(mine.get(page(asked)))
    shown = mine.get(page(asked, "amend/"))
    assert "Rosa Villanueva asks: Which page?" in words(shown)
    typed = {**fields(shown), "f-0-locator": "p. 4"}
    assert sent(mine, page(asked, "amend/"), typed).status_code == 303
    proposal = Proposal.objects.get(pk=asked)
    assert (proposal.status, proposal.revision) == ("open", 2)
    wishes = Wish.objects.filter(proposal=asked, revision=2).order_by("position")
    assert [wish.name for wish in wishes] == [
        "source:houston-chronicle-2010",
        "opt_out:harris-tx-2010:1",
        "opt_out:harris-tx-2010:2",
    ]
    assert wishes[1].cells["locator"] == "p. 4"


def test_an_amended_form_holds_what_was_sent(author: Person, asked: int) -> None:
    shown = fields(sign_in(Client(), author).get(page(asked, "amend/")))
    assert shown["f-0-on"] == "July 13, 2010"
    assert shown["f-1-step"] == "refused"
    assert (shown["s-0-key"], shown["s-0-title"]) == ("new", "Commissioners ask to leave")
    assert shown["s-0-published_on"] == "July 14, 2010"
    assert shown["reason"] == "The request is missing."


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "wish",
    [
        WishDraft(
            "correct",
            "",
            HARRIS,
            {"activated_on": "2008-10-28", "source": "ice_activated_list"},
        ),
        WishDraft("retract", "", HARRIS),
        WishDraft(
            "contradict",
            "",
            HARRIS,
            {"field": "activated_on", "said": "2008-10-29", "source": "ice_harris"},
        ),
        WishDraft("record", "source", cells={"key": "a-log", "title": "A log"}),
    ],
    ids=["correct", "retract", "contradict", "source"],
)
def test_every_sort_of_proposal_can_be_amended(author: Person, wish: WishDraft) -> None:
    number = proposed(acting(author), wish)
    mine = sign_in(Client(), author)
    shown = fields(mine.get(page(number, "amend/")))
    answer = sent(mine, page(number, "amend/"), {**shown, "reason": "Said better."})
    assert answer.status_code == 303, faults(answer)
    kept = Wish.objects.get(proposal=number, revision=2)
    assert kept.action == wish.action
    assert kept.cells == {key: text for key, text in wish.cells.items() if text}


def test_a_reviewer_edits_and_accepts_and_both_versions_are_kept(
    client: Client, reviewer: Person, asked: int
) -> None:
    sign_in(client, reviewer)
    shown = fields(client.get(page(asked, "edit/")))
    typed = {**shown, "f-1-on": "October 2010", "reason": "The letter is of October."}
    preview = sent(client, page(asked, "edit/"), typed, "preview")
    assert "Accept it like this" in preview.text
    assert sent(client, page(asked, "edit/"), fields(preview), "accept").status_code == 303
    said = words(client.get(page(asked)))
    assert "What was accepted, as the reviewer edited it" in said
    assert "October 2010" in said
    assert "What the author had proposed" in said
    assert "September 2010" in said


def test_two_who_wish_the_same_are_both_shown_and_the_reviewer_must_choose(
    client: Client, author: Person, reviewer: Person
) -> None:
    other = make_person("contributor", "48", name="Omar Reyes")
    first = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-28"))
    second = proposed(acting(other), corrected(HARRIS, activated_on="2008-10-29"))
    sign_in(client, reviewer)
    said = words(client.get(page(first)))
    assert f"The record now This proposal Proposal {second}" in said
    assert "October 27, 2008 October 28, 2008 October 29, 2008" in said
    assert "Choose which version stands." in decide(client, first, do="accept", note="Yes.")
    assert "Accepted" in decide(client, first, do="accept", **{f"choice:{HARRIS}": "this"})
    # The other was overtaken: it is shown beside what stands now, and nothing is overwritten.
    said = words(client.get(page(second)))
    assert "The record was changed after this was proposed." in said
    assert "Nothing would be left of it" in decide(
        client, second, do="accept", **{f"choice:{HARRIS}": "record"}
    )
    assert "Accepted" in decide(client, second, do="accept", **{f"choice:{HARRIS}": "this"})
    assert "October 29, 2008" in words(client.get("/secure-communities/history/activation:48201/"))


def test_the_rest_of_a_proposal_is_accepted_where_the_record_stands(
    client: Client, author: Person, reviewer: Person
) -> None:
    dallas = "activation:48113"
    number = proposed(
        acting(author),
        corrected(HARRIS, activated_on="2008-10-28"),
        corrected(dallas, activated_on="2008-11-20"),
    )
    other = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-29"))
    third = make_person("reviewer", "US")
    accept_proposal(proposal=other, revision=1, by=acting(third), at=NOON, over=[HARRIS])
    sign_in(client, reviewer)
    said = decide(client, number, do="accept", **{f"choice:{HARRIS}": "record"})
    assert "Accepted" in said
    assert "October 29, 2008" in words(client.get("/secure-communities/history/activation:48201/"))
    assert "November 20, 2008" in words(client.get("/secure-communities/history/activation:48113/"))


def test_a_decision_is_on_what_the_reviewer_saw(
    client: Client, author: Person, reviewer: Person, asked: int
) -> None:
    sign_in(client, reviewer)
    mine = sign_in(Client(), author)
    sent(mine, page(asked, "amend/"), fields(mine.get(page(asked, "amend/"))))
    answer = client.post(
        page(asked, "decide/"), {"do": "accept", "revision": "1", "note": "Looks good."}
    )
    assert answer.status_code == 409
    assert "The proposal was changed since you opened it" in words(answer)
    assert fields(answer)["note"] == "Looks good."


@pytest.mark.postgresql
def test_who_comes_second_is_told_that_it_was_decided(
    client: Client, reviewer: Person, asked: int
) -> None:
    faster = make_person("reviewer", "US", name="Noor Whitfield")
    accept_proposal(proposal=asked, revision=1, by=acting(faster), at=NOON)
    answer = sign_in(client, reviewer).post(
        page(asked, "decide/"), {"do": "reject", "revision": "1", "note": "No."}
    )
    assert answer.status_code == 409
    assert "This was decided meanwhile." in words(answer)
    assert "Accepted. Noor Whitfield" in words(answer)


def test_what_is_said_stays_and_an_empty_remark_is_told(
    client: Client, author: Person, asked: int
) -> None:
    sign_in(client, author)
    assert "Write something first." in words(client.post(page(asked, "remark/"), {"text": " "}))
    answer = client.post(page(asked, "remark/"), {"text": "<b>The court</b> met twice."})
    assert answer["Location"] == f"{page(asked)}#said"
    assert "&lt;b&gt;The court&lt;/b&gt; met twice." in client.get(page(asked)).text


def test_an_author_takes_their_own_back_after_a_question(
    client: Client, author: Person, asked: int
) -> None:
    sign_in(client, author)
    assert "Withdraw it" in client.get(page(asked, "withdraw/")).text
    assert Proposal.objects.get(pk=asked).status == "open"
    client.post(page(asked, "withdraw/"))
    assert "Withdrawn. It stays here" in words(client.get(page(asked)))
    client.post(page(asked, "withdraw/"))
    assert "This was decided meanwhile." in words(client.get(page(asked)))
    assert client.get(page(asked, "amend/")).status_code == 303


def test_a_proposal_of_many_things_keeps_its_title_and_has_no_form(
    client: Client, author: Person, reviewer: Person
) -> None:
    number = propose(
        program=PROGRAM,
        wishes=[
            corrected(HARRIS, activated_on="2008-10-28"),
            WishDraft("retract", "", "activation:48113"),
        ],
        title="From a file",
        reason="A list.",
        by=acting(author),
        at=NOON,
    )
    said = sign_in(client, reviewer).get(page(number)).text
    assert "<h1>From a file</h1>" in said
    assert "Edit and accept" not in said
    assert client.get(page(number, "edit/")).status_code == 303


@pytest.mark.postgresql
def test_each_fact_of_a_proposal_about_several_places_says_whose_it_is(
    client: Client, author: Person, reviewer: Person
) -> None:
    number = propose(
        program=PROGRAM,
        wishes=[
            corrected(HARRIS, activated_on="2008-10-28"),
            WishDraft("retract", "", "activation:48113"),
        ],
        title="From a file",
        reason="A list.",
        by=acting(author),
        at=NOON,
    )
    said = words(sign_in(client, reviewer).get(page(number)))
    assert "Correction Activation · Harris County, Texas Activation, October 28, 2008" in said
    assert "Retraction Activation · Dallas County, Texas" in said
    alone = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-28"))
    assert "Correction Activation Activation, October 28, 2008" in words(client.get(page(alone)))


def test_a_fact_that_was_retracted_meanwhile_is_shown_as_not_on_record(
    client: Client, author: Person, reviewer: Person
) -> None:
    number = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-28"))
    gone = proposed(acting(author), WishDraft("retract", "", HARRIS))
    third = acting(make_person("reviewer", "US"))
    accept_proposal(proposal=gone, revision=1, by=third, at=NOON, over=[HARRIS])
    answer = sign_in(client, reviewer).get(page(number))
    assert "not on record" in words(answer)
    assert "Edit and accept" not in answer.text
    assert "Accepted" in decide(client, number, do="accept", **{f"choice:{HARRIS}": "this"})


def test_a_wish_that_the_record_takes_no_more_is_told_to_the_reviewer(
    client: Client, author: Person, reviewer: Person
) -> None:
    source = proposed(acting(author), LETTER)
    third = acting(make_person("reviewer", "US"))
    accept_proposal(proposal=source, revision=1, by=third, at=NOON)
    number = proposed(acting(author), step(geoid="48113", source="kane-letter"))
    gone = proposed(acting(author), WishDraft("retract", "", "source:kane-letter"))
    accept_proposal(proposal=gone, revision=1, by=third, at=NOON)
    said = decide(sign_in(client, reviewer), number, do="accept", note="Yes.")
    assert "is no source on record" in said


def test_who_edits_what_is_contested_is_told_what_stands_against_it(
    client: Client, author: Person, reviewer: Person
) -> None:
    first = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-28"))
    second = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-29"))
    sign_in(client, reviewer)
    shown = client.get(page(first, "edit/"))
    assert f"Proposal {second} wishes to change the same" in words(shown)
    assert "What did you change, and why?" in words(shown)
    third = acting(make_person("reviewer", "US"))
    accept_proposal(proposal=second, revision=1, by=third, at=NOON, over=[HARRIS])
    # What the editor has not seen stops the decision; then both are shown.
    typed = {**fields(shown), "f-0-activated_on": "November 2008", "reason": "Both are wrong."}
    answer = sent(client, page(first, "edit/"), typed, "accept")
    assert "The record was changed since" in words(answer)
    assert "On record: October 29, 2008" in words(answer)
    answer = sent(client, page(first, "edit/"), fields(answer), "accept")
    assert answer.status_code == 303, faults(answer)
    assert "November 2008" in words(client.get("/secure-communities/history/activation:48201/"))
    third_look = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-30"))
    stale = words(client.get(page(third_look, "edit/")))
    assert "was changed since this was proposed" not in stale


def test_who_edits_and_accepts_goes_on_to_the_next_of_the_list(
    client: Client, author: Person, reviewer: Person
) -> None:
    first = proposed(acting(author), corrected(HARRIS, activated_on="2008-10-28"))
    second = proposed(acting(author), corrected("activation:48113", activated_on="2008-10-29"))
    sign_in(client, reviewer)
    walked = "?in=of%3Dwaiting"
    edits = page(first, "edit/") + walked
    assert f'href="{edits}"' in client.get(page(first) + walked).text
    # The list is carried through the form and the look at what it would change.
    typed = {**fields(client.get(edits)), "f-0-activated_on": "November 2008", "reason": "Later."}
    looked = sent(client, page(first, "edit/"), typed, "preview")
    answer = sent(client, page(first, "edit/"), fields(looked), "accept")
    assert answer["Location"] == page(second) + walked
    assert "Accepted as you edited it" in words(client.get(answer["Location"]))
    typed = {**fields(client.get(page(second, "edit/") + walked)), "reason": "As it says."}
    answer = sent(client, page(second, "edit/"), typed, "accept")
    assert answer["Location"] == f"{page(0).removesuffix('0/')}?of=waiting"
    assert "That was the last of this list" in words(client.get(answer["Location"]))


def test_a_decision_page_is_only_for_decisions(
    client: Client, reviewer: Person, asked: int
) -> None:
    sign_in(client, reviewer)
    assert client.get(page(asked, "decide/")).status_code == 303
    assert client.post(page(asked, "decide/"), {"do": "nonsense"}).status_code == 303
    assert client.get(page(asked, "remark/")).status_code == 303


def test_a_proposal_of_very_many_facts_works_its_effect_out_when_asked(
    client: Client, reviewer: Person, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jurisdictions.web.desk.proposals.context.WISHES_WITH_EFFECT", 1)
    sign_in(client, reviewer)
    assert "Work out what all of it would change" in words(client.get(page(asked)))
    assert "Objection from July 13, 2010" in words(client.get(page(asked), {"effect": "1"}))


def test_the_wishes_of_a_long_proposal_have_pages(
    client: Client, reviewer: Person, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jurisdictions.read.keeping.proposals.WISHES_A_PAGE", 2)
    monkeypatch.setattr("jurisdictions.web.desk.proposals.context.WISHES_A_PAGE", 2)
    sign_in(client, reviewer)
    first = client.get(page(asked))
    assert "Page 1 of 2" in words(first)
    second = words(client.get(page(asked), {"page": "2"}))
    assert "Request refused, September 2010" in second
    assert "Previous page" in second


@pytest.mark.postgresql
def test_another_source_may_say_otherwise_of_what_is_only_proposed(
    client: Client, reviewer: Person, asked: int
) -> None:
    sign_in(client, make_person("contributor", "48", name="Omar Reyes"))
    found = re.search(
        r'href="(/secure-communities/desk/facts/[^"]+:1/contradict/)"', client.get(page(asked)).text
    )
    assert found
    said = words(client.get(found[1]))
    assert "Proposed: July 13, 2010" in said
    assert "The record has nothing." not in said
    form = f"{found[1]}?field=on"
    assert "This fact is only proposed so far." in words(client.get(form))
    typed = {"f-0-said": "July 12, 2010", "s-0-key": "ice_activated_list", **REASON}
    preview = sent(client, form, typed, "preview")
    number = proposal_number(sent(client, form, fields(preview)))
    told = words(client.get(page(number)))
    assert "What is proposed July 13, 2010" in told
    assert f"proposal {asked} has to be decided first" in told
    assert "July 13, 2010" in told
    sign_in(client, reviewer)
    assert f"proposal {asked} has to be decided first" in decide(client, number, do="accept")
    assert f"Proposal {number}" in words(client.get(page(asked)))
    decide(client, asked, do="accept")
    assert "What the record has July 13, 2010" in words(client.get(page(number)))
    decide(client, number, do="accept")
    assert Proposal.objects.get(pk=number).status == "accepted"
    assert Citation.objects.current().get(contradicts=True, said="2010-07-12").field == "on"


@pytest.mark.postgresql
def test_who_may_not_propose_here_is_not_led_to_say_otherwise(client: Client, asked: int) -> None:
    sign_in(client, make_person("reviewer", "48"))
    shown = client.get(page(asked)).text
    assert "/contradict/" in shown
    Proposal.objects.filter(pk=asked).update(geoid="US")
    sign_in(client, make_person("administrator", "US"))
    assert "/contradict/" not in client.get(page(asked)).text
