"""A form whose token is stale gives back what was typed; a foreign one is not made easy to send."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from jurisdictions.models import Proposal, Remark
from tests.people import acting, illinois_contributor, make_person, sign_in
from tests.record.wishing import proposed

pytestmark = pytest.mark.usefixtures("shipped")

TEXT = "Look at page three.\nThe date there is <another> & older."
HERE = {"origin": "http://testserver"}


@pytest.fixture
def number() -> int:
    return proposed(acting(illinois_contributor()))


@pytest.fixture
def reviewer() -> Client:
    return sign_in(Client(enforce_csrf_checks=True), make_person("reviewer", "17"))


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form that the page offers to send again."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return {name: unescape(text) for name, text in found}


@pytest.mark.postgresql
@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("token", [None, "", "stale", "x" * 64])
def test_what_was_typed_comes_back_with_a_fresh_token(
    reviewer: Client, number: int, language: str, token: str | None
) -> None:
    address = f"{language}/secure-communities/desk/proposals/{number}/remark/"
    sent = {"text": TEXT} | ({"csrfmiddlewaretoken": token} if token is not None else {})
    answer = reviewer.post(address, sent, headers=HERE)
    assert answer.status_code == 403
    assert answer["Cache-Control"] == "no-store"
    assert not Remark.objects.exists()
    assert ("This was not sent yet" in answer.text) is (language == "")
    assert f'action="{address}"' in answer.text
    back = fields(answer.text)
    assert back["text"] == TEXT
    assert reviewer.post(address, back, headers=HERE).status_code == 303
    assert Remark.objects.get().text == TEXT


def test_every_value_of_a_name_comes_back(reviewer: Client, number: int) -> None:
    address = f"/secure-communities/desk/proposals/{number}/remark/"
    answer = reviewer.post(address, {"text": ["One of them", "Another one"]}, headers=HERE)
    assert answer.text.count('name="text"') == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"referer": "http://elsewhere.example/form"},
        {},
    ],
)
def test_what_another_site_filled_in_cannot_be_sent_with_one_button(
    reviewer: Client, number: int, headers: dict[str, str]
) -> None:
    answer = reviewer.post(
        f"/secure-communities/desk/proposals/{number}/remark/", {"text": TEXT}, headers=headers
    )
    assert answer.status_code == 403
    assert "Look at page three." in answer.text, "it can still be copied"
    assert "text" not in fields(answer.text)


@pytest.mark.parametrize("page", ["/account/login/", "/es/account/login/"])
def test_a_password_is_never_given_back(page: str) -> None:
    sent = {"login": "ines@example.org", "password": "an atlas kept by many hands"}
    answer = Client(enforce_csrf_checks=True).post(page, sent, headers=HERE)
    assert answer.status_code == 403
    assert sent["password"] not in answer.text
    assert f'href="{page}"' in answer.text


def test_what_was_typed_is_text_and_no_page(reviewer: Client, number: int) -> None:
    answer = reviewer.post(
        f"/secure-communities/desk/proposals/{number}/remark/",
        {"text": '"><script src="x"></script> and more'},
        headers=HERE,
    )
    assert "<script src" not in answer.text


@pytest.mark.postgresql
def test_a_file_has_to_be_chosen_again(reviewer: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("facts.csv", b"geoid\n17031\n")
    answer = reviewer.post(
        "/secure-communities/desk/uploads/", {"kind": "activation", "file": file}, headers=HERE
    )
    assert answer.status_code == 403
    assert 'href="/secure-communities/desk/uploads/"' in answer.text
    assert not Proposal.objects.exists()
