"""The lists of proposals and the desk: what waits, whose it is, and what to do next."""

from __future__ import annotations

import pytest
from django.test import Client

from jurisdictions.models import Origin, Proposal
from jurisdictions.record.proposing.reviews import accept_proposal, ask_for_more, reject_proposal
from tests.people import acting, make_person, sign_in
from tests.record.wishing import NOON, corrected, proposed, step
from tests.web.writing import words

pytestmark = pytest.mark.usefixtures("shipped")

QUEUE = "/secure-communities/desk/proposals/"
HARRIS, COOK = "activation:48201", "activation:17031"


def test_a_reviewer_sees_first_what_waits_in_the_region_but_not_their_own(client: Client) -> None:
    author, reviewer = make_person("contributor", "US"), make_person("reviewer", "48")
    texan = proposed(acting(author), corrected(HARRIS, activated_on="2009"))
    elsewhere = proposed(acting(author), corrected(COOK, activated_on="2009"))
    own = proposed(acting(reviewer), corrected("activation:48113", activated_on="2009"))
    answer = sign_in(client, reviewer).get(QUEUE)
    assert "Wait for you 1" in words(answer)
    # Each leads on through the list that it stands in.
    assert f'href="{QUEUE}{texan}/?in=of%3Dwaiting"' in answer.text
    assert f'href="{QUEUE}{elsewhere}/' not in answer.text
    assert f'href="{QUEUE}{own}/' not in answer.text
    assert f'href="{QUEUE}{own}/?in=of%3Dmine"' in client.get(QUEUE, {"of": "mine"}).text
    both = client.get(QUEUE, {"of": "all"}).text
    assert f'href="{QUEUE}{own}/?in=of%3Dall"' in both
    assert f'href="{QUEUE}{texan}/?in=of%3Dall"' in both


@pytest.mark.parametrize(("origin", "titled"), [(Origin.TOKEN, True), (Origin.FORM, False)])
def test_what_a_program_sends_bears_its_title_as_in_mails_and_a_form_none(
    client: Client, origin: Origin, titled: bool
) -> None:
    author, reviewer = make_person("contributor", "US"), make_person("reviewer", "48")
    number = proposed(acting(author), corrected(HARRIS, activated_on="2009"))
    Proposal.objects.filter(pk=number).update(origin=origin, title="From the county’s minutes")
    sign_in(client, reviewer)
    for page in (QUEUE, f"{QUEUE}{number}/"):
        assert ("From the county’s minutes" in words(client.get(page))) is titled


@pytest.mark.postgresql
def test_the_lists_are_limited_by_where_it_stands_and_by_state(client: Client) -> None:
    author, reviewer = make_person("contributor", "US"), make_person("reviewer", "US")
    texan = proposed(acting(author), corrected(HARRIS, activated_on="2009"))
    illinois = proposed(acting(author), corrected(COOK, activated_on="2009"))
    reject_proposal(proposal=illinois, revision=1, reason="No.", by=acting(reviewer), at=NOON)
    sign_in(client, reviewer)
    said = client.get(QUEUE, {"of": "all", "status": "rejected"}).text
    assert f"{QUEUE}{illinois}/" in said
    assert f"{QUEUE}{texan}/" not in said
    said = client.get(QUEUE, {"of": "all", "state": "48"}).text
    assert f"{QUEUE}{texan}/" in said
    assert f"{QUEUE}{illinois}/" not in said
    none = words(client.get(QUEUE, {"of": "all", "state": "01"}))
    assert "No proposal fits these filters. Clear filters" in none


@pytest.mark.parametrize(
    "query", [{"of": "nonsense"}, {"status": "nonsense"}, {"state": "TX"}, {"page": "-1"}]
)
def test_a_list_that_there_is_not_shows_the_first(client: Client, query: dict[str, str]) -> None:
    sign_in(client, make_person("reviewer", "48"))
    assert client.get(QUEUE, query).status_code == 200


@pytest.mark.postgresql
def test_an_empty_list_says_what_to_do_next(client: Client) -> None:
    sign_in(client, make_person("contributor", "48"))
    assert "You have not proposed anything yet. Find a place" in words(client.get(QUEUE))
    assert "Nobody has proposed anything" in words(client.get(QUEUE, {"of": "all"}))
    sign_in(client, make_person("reviewer", "48"))
    assert "Nothing waits for you." in words(client.get(QUEUE))


@pytest.mark.postgresql
def test_long_lists_have_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jurisdictions.read.keeping.queues.PAGE_SIZE", 1)
    monkeypatch.setattr("jurisdictions.web.desk.proposals.queue.PAGE_SIZE", 1)
    author = make_person("contributor", "48")
    for name in (HARRIS, "activation:48113"):
        proposed(acting(author), corrected(name, activated_on="2009"))
    sign_in(client, author)
    first = client.get(QUEUE)
    assert "Page 1 of 2" in words(first)
    assert 'rel="next" href="/secure-communities/desk/proposals/?of=mine&amp;page=2"' in first.text
    assert 'rel="prev"' in client.get(QUEUE, {"page": "2"}).text


