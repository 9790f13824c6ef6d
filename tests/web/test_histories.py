"""The public histories: every version, who, when, why, what differs; and reverting."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from jurisdictions.models import Change, Person
from jurisdictions.record.changing.wishes import WishDraft
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.people import acting, make_person, sign_in
from tests.record.wishing import (
    KANE,
    LATER,
    LETTER,
    NOON,
    corrected,
    disputed,
    proposed,
    retracted,
    step,
)
from tests.web.writing import words

pytestmark = pytest.mark.usefixtures("shipped")

HISTORY = f"/secure-communities/history/{KANE}/"
PLACE = "/places/17089-kane-county-illinois/"


@pytest.fixture
def reviewer(db: None) -> Person:
    return make_person("reviewer", "17", name="Rosa Villanueva")


@pytest.fixture
def author(db: None) -> Actor:
    return acting(make_person("contributor", "17", name="Ines Contreras"))


def accepted(author: Actor, reviewer: Person, *wishes: object, reason: str = "A log.") -> int:
    number = proposed(author, *wishes, reason=reason)  # type: ignore[arg-type]
    done = accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=NOON)
    return done.change_id


def test_every_fact_of_a_place_leads_to_its_history_and_its_form(
    client: Client, author: Actor
) -> None:
    for reader in (client, sign_in(Client(), Person.objects.get(pk=author.person_id))):
        said = reader.get(PLACE).text
        assert f'href="{HISTORY}"' in said
        assert f'href="/secure-communities{PLACE}history/"' in said
    assert f'href="/secure-communities/desk/facts/{KANE}/correct/"' in said
    assert 'href="/secure-communities/desk/suggest/17089/"' in said


SEEN_BY_ALL = (
    PLACE,
    f"/secure-communities{PLACE}history/",
    HISTORY,
    "/places/06075-san-francisco-county-california/",
    "/secure-communities/policy/",
    "/secure-communities/sources/nilc/",
    "/secure-communities/history/source:nilc/",
    "/secure-communities/history/policy_event:announced/",
)


def doors_offered(reader: Client, page: str) -> set[str]:
    """The addresses of the desk that a page leads to."""
    return set(
        re.findall(
            r'href="((?:/es)?/secure-communities/desk/[^"]*)', unescape(reader.get(page).text)
        )
    )


def test_the_public_is_offered_nothing_that_takes_an_account(client: Client) -> None:
    for page in SEEN_BY_ALL:
        assert doors_offered(client, page) == set(), page
        assert doors_offered(client, f"/es{page}") == set(), page


@pytest.mark.parametrize("page", SEEN_BY_ALL[:4])
def test_the_public_is_offered_one_way_to_say_what_is_wrong(client: Client, page: str) -> None:
    said = client.get(page).text
    assert "Something wrong?" in said
    assert "/wrong/" in said


@pytest.mark.parametrize(
    ("role", "region"),
    [
        ("contributor", "17"),
        ("contributor", "48"),
        ("reviewer", "17"),
        ("reviewer", "48"),
        ("reviewer", "US"),
        ("administrator", "US"),
    ],
)
def test_whatever_a_reader_is_offered_opens(
    role: str, region: str, author: Actor, reviewer: Person
) -> None:
    accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    accepted(author, reviewer, disputed(note="By their own count."))
    reader = sign_in(Client(), make_person(role, region))
    for page in SEEN_BY_ALL:
        for door in doors_offered(reader, page):
            assert reader.get(door).status_code in {200, 302}, (page, door)
    offers = doors_offered(reader, PLACE)
    federal = {door for door in offers if "/policy_event:" in door}
    assert bool(offers - federal) == (role != "administrator" and region in {"17", "US"})
    assert bool(federal) == (role != "administrator")


@pytest.mark.postgresql
def test_what_somebody_is_offered_stays_out_of_shared_caches(author: Actor) -> None:
    reader = sign_in(Client(), Person.objects.get(pk=author.person_id))
    for page in SEEN_BY_ALL:
        assert reader.get(page)["Cache-Control"] == "private, no-cache", page
        assert "public" in Client().get(page)["Cache-Control"], page


def test_acts_and_sources_lead_to_theirs(client: Client) -> None:
    assert (
        'href="/secure-communities/history/policy_event:announced/"'
        in client.get("/secure-communities/policy/").text
    )
    assert (
        'href="/secure-communities/history/source:nilc/"'
        in client.get("/secure-communities/sources/nilc/").text
    )


def test_each_version_says_who_when_why_and_what_differs(
    client: Client, author: Actor, reviewer: Person
) -> None:
    accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    said = words(client.get(HISTORY))
    assert "History: Activation, January 5, 2010" in said
    assert "Version 2: Corrected Ines Contreras , November 23, 2026" in said
    assert "accepted by Rosa Villanueva A log." in said
    assert "taken out: November 24, 2009" in said
    assert "put in: January 5, 2010" in said
    assert "Version 1: Recorded" in said


def test_a_retracted_fact_leaves_a_tombstone_with_the_reason(
    client: Client, author: Actor, reviewer: Person
) -> None:
    accepted(author, reviewer, retracted(), reason="It was Kane County, Utah.")
    said = words(client.get(HISTORY))
    assert "No longer on record. Retracted by Ines Contreras, November 23, 2026." in said
    assert "It was Kane County, Utah." in said
    assert "/correct/" not in client.get(HISTORY).text
    assert "Retracted: Activation" in words(
        client.get(f"/secure-communities{PLACE}history/")
    ).replace(" :", ":")


def test_a_contradiction_and_its_adjudication_are_versions_too(
    client: Client, author: Actor, reviewer: Person
) -> None:
    accepted(author, reviewer, disputed(note="The county's own count."))
    said = words(client.get(HISTORY))
    assert "Another source says otherwise." in said
    assert "What the other source says December 1, 2009" in said
    sign_in(client, reviewer)
    client.post(
        f"/secure-communities/desk/facts/{KANE}/adjudicate/", {"note": "ICE's list is nearer."}
    )
    said = words(Client().get(HISTORY))
    assert "put in: ICE's list is nearer." in said
    assert "ICE's list is nearer." in words(Client().get(PLACE))


def test_the_history_of_a_place_names_each_change_and_what_it_touched(
    client: Client, author: Actor, reviewer: Person
) -> None:
    accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    said = words(client.get(f"/secure-communities{PLACE}history/"))
    assert "Ines Contreras , November 23, 2026" in said
    assert "Corrected: Activation, January 5, 2010" in said
    assert "Loaded from the folder secure-communities" in said


def test_histories_leave_nothing_behind_and_ask_whether_they_still_stand(client: Client) -> None:
    for path in (HISTORY, f"/secure-communities{PLACE}history/"):
        answer = client.get(path)
        assert not answer.cookies
        assert answer["Cache-Control"] == "public, no-cache"
        assert "Cookie" in answer["Vary"]
        assert client.get(path, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_a_history_that_names_its_edition_never_changes(
    client: Client, author: Actor, reviewer: Person
) -> None:
    pinned = {"edition": "1", "date": "2011-08-05"}
    before = client.get(HISTORY, pinned)
    place = words(client.get(f"/secure-communities{PLACE}history/", pinned))
    accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    after = client.get(HISTORY, pinned)
    assert words(after) == words(before)
    assert words(client.get(f"/secure-communities{PLACE}history/", pinned)) == place
    assert "max-age=86400" in after["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    [
        "/secure-communities/history/activation:99999/",
        "/secure-communities/history/nonsense/",
        "/secure-communities/history/nonsense:1/",
    ],
)
def test_what_was_never_on_record_has_no_history(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_history_of_a_place_has_one_address(client: Client) -> None:
    answer = client.get("/secure-communities/places/17089-kane/history/?program=secure-communities")
    assert answer.status_code == 301
    assert answer["Location"] == f"/secure-communities{PLACE}history/?program=secure-communities"
    assert client.get("/secure-communities/places/99999-nowhere/history/").status_code == 404


def test_a_reviewer_looks_at_what_reverting_would_do_and_reverts(
    client: Client, author: Actor, reviewer: Person
) -> None:
    change = accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    address = f"/secure-communities/desk/changes/{change}/revert/"
    sign_in(client, reviewer)
    assert f'href="{address}"' in client.get(HISTORY).text
    before = Change.objects.count()
    said = words(client.get(address))
    assert "taken out: January 5, 2010" in said
    assert "put in: November 24, 2009" in said
    assert "Activation from November 24, 2009 until January 5, 2010" in said
    assert Change.objects.count() == before, "looking changes nothing"
    done = client.post(address, {"reason": "The log is of Kane, Utah."})
    assert done["Location"] == "/secure-communities/desk/suggest/17089/"
    assert "Reverted, and published as edition 3." in words(client.get(done["Location"]))
    assert "Reverts change" in words(Client().get(HISTORY))


def test_reverting_a_change_of_several_places_says_whose_each_fact_is(
    client: Client, author: Actor, reviewer: Person
) -> None:
    two = [WishDraft("retract", "", f"activation:{geoid}") for geoid in ("17043", "17097")]
    change = accepted(author, reviewer, *two)
    said = words(
        sign_in(client, reviewer).get(f"/secure-communities/desk/changes/{change}/revert/")
    )
    assert "Activation · DuPage County, Illinois" in said
    assert "Activation · Lake County, Illinois" in said


def test_a_reason_is_needed_to_revert(client: Client, author: Actor, reviewer: Person) -> None:
    change = accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    answer = sign_in(client, reviewer).post(
        f"/secure-communities/desk/changes/{change}/revert/", {"reason": " "}
    )
    assert answer.status_code == 200
    assert 'href="#id_reason"' in answer.text


@pytest.mark.postgresql
def test_an_earlier_version_stands_again_even_after_a_retraction(
    client: Client, author: Actor, reviewer: Person
) -> None:
    accepted(author, reviewer, retracted())
    sign_in(client, reviewer)
    said = client.get(HISTORY).text
    first = Change.objects.order_by("pk").first()
    assert first
    address = f"/secure-communities/desk/facts/{KANE}/revert/?to={first.pk}"
    assert address in said
    assert "Addition" in words(client.get(address))
    client.post(address, {"reason": "It was right."})
    assert "No longer on record." not in words(Client().get(HISTORY))


def test_a_change_whose_facts_changed_since_is_reverted_together_with_what_came_after(
    client: Client, author: Actor, reviewer: Person
) -> None:
    change = accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    accepted(author, reviewer, disputed(note="By their own count."), reason="Two days are in use.")
    sign_in(client, reviewer)
    address = f"/secure-communities/desk/changes/{change}/revert/"
    said = client.get(address)
    assert "Some of its facts were changed since. Ines Contreras" in words(said)
    assert "Two days are in use." in words(said)
    assert 'name="reason"' not in said.text
    with_them = re.search(r'href="(\?seen=\d+)"', said.text)
    assert with_them
    looked = words(client.get(address + with_them[1]))
    assert "These later changes of the same facts are reverted with it: Ines Contreras" in looked
    done = client.post(address + with_them[1], {"reason": "The log is of Kane, Utah."})
    assert done.status_code == 303
    place = words(Client().get(PLACE))
    assert "By their own count." not in place
    assert "November 24, 2009" in place


def test_what_is_changed_after_the_look_at_later_changes_is_not_reverted_unseen(
    client: Client, author: Actor, reviewer: Person
) -> None:
    change = accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    later = accepted(author, reviewer, corrected(activated_on="2010-01-06"))
    accepted(author, reviewer, corrected(activated_on="2010-01-07"))
    sign_in(client, reviewer)
    answer = client.post(
        f"/secure-communities/desk/changes/{change}/revert/?seen={later}", {"reason": "No."}
    )
    assert "Some of its facts were changed since." in words(answer)
    assert "January 7, 2010" in words(Client().get(PLACE))


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/desk/changes/999999/revert/",
        f"/secure-communities/desk/changes/{2**64}/revert/",
        f"/secure-communities/desk/facts/{KANE}/revert/",
    ],
)
def test_what_cannot_be_reverted_is_not_found(
    client: Client, reviewer: Person, address: str
) -> None:
    assert sign_in(client, reviewer).get(address).status_code == 404


def test_nobody_reverts_outside_their_region(
    client: Client, author: Actor, reviewer: Person
) -> None:
    change = accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    sign_in(client, make_person("reviewer", "48"))
    assert client.get(f"/secure-communities/desk/changes/{change}/revert/").status_code == 403
    assert (
        client.post(
            f"/secure-communities/desk/changes/{change}/revert/", {"reason": "X"}
        ).status_code
        == 403
    )


def test_what_others_rest_on_is_not_taken_away(
    client: Client, author: Actor, reviewer: Person
) -> None:
    letter = accepted(author, reviewer, LETTER)
    other = proposed(author, step(source="kane-letter"), reason="It is in the letter.")
    accept_proposal(proposal=other, revision=1, by=acting(reviewer), at=LATER)
    answer = sign_in(client, reviewer).get(f"/secure-communities/desk/changes/{letter}/revert/")
    assert "It cannot be reverted: others rest on what it recorded." in words(answer)
    assert "Revert it now" not in answer.text


def test_a_contradiction_that_ended_is_a_version_too(
    client: Client, author: Actor, reviewer: Person
) -> None:
    change = accepted(author, reviewer, disputed())
    sign_in(client, reviewer)
    client.post(
        f"/secure-communities/desk/changes/{change}/revert/", {"reason": "It says the same."}
    )
    said = words(Client().get(HISTORY))
    assert "No longer said otherwise:" in said
    assert "taken out: December 1, 2009" in said


def test_many_facts_of_one_change_are_counted(
    client: Client, author: Actor, reviewer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jurisdictions.web.desk.reverts.view.SHOWN", 1)
    change = accepted(author, reviewer, step(), step(2, step="refused"))
    said = words(
        sign_in(client, reviewer).get(f"/secure-communities/desk/changes/{change}/revert/")
    )
    assert "And 1 more fact." in said
    assert "Retraction" in said


def test_a_source_and_a_place_have_their_history_too(client: Client) -> None:
    said = words(client.get("/secure-communities/history/source:nilc/"))
    assert "Version 1: Recorded" in said
    said = words(client.get("/secure-communities/history/jurisdiction:17089/"))
    assert "History: Kane County" in said


def test_each_line_of_a_history_is_told_as_its_change_wrote_it(
    client: Client, author: Actor, reviewer: Person
) -> None:
    accepted(author, reviewer, corrected(activated_on="2010-01-05"))
    accepted(author, reviewer, retracted())
    lines = re.findall(
        r"<li>([A-Z][a-z]+): <a [^>]*>([^<]+)</a></li>",
        client.get(f"/secure-communities{PLACE}history/").text,
    )
    assert lines[:2] == [
        ("Retracted", "Activation, January 5, 2010"),
        ("Corrected", "Activation, January 5, 2010"),
    ]
    assert ("Recorded", "Activation, November 24, 2009") in lines
    spanish = client.get(f"/es/secure-communities{PLACE}history/").text
    assert "Activación, 24 de noviembre de 2009" in spanish


@pytest.mark.postgresql
def test_a_title_that_was_put_another_way_later_stands_as_it_was_written(
    client: Client, author: Actor
) -> None:
    national = make_person("reviewer", "US")
    nation = acting(make_person("contributor", "US"))
    name = "policy_event:napolitano-lofgren-letter"
    before = client.get(f"/secure-communities/history/{name}/").text
    accepted(nation, national, corrected(name, title="Another name", title_es="Otro nombre"))
    sign_in(client, national)
    desk = client.get("/secure-communities/desk/").text
    assert "Another name, September 7, 2010" in desk
    assert "Otro nombre" in client.get("/es/secure-communities/desk/").text
    accepted(nation, national, corrected(name, title="A third name", title_es="Un tercero"))
    desk = client.get("/secure-communities/desk/").text
    assert "Another name, September 7, 2010" in desk
    assert "A third name, September 7, 2010" in desk
    assert "Another name" not in before
