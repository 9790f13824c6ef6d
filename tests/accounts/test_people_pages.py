"""The pages of people and programs: invited, given roles, shut out; each in the own region."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from jurisdictions.models import Act, Invitation, Person, Program, Role
from jurisdictions.record.ingest.programs import record_program
from tests.accounts.letters import letters
from tests.databases import SHIPPED
from tests.people import (
    administrator,
    illinois_contributor,
    illinois_reviewer,
    make_person,
    sign_in,
    texas_reviewer,
)

pytestmark = pytest.mark.usefixtures("shipped")
OFFER = {"email": "new@example.org", "role": "editor", "region": "Illinois", "language": "es"}


@pytest.fixture
def ada(client: Client) -> Client:
    """An administrator's browser."""
    return sign_in(client, administrator())


def test_the_list_says_who_keeps_the_record_where(ada: Client) -> None:
    illinois_reviewer()
    said = ada.get("/secure-communities/desk/people/").text
    assert "Rosa Villanueva" in said
    assert "Reviewer: Illinois" in said
    assert "Nobody is waiting to join" in said


def test_an_invitation_is_mailed_and_its_link_shown_once(ada: Client) -> None:
    assert (
        ada.post("/secure-communities/desk/people/invite/", OFFER)["Location"]
        == "/secure-communities/desk/people/"
    )
    (letter,) = letters()
    assert letter.to == ["new@example.org"]
    link = re.search(r"http://testserver/es/invitation/\S+/", letter.body)
    assert link
    first = ada.get("/secure-communities/desk/people/").text
    assert link[0] in first
    assert "new@example.org" in first
    assert link[0] not in ada.get("/secure-communities/desk/people/").text
    assert Client().get(link[0].removeprefix("http://testserver")).status_code == 200


def test_the_link_may_be_handed_over_as_well(ada: Client) -> None:
    said = ada.post("/secure-communities/desk/people/invite/", OFFER, follow=True).text
    assert "hand the link over" in said
    assert "http://testserver/es/invitation/" in said


@pytest.mark.parametrize(
    ("typed", "geoid"),
    [
        ("US", "US"),
        ("United States", "US"),
        ("illinois", "17"),
        ("IL", "17"),
        ("17", "17"),
        ("17031", "17031"),
        ("cook county, illinois", "17031"),
        ("Doña Ana County, New Mexico", "35013"),
        ("dona ana county new mexico", "35013"),
        ("washington", "53"),
        ("Los Alamos County", "35028"),
    ],
)
def test_a_region_is_typed_by_name_or_number(ada: Client, typed: str, geoid: str) -> None:
    ada.post("/secure-communities/desk/people/invite/", {**OFFER, "region": typed})
    assert Invitation.objects.get().roles == [["editor", geoid]]


def test_a_region_that_several_places_could_be_is_asked_about(ada: Client) -> None:
    said = ada.post(
        "/secure-communities/desk/people/invite/", {**OFFER, "region": "washington county"}
    ).text
    assert re.search(r"3\d places could be meant, such as Washington County, ", said)
    assert (
        "No place on record"
        in ada.post("/secure-communities/desk/people/invite/", {**OFFER, "region": "x"}).text
    )
    assert not Invitation.objects.exists()


def test_an_invitation_is_sent_again_with_another_link_or_taken_back(ada: Client) -> None:
    ada.post("/secure-communities/desk/people/invite/", OFFER)
    first = Invitation.objects.get()
    ada.post(f"/secure-communities/desk/people/invitations/{first.pk}/", {"act": "renew"})
    second = Invitation.objects.exclude(pk=first.pk).get()
    assert len(letters()) == 2
    ada.post(f"/secure-communities/desk/people/invitations/{second.pk}/", {"act": "withdraw"})
    assert Invitation.objects.filter(withdrawn_at=None).count() == 0
    assert ada.get(f"/secure-communities/desk/people/invitations/{second.pk}/").status_code == 405


