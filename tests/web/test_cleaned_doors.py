"""Every door cleans what is written, and says what it took away where somebody typed it."""

from __future__ import annotations

import csv
import html
import sys
import unicodedata
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import now
from openpyxl import load_workbook

from jurisdictions import tasks
from jurisdictions.models import Job, Person, Reply, Tip, Wish
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.cleaning import clean
from jurisdictions.record.public.tips import send_tip
from tests.accounts.test_invitation_page import CHOSEN, link
from tests.people import illinois_reviewer, make_person, sign_in
from tests.web.taking import body
from tests.web.test_public_forms import COOK, REPLY, TIP, clock, post  # noqa: F401
from tests.web.writing import ASK, proposal_number, request, sent, words

pytestmark = [pytest.mark.postgresql, pytest.mark.usefixtures("shipped")]

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
    plain = client.get("/secure-communities/jurisdictions/?text=Peoria").text
    assert "Peoria County" in plain
    assert (
        "Peoria County"
        in client.get("/secure-communities/jurisdictions/?text=%EF%BB%BFPeo%00ria%E2%80%8B").text
    )
    found = client.get("/api/v1/status/?text=%00Peoria").json()
    assert found["results"] == client.get("/api/v1/status/?text=Peoria").json()["results"]


@pytest.mark.usefixtures("shipped")
def test_a_parameter_of_the_api_that_is_controls_alone_is_no_value(client: Client) -> None:
    refused = client.get("/api/v1/editions/?labels=%01")
    assert (refused.status_code, refused.json()["parameter"]) == (400, "labels")
    assert client.get("/api/v1/editions/?labels=").status_code == 200


@pytest.mark.parametrize(
    "path", ["/secure-communities/history/opt_out%3Ax%00/", "/es/%0A", "/api/v1/status/%1f/"]
)
def test_nothing_lies_at_an_address_with_controls(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert ("json" in answer["Content-Type"]) is path.startswith("/api/")


def test_a_text_of_every_kind_of_sign_goes_through_every_door_and_out_again(
    client: Client,
) -> None:
    kinds = {unicodedata.category(chr(n)): chr(n) for n in range(sys.maxunicode, 0, -1)}
    text = f"Before {''.join(kinds.values())} \U0001f600 中 \uf0b7 \x01 after"
    correct_fact(
        program="secure-communities",
        name="opt_out:illinois-2011:1",
        cells={"summary": text},
        by="Ana",
        reason=text,
        at=now(),
    )
    page = client.get("/places/17-illinois/")
    assert clean(text) in html.unescape(page.text)
    assert body(client.get("/secure-communities/places/17.pdf")).startswith(b"%PDF-")
    assert body(client.get("/secure-communities/requests/illinois-2011.pdf")).startswith(b"%PDF-")
    dossier = ZipFile(BytesIO(body(client.get("/secure-communities/requests/illinois-2011.zip"))))
    facts = next(name for name in dossier.namelist() if name.endswith("facts.csv"))
    lines = csv.DictReader(StringIO(dossier.read(facts).decode(), newline=""))
    assert any(row["summary"] == clean(text) for row in lines)
    book = load_workbook(BytesIO(body(client.get("/secure-communities/places/17.xlsx"))))
    found = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    assert clean(text) in found


def test_a_mail_about_such_a_text_is_sent() -> None:
    reader = illinois_reviewer()
    text = "\U0001f600 \ufeff\x01 中\r\nBcc: all@example.org"
    send_tip(
        program="secure-communities",
        geoid="17031",
        fact="",
        text=text,
        evidence="",
        language="en",
        at=now(),
    )
    tasks.mail_job(Job.objects.get(kind="mail").arguments, print)
    sent_mail = mail.outbox[0]
    assert "\U0001f600  中" in sent_mail.body
    assert sent_mail.recipients() == [reader.account.email]  # type: ignore[union-attr]
    assert b"Subject" in sent_mail.message().as_bytes()