def test_the_desk_shows_the_region_and_what_its_record_lacks(client: Client) -> None:
    said = words(sign_in(client, make_person("contributor", "48")).get("/secure-communities/desk/"))
    assert "Texas 255 places" in said
    assert "Activations without a documented agreement 1" in said
    assert "None of yours waits for a decision." in said
    assert "Loaded from the folder secure-communities" in said


def test_the_desk_leads_to_the_step_that_a_request_lacks(client: Client) -> None:
    author, reviewer = make_person("contributor", "17"), make_person("reviewer", "17")
    number = proposed(acting(author), step())
    accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=NOON)
    answer = sign_in(client, author).get("/secure-communities/desk/")
    assert "Requests without an answer 1" in words(answer)
    assert "Kane County, Illinois asked" in words(answer)
    assert "/secure-communities/desk/suggest/17089/opt_out/?thread=kane-2010" in answer.text


def test_the_desk_says_who_was_asked_and_what_waits_for_whom(client: Client) -> None:
    author, reviewer = make_person("contributor", "48"), make_person("reviewer", "48")
    number = proposed(acting(author), corrected(HARRIS, activated_on="2009"))
    said = words(sign_in(client, reviewer).get("/secure-communities/desk/"))
    assert "Wait for your decision Correct: Activation · Harris County, Texas" in said
    ask_for_more(proposal=number, revision=1, text="Why?", by=acting(reviewer), at=NOON)
    said = words(sign_in(client, author).get("/secure-communities/desk/"))
    assert "You were asked" in said
    assert "Wait for your decision" not in said


@pytest.mark.postgresql
def test_a_source_that_others_cite_too_is_not_among_what_one_could_mend(client: Client) -> None:
    said = sign_in(client, make_person("contributor", "48")).get("/secure-communities/desk/").text
    assert "/secure-communities/desk/facts/source:ice_activated_list/correct/" not in said
    said = sign_in(client, make_person("contributor", "US")).get("/secure-communities/desk/").text
    assert "/secure-communities/desk/facts/source:ice_activated_list/correct/" in said


def test_who_keeps_people_only_is_told_so(client: Client) -> None:
    sign_in(client, make_person("administrator", "US"))
    said = words(client.get("/secure-communities/desk/"))
    assert "You keep people and programs." in said


@pytest.mark.postgresql
def test_the_row_of_links_shows_only_what_is_open_to_somebody(client: Client) -> None:
    def links(role: str) -> str:
        said = sign_in(client, make_person(role, "US")).get("/secure-communities/desk/").text
        return said.split('<nav class="ways"')[1].split("</nav>")[0]

    assert "/secure-communities/desk/tips/" not in links("contributor")
    assert "/secure-communities/desk/tips/" in links("editor")
    assert "/secure-communities/desk/people/" not in links("reviewer")
    assert "/secure-communities/desk/people/" in links("administrator")
    assert "/secure-communities/desk/proposals/" not in links("administrator")


def test_the_desk_stays_the_same_page_in_the_other_language(client: Client) -> None:
    sign_in(client, make_person("contributor", "48"))
    said = client.get("/secure-communities/desk/suggest/48201/opt_out/", {"thread": "x"}).text
    assert 'href="/es/secure-communities/desk/suggest/48201/opt_out/?thread=x"' in said


def test_no_page_of_the_desk_is_kept_anywhere(client: Client) -> None:
    sign_in(client, make_person("contributor", "48"))
    for path in ("/secure-communities/desk/", QUEUE, "/secure-communities/desk/suggest/48201/"):
        answer = client.get(path)
        assert "no-store" in answer["Cache-Control"]
        assert 'content="noindex"' in answer.text


def test_what_is_typed_is_looked_up_without_signing_in(client: Client) -> None:
    assert client.get("/secure-communities/desk/date.json", {"text": "7/13/2010"}).json() == {
        "said": "July 13, 2010"
    }
    assert (
        "early"
        in client.get("/secure-communities/desk/date.json", {"text": "early 2010"}).json()["wrong"]
    )
    assert (
        "1990 to"
        in client.get("/secure-communities/desk/date.json", {"text": "1210"}).json()["wrong"]
    )
    spanish = client.get("/es/secure-communities/desk/date.json", {"text": "7/8/2010"}).json()
    assert spanish == {"said": "7 de agosto de 2010"}
    found = client.get("/secure-communities/desk/sources.json").json()["sources"]
    assert {"key", "title", "about"} == set(found[0])
    assert len(found) > 90


def test_all_that_the_record_lacks_is_one_link_away(client: Client) -> None:
    sign_in(client, make_person("contributor", "US"))
    assert "All 40" in words(client.get("/secure-communities/desk/"))
    every = client.get("/secure-communities/desk/", {"lacking": "all"}).text
    assert every.count("/agreement/") == 40


def test_a_place_of_the_region_is_searched_from_the_desk(client: Client) -> None:
    said = sign_in(client, make_person("contributor", "48")).get("/secure-communities/desk/").text
    assert 'action="/secure-communities/jurisdictions/"' in said
    assert 'name="state" value="TX"' in said