def test_roles_are_given_and_ended_on_a_person_s_page(ada: Client) -> None:
    person = illinois_contributor()
    page = f"/secure-communities/desk/people/{person.pk}/"
    said = {"act": "give", "role": "reviewer", "region": "Cook County, Illinois"}
    assert ada.post(page, said)["Location"] == page
    role = Role.objects.get(person=person, role="reviewer")
    assert "Reviewer: Cook County, Illinois" in ada.get(page).text
    ada.post(page, {"act": "end", "role": role.pk})
    role.refresh_from_db()
    assert role.ended_by == "Ada Okafor"
    history = ada.get(page).text.partition("What was done")[2]
    assert history.index("Role ended") < history.index("Role given")


def test_the_last_administrator_s_role_is_not_ended(ada: Client) -> None:
    role = Role.objects.get(person__name="Ada Okafor")
    said = ada.post(
        f"/secure-communities/desk/people/{role.person_id}/", {"act": "end", "role": role.pk}
    )
    assert said.status_code == 400
    assert "This is the last administrator" in said.text


def test_somebody_is_suspended_with_a_reason_and_let_in_again(ada: Client) -> None:
    person = illinois_contributor()
    page = f"/secure-communities/desk/people/{person.pk}/"
    assert "Say why" in ada.post(page, {"act": "suspend", "reason": ""}).text
    ada.post(page, {"act": "suspend", "reason": "Lost laptop"})
    assert "Lost laptop" in ada.get(page).text
    assert "Suspended" in ada.get("/secure-communities/desk/people/").text
    ada.post(page, {"act": "resume", "reason": "Found it"})
    assert Person.objects.get(pk=person.pk).suspended_at is None


def test_lost_second_factors_are_removed(ada: Client) -> None:
    person = illinois_reviewer()
    page = f"/secure-communities/desk/people/{person.pk}/"
    assert "Remove the second factors" in ada.get(page).text
    ada.post(page, {"act": "remove-factors", "reason": "Lost phone"})
    assert "Remove the second factors" not in ada.get(page).text.partition("What was done")[0]


def test_one_s_own_page_offers_no_way_to_shut_oneself_out(ada: Client) -> None:
    own = Person.objects.get(name="Ada Okafor")
    said = ada.get(f"/secure-communities/desk/people/{own.pk}/").text
    assert 'value="suspend"' not in said
    refused = ada.post(
        f"/secure-communities/desk/people/{own.pk}/", {"act": "suspend", "reason": "x"}
    )
    assert refused.status_code == 400


def test_who_left_is_still_found_under_the_pseudonym(ada: Client) -> None:
    person = illinois_contributor()
    sign_in(other := Client(), person)
    other.post("/account/leave/", {"sure": "1"})
    said = ada.get(f"/secure-communities/desk/people/{person.pk}/").text
    assert "Former contributor" in said
    assert 'value="give"' not in said


def test_who_leaves_reads_the_pseudonym_in_their_language() -> None:
    sign_in(lena := Client(), illinois_contributor())
    said = lena.post("/es/account/leave/", {"sure": "1"}).text
    assert re.search(r"<strong>Colaboración anterior [0-9A-F]{4}</strong>", said)


def test_there_is_nobody_of_an_unknown_number(ada: Client) -> None:
    for page in (
        "/secure-communities/desk/people/99999/",
        f"/secure-communities/desk/people/{10**30}/",
    ):
        assert ada.get(page).status_code == 404
    person = illinois_contributor()
    assert (
        ada.post(f"/secure-communities/desk/people/{person.pk}/", {"act": "crown"}).status_code
        == 404
    )


