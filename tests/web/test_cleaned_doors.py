"""Every door cleans what is written, and says what it took away where somebody typed it."""

from __future__ import annotations

import pytest
from django.test import Client

from jurisdictions.models import Person, Reply, Tip, Wish
from tests.accounts.test_invitation_page import CHOSEN, link
from tests.people import make_person, sign_in
from tests.web.test_public_forms import COOK, REPLY, TIP, clock, post  # noqa: F401
from tests.web.writing import ASK, proposal_number, request, sent, words

pytestmark = pytest.mark.usefixtures("shipped")

DIRTY = "\ufeffIt \x01asked\u202e.\uf0b7"
CLEAN = "It asked.•"


@pytest.fixture
def texan(client: Client) -> Client:
    return sign_in(client, make_person("contributor", "48", name="Tess Contreras"))


def test_a_fact_typed_with_unseen_signs_is_proposed_without_and_told_so(texan: Client) -> None:
    typed = request(**{"f-0-summary": DIRTY, "s-0-title": "\u200bCommissioners ask"})
    looked_at = texan.post(ASK, {**typed, "do": "preview"})
    assert "4 signs that nobody sees were taken away: U+0001, U+200B, U+202E, U+FEFF." in words(
        looked_at
    )
    assert "U+F0B7 → •." in words(looked_at)
    number = proposal_number(sent(texan, ASK, typed))
    cells = [wish.cells for wish in Wish.objects.filter(proposal=number).order_by("position")]
    assert cells[0]["title"] == "Commissioners ask"
    assert cells[1]["summary"] == CLEAN


def test_the_public_is_told_on_the_page_of_thanks(client: Client, clock: list[float]) -> None:  # noqa: F811
    answer = post(client, "wrong", {**TIP, "text": DIRTY}, clock)
    assert Tip.objects.get().text == CLEAN
    assert "Signs that nobody sees" in client.get(answer["Location"]).text
    plain = post(client, "wrong", TIP, clock)
    assert "Signs that nobody sees" not in client.get(plain["Location"]).text


def test_a_form_of_the_public_that_comes_back_says_it_too(
    client: Client,
    clock: list[float],  # noqa: F811
) -> None:
    answer = post(client, "reply", {**REPLY, "office": DIRTY, "contact": ""}, clock)
    assert answer.status_code == 400
    assert "U+0001, U+202E, U+FEFF." in answer.text
    assert CLEAN in answer.text
    assert not Reply.objects.exists()


def test_a_name_is_cleaned_and_a_password_is_not(client: Client) -> None:
    password = "an\u200batlas kept by many hands"
    form = {**CHOSEN, "name": "\ufeffNora\u202e Quist", "password": password, "again": password}
    client.post(link(), form)
    person = Person.objects.get(name="Nora Quist")
    assert person.account is not None
    assert person.account.check_password(password)


def test_parameters_of_an_address_are_cleaned(client: Client) -> None:
    plain = client.get("/jurisdictions/?text=Peoria").text
    assert "Peoria County" in plain
    assert "Peoria County" in client.get("/jurisdictions/?text=%EF%BB%BFPeo%00ria%E2%80%8B").text
    found = client.get("/api/v1/status/?text=%00Peoria").json()
    assert found["results"] == client.get("/api/v1/status/?text=Peoria").json()["results"]


@pytest.mark.parametrize("path", ["/history/opt_out%3Ax%00/", "/es/%0A", "/api/v1/status/%1f/"])
def test_nothing_lies_at_an_address_with_controls(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
