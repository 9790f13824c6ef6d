"""Drafts: what was written at the desk and not sent is there again, for its author alone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Draft, Person, Proposal, Remark
from jurisdictions.record import drafts
from jurisdictions.record.own_account import leave
from jurisdictions.web.desk.frame import unsent
from tests.people import acting, illinois_contributor, make_person, sign_in
from tests.record.wishing import KANE, proposed
from tests.web.writing import ASK, fields, proposal_number, request, sent, words

pytestmark = pytest.mark.usefixtures("shipped")

TEXT = "Look at page three: the date there is older."


@pytest.fixture
def author() -> Person:
    return make_person("contributor", "48", name="Ines Contreras")


@pytest.fixture
def client(author: Person) -> Client:
    return sign_in(Client(), author)


def signed_out(client: Client) -> None:
    """The session is lost; the page stays open."""
    client.cookies.pop("sessionid")


@pytest.mark.parametrize("do", ["preview", "keep", "add-fact", "nonsense"])
@pytest.mark.parametrize("language", ["", "/es"])
def test_a_form_that_was_not_sent_is_there_again(client: Client, do: str, language: str) -> None:
    sent(client, f"{language}{ASK}", request(), do)
    for again in (ASK, f"/es{ASK}"):
        page = client.get(again)
        assert request().items() <= fields(page).items()
    assert "Delete the draft" in client.get(ASK).text


def test_what_is_wrong_is_kept_too(client: Client) -> None:
    typed = request(**{"f-0-on": "some day in spring", "reason": ""})
    assert sent(client, ASK, typed).status_code == 200
    assert fields(client.get(ASK))["f-0-on"] == "some day in spring"
    assert not Proposal.objects.exists()


def test_once_it_is_sent_there_is_no_draft(client: Client) -> None:
    sent(client, ASK, request(), "preview")
    assert proposal_number(sent(client, ASK, request()))
    assert not Draft.objects.exists()
    assert fields(client.get(ASK))["f-0-on"] == ""


@pytest.mark.postgresql
def test_what_a_tip_or_the_desk_began_a_form_with_is_no_other_form(client: Client) -> None:
    sent(client, f"{ASK}?reason=A+tip+said+so.", request(), "preview")
    assert fields(client.get(ASK))["reason"] == request()["reason"]


def test_the_same_form_about_another_field_has_a_draft_of_its_own(client: Client) -> None:
    address = "/secure-communities/desk/facts/activation:48201/contradict/"
    typed = {"f-0-said": "2009", "reason": "A letter says so."}
    sent(client, f"{address}?field=activated_on", typed, "preview")
    assert fields(client.get(f"{address}?field=activated_on"))["f-0-said"] == "2009"
    assert fields(client.get(f"{address}?field=note")).get("f-0-said", "") == ""


def test_the_desk_lists_what_was_begun_and_deletes_it(client: Client, author: Person) -> None:
    sent(client, ASK, request(), "keep")
    desk = client.get("/secure-communities/desk/")
    assert "Begun and not sent" in words(desk)
    assert "Harris County, Texas" in words(desk)
    address = re.search(r'href="(/secure-communities/desk/drafts/\d+/)"', desk.text)
    assert address
    assert f'href="{ASK}"' in client.get(address[1]).text
    stranger = sign_in(Client(), make_person("contributor", "48"))
    assert stranger.get(address[1]).status_code == 404
    assert stranger.post(address[1]).status_code == 404
    assert "Begun and not sent" not in words(stranger.get("/secure-communities/desk/"))
    assert client.post(address[1])["Location"] == "/secure-communities/desk/"
    assert client.get(address[1]).status_code == 404


def test_keeping_a_form_in_which_nothing_is_written_keeps_nothing(client: Client) -> None:
    assert client.post(ASK, {"do": "keep", "base": "3"}).status_code == 303
    assert not Draft.objects.exists()


@pytest.mark.parametrize("language", ["", "/es"])
def test_a_lost_session_loses_nothing(client: Client, author: Person, language: str) -> None:
    number = proposed(acting(make_person("contributor", "48")), *_texas())
    page = client.get(f"{language}/secure-communities/desk/proposals/{number}/")
    whose = fields(page)["whose"]
    signed_out(client)
    address = f"{language}/secure-communities/desk/proposals/{number}/remark/"
    away = client.post(address, {"text": TEXT, "whose": whose})
    assert away.status_code == 302
    back = re.fullmatch(r"(?:/es)?/account/login/\?next=(.*/desk/drafts/\d+/)", away["Location"])
    assert back
    assert not Remark.objects.exists()
    sign_in(client, author)
    draft = client.get(back[1])
    assert TEXT in draft.text
    assert f'action="{address}"' in draft.text
    assert client.post(address, fields(draft)).status_code == 303
    assert Remark.objects.get().text == TEXT
    assert not Draft.objects.exists()


def test_a_lost_session_leads_back_into_the_form(client: Client, author: Person) -> None:
    typed = request(whose=fields(client.get(ASK))["whose"])
    signed_out(client)
    away = sent(client, ASK, typed)
    sign_in(client, author)
    draft = client.get(away["Location"].partition("next=")[2])
    assert f'href="{ASK}"' in draft.text
    assert request().items() <= fields(client.get(ASK)).items()


def test_who_signs_in_instead_does_not_see_it(client: Client) -> None:
    typed = request(whose=fields(client.get(ASK))["whose"])
    signed_out(client)
    away = sent(client, ASK, typed)
    other = sign_in(Client(), make_person("contributor", "48"))
    assert other.get(away["Location"].partition("next=")[2]).status_code == 404
    assert fields(other.get(ASK))["f-0-on"] == ""


@pytest.mark.parametrize("token", ["", "1", "1:2:3", "x" * 5000])
def test_nobody_has_anything_kept_for_another(author: Person, token: str) -> None:
    away = Client().post(ASK, request(whose=token))
    assert away["Location"].startswith("/account/login/?next=/secure-communities/desk/suggest/")
    assert not Draft.objects.exists()


def test_a_page_that_was_open_for_months_keeps_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = request(whose=fields(client.get(ASK))["whose"])
    signed_out(client)
    monkeypatch.setattr(unsent, "OLDEST_SECONDS", -1)
    assert sent(client, ASK, typed)["Location"].endswith(f"next={ASK}")
    assert not Draft.objects.exists()


@pytest.mark.postgresql
def test_a_note_that_could_not_be_sent_is_a_draft() -> None:
    number = proposed(acting(illinois_contributor()))
    reviewer = sign_in(Client(), make_person("reviewer", "17"))
    address = f"/secure-communities/desk/proposals/{number}/decide/"
    proposal = Proposal.objects.get()
    Proposal.objects.filter(pk=number).update(revision=proposal.revision + 1)
    answer = reviewer.post(address, {"do": "accept", "note": TEXT, "revision": "1"})
    assert answer.status_code == 409
    assert Draft.objects.get().path == address
    assert TEXT in reviewer.get("/secure-communities/desk/").text


def test_a_small_correction_is_the_draft_of_its_form() -> None:
    editor = sign_in(Client(), make_person("editor", "17"))
    typed = {"f-0-note": "By the county's own count.", "reason": ""}
    sent(editor, f"/secure-communities/desk/facts/{KANE}/small/", typed, "small")
    page = fields(editor.get(f"/secure-communities/desk/facts/{KANE}/correct/"))
    assert page["f-0-note"] == "By the county's own count."


@pytest.mark.postgresql
def test_passwords_and_tokens_are_in_no_draft(client: Client) -> None:
    sent(client, ASK, request(csrfmiddlewaretoken="t" * 32, password="secret words"), "keep")
    names = {name for name, _text in Draft.objects.get().fields}
    assert not names & {"csrfmiddlewaretoken", "password", "whose"}


def kept(person: Person, path: str = "/secure-communities/desk/x/", text: str = "x") -> int | None:
    at = timezone.now()
    return drafts.keep_draft(person=person.pk, path=path, fields=[("text", text)], at=at)


@pytest.mark.postgresql
def test_one_form_has_one_draft_and_one_person_not_too_many(author: Person) -> None:
    assert kept(author) == kept(author)
    for number in range(drafts.MOST_DRAFTS + 3):
        kept(author, f"/secure-communities/desk/{number}/")
    assert Draft.objects.count() == drafts.MOST_DRAFTS
    assert not Draft.objects.filter(path="/secure-communities/desk/x/").exists()


def test_more_than_a_form_holds_is_not_kept(author: Person) -> None:
    assert kept(author, text="x" * (drafts.MOST_CHARACTERS + 1)) is None
    assert kept(author, path="/" * 501) is None
    assert not Draft.objects.exists()


@pytest.mark.postgresql
def test_drafts_grow_old_and_leave_with_their_author(author: Person, settings: object) -> None:
    kept(author)
    now = timezone.now()
    assert drafts.sweep_drafts(at=now + timedelta(days=29)) == 0
    assert drafts.sweep_drafts(at=now + timedelta(days=31)) == 1
    kept(author)
    leave(by=acting(author), at=now)
    assert not Draft.objects.exists()


def _texas() -> list[object]:
    from jurisdictions.record.proposing.proposals import WishDraft

    return [WishDraft("correct", "", "activation:48201", {"note": "A note."})]