def test_an_administrator_of_a_state_keeps_the_people_of_that_state(client: Client) -> None:
    sign_in(client, make_person("administrator", "17", name="Ilse Amat"))
    near, far = illinois_reviewer(), texas_reviewer()
    said = client.get("/secure-communities/desk/people/").text
    assert "Rosa Villanueva" in said
    assert "Tomas Hale" not in said
    assert client.get(f"/secure-communities/desk/people/{near.pk}/").status_code == 200
    assert client.get(f"/secure-communities/desk/people/{far.pk}/").status_code == 403
    assert (
        client.post(
            "/secure-communities/desk/people/invite/", {**OFFER, "region": "Texas"}
        ).status_code
        == 403
    )
    assert client.post("/secure-communities/desk/people/invite/", OFFER).status_code == 302
    assert client.get("/secure-communities/desk/programs/").status_code == 403
    give = {"act": "give", "role": "editor", "region": "US"}
    assert client.post(f"/secure-communities/desk/people/{near.pk}/", give).status_code == 403


def test_a_program_is_edited_and_what_stood_before_is_kept(ada: Client) -> None:
    page = "/secure-communities/desk/programs/secure-communities/"
    told = {"name": "S-Comm", "name_es": "Comunidades", "opening_on": "2010-09-28"}
    assert ada.post(page, told)["Location"] == page
    program = Program.objects.get()
    assert (program.name, str(program.opening_on), program.agency) == ("S-Comm", "2010-09-28", "")
    act = Act.objects.get(program=program)
    assert act.detail["name"] == ["Secure Communities", "S-Comm"]
    assert "<del>Secure Communities</del>" in ada.get(page).text
    ada.post(page, told)
    assert Act.objects.count() == 1
    assert "S-Comm, day by day" in Client().get("/secure-communities/").text


def test_a_program_needs_a_name_and_an_opening_day_that_is_one(ada: Client) -> None:
    said = ada.post(
        "/secure-communities/desk/programs/secure-communities/", {"opening_on": "yesterday"}
    ).text
    assert 'id="id_name_error"' in said
    assert 'id="id_opening_on_error"' in said
    assert ada.get("/secure-communities/desk/programs/nowhere/").status_code == 404


def test_loading_the_shipped_facts_leaves_what_an_administrator_wrote(ada: Client) -> None:
    texts = dict.fromkeys(("name", "name_es", "agency"), "Ours")
    ada.post("/secure-communities/desk/programs/secure-communities/", texts)
    program = record_program(SHIPPED / "program.json")
    assert (program.name, program.agency, program.summary) == ("Ours", "Ours", "")


def test_what_cannot_be_invited_or_given_is_said_beside_its_field(ada: Client) -> None:
    taken = make_person(email="has@example.org")
    said = ada.post(
        "/secure-communities/desk/people/invite/", {**OFFER, "email": "has@example.org"}
    ).text
    assert 'id="id_email_error"' in said
    page = f"/secure-communities/desk/people/{taken.pk}/"
    wrong = ada.post(page, {"act": "give", "role": "king", "region": "17"})
    assert wrong.status_code == 400
    assert 'id="id_role_error"' in wrong.text
    assert ada.post(page, {"act": "end", "role": "12345"}).status_code == 302
    sign_in(other := Client(), taken)
    other.post("/account/leave/", {"sure": "1"})
    gone = ada.post(page, {"act": "give", "role": "editor", "region": "17"})
    assert "has left and can hold no role" in gone.text


def test_an_invitation_that_is_gone_is_neither_sent_nor_taken_back(ada: Client) -> None:
    ada.post("/secure-communities/desk/people/invite/", OFFER)
    taken = Invitation.objects.get()
    Invitation.objects.update(accepted_at=taken.invited_at)
    page = f"/secure-communities/desk/people/invitations/{taken.pk}/"
    assert "was accepted" in ada.post(page, {"act": "renew"}, follow=True).text
    assert ada.post(page, {"act": "frame"}).status_code == 404
    assert (
        ada.post("/secure-communities/desk/people/invitations/99999/", {"act": "renew"}).status_code
        == 404
    )


def test_a_text_that_is_too_long_is_refused_beside_its_field(ada: Client) -> None:
    long = {"name": "x" * 101}
    said = ada.post("/secure-communities/desk/programs/secure-communities/", long).text
    assert "1 character too long" in said
    assert "Secure Communities" in ada.get("/secure-communities/desk/programs/").text
