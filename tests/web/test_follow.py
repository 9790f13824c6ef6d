"""Following by mail: one confirmation, a button to press, one click to leave, nothing told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from io import StringIO
from typing import Any

import pytest
from django.conf import settings as project
from django.core import mail, signing
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from jurisdictions import tasks
from jurisdictions.models import Follower, FollowerMail, Job
from jurisdictions.record.following.looking import forget_followers
from jurisdictions.web.follow import form, links
from jurisdictions.web.tips import form as public_form
from tests.people import make_person, sign_in

pytestmark = [pytest.mark.postgresql, pytest.mark.usefixtures("shipped")]
ADDRESS = "ana@example.org"
COOK = {"place": "17031", "program": "", "agency": ""}
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[float]:
    """The moment by which everything is dated; a test moves it on. Mails arrive."""
    settings.MAILS_ARRIVE = True
    moment = [1_800_000_000.0]
    monkeypatch.setattr(signing.time, "time", lambda: moment[0])
    for module in (public_form, form, links):
        monkeypatch.setattr(module, "now", lambda: datetime.fromtimestamp(moment[0], UTC))
    monkeypatch.setattr(tasks, "_now", lambda: datetime.fromtimestamp(moment[0], UTC))
    return moment


@pytest.fixture
def client() -> Client:
    """A browser that would send the usual token if it had one."""
    return Client(enforce_csrf_checks=True)


def ask(client: Client, clock: list[float], prefix: str = "", **sent: str) -> Any:
    """Open the form, read it for a while, send it."""
    asked = {**COOK, **{name: sent[name] for name in COOK if name in sent}}
    page = client.get(f"{prefix}/follow/", asked).text
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    clock[0] += 60
    written = {"address": ADDRESS, **asked, "token": unescape(found[1]), **sent}
    return client.post(f"{prefix}/follow/", written)


def post() -> list[Any]:
    """The worker does what was asked; answers every mail so far."""
    for job in Job.objects.filter(kind="followers"):
        tasks.KINDS[job.kind](job.arguments, lambda done: None)
        job.delete()
    return mail.outbox


def link(kind: str, number: int = -1) -> str:
    """The path of a link in a mail."""
    found = re.search(rf"http://127\.0\.0\.1:8000(\S*/mail/{kind}/\S+)", mail.outbox[number].body)
    assert found
    return found[1]


def confirmed(client: Client, clock: list[float], **sent: str) -> str:
    """Somebody follows; the path by which they leave."""
    ask(client, clock, **sent)
    post()
    assert client.post(link("confirm")).status_code == 200
    return link("leave")


def everything_kept() -> str:
    """Every value of every table."""
    rows: list[Any] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("jurisdictions_follower", "jurisdictions_job")):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own tables
                rows += cursor.fetchall()
    return repr(rows)


def test_an_address_is_mailed_once_and_nothing_more_until_its_owner_presses_the_button(
    client: Client, clock: list[float]
) -> None:
    answer = ask(client, clock, weekly="1", plain="1")
    assert answer.status_code == 303
    assert "press the button" in client.get(answer["Location"]).text
    (sent,) = post()
    assert sent.to == [ADDRESS]
    assert sent.alternatives == []
    assert "Cook County, Illinois" in sent.subject
    for _again in range(2):  # a program that opens links before their reader does
        assert "Yes, send me these mails" in client.get(link("confirm")).text
        assert client.head(link("confirm")).status_code == 200
    follower = Follower.objects.get()
    assert follower.confirmed_at is None
    for _again in range(2):
        assert "is confirmed" in client.post(link("confirm")).text
    assert "is confirmed" in client.get(link("confirm")).text
    follower.refresh_from_db()
    assert follower.confirmed_at is not None
    assert (follower.geoid, follower.weekly, follower.plain) == ("17031", True, True)
    assert follower.told == "secure-communities:1"
    assert len(post()) == 1
    assert not client.cookies


def test_one_click_deletes_the_address_and_all_that_was_kept(
    client: Client, clock: list[float]
) -> None:
    way = confirmed(client, clock)
    sent = mail.outbox[-1].extra_headers
    assert sent["List-Unsubscribe"] == f"<http://127.0.0.1:8000{way}>"
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert ADDRESS in everything_kept()
    assert "Cook County" in client.get(way).text
    assert Follower.objects.exists()
    for _again in range(2):
        assert client.post(way, ONE_CLICK).status_code == 200
        assert ADDRESS not in everything_kept()
        assert not Follower.objects.exists()
    assert client.get(way).status_code == 404
    assert client.post(link("confirm")).status_code == 404


def test_who_follows_more_can_leave_it_all_at_once(client: Client, clock: list[float]) -> None:
    confirmed(client, clock)
    way = confirmed(client, clock, place="06075")
    assert "this and one more" in client.get(way).text
    client.post(way, ONE_CLICK)
    assert [one.geoid for one in Follower.objects.all()] == ["17031"]
    other = confirmed(client, clock, place="06075")
    client.post(other, {"everything": "1"})
    assert not Follower.objects.exists()


def test_the_owner_of_an_address_can_delete_it_before_confirming(
    client: Client, clock: list[float]
) -> None:
    ask(client, clock)
    post()
    client.post(link("leave"), ONE_CLICK)
    assert ADDRESS not in everything_kept()


def test_what_is_not_confirmed_in_two_days_is_deleted(client: Client, clock: list[float]) -> None:
    ask(client, clock)
    post()
    clock[0] += timedelta(days=2).total_seconds() + 1
    for method in (client.get, client.post):
        assert method(link("confirm")).status_code == 404
    at = datetime.fromtimestamp(clock[0], UTC)
    forget_followers(at=at)
    assert ADDRESS not in everything_kept()


def test_the_form_tells_nobody_who_follows_already(client: Client, clock: list[float]) -> None:
    confirmed(client, clock)
    known, unknown = ask(client, clock), ask(client, clock, address="other@example.org")
    assert known["Location"] == unknown["Location"]
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert [one.to[0] for one in post()[1:]] == [ADDRESS, "other@example.org"]
    assert mail.outbox[1].subject == mail.outbox[2].subject


def test_who_asks_again_before_confirming_changes_how_and_gets_no_second_mail(
    client: Client, clock: list[float]
) -> None:
    ask(client, clock)
    ask(client, clock, weekly="1", address=" ANA@Example.org ")
    assert len(post()) == 1
    assert Follower.objects.get().weekly


def test_who_confirms_anew_follows_once_as_they_chose_last(
    client: Client, clock: list[float]
) -> None:
    before = confirmed(client, clock)
    confirmed(client, clock, weekly="1", language="es")
    kept = Follower.objects.get()
    assert (kept.weekly, kept.language) == (True, "es")
    assert client.get(before).status_code == 404


@pytest.mark.parametrize(
    "written",
    [
        *("", "ana", "ana@", "a b@example.org", '"a b"@example.org', "@b.c", "ñ@example.org"),
        "a@b.c\nBcc: d@example.org",
    ],
)
def test_what_is_no_address_comes_back_with_the_reason(
    client: Client, clock: list[float], written: str
) -> None:
    answer = ask(client, clock, address=written)
    assert answer.status_code == 400
    assert "Write your e-mail address like" in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert not Follower.objects.exists()


def test_a_domain_with_other_letters_is_kept_as_mail_servers_know_it(
    client: Client, clock: list[float]
) -> None:
    ask(client, clock, address="ana@Añil.example")
    assert Follower.objects.get().address == "ana@xn--ail-7ma.example"
    assert post()[0].to == ["ana@xn--ail-7ma.example"]


def test_the_trap_and_haste_are_refused(client: Client, clock: list[float]) -> None:
    assert ask(client, clock, homepage="https://example.org").status_code == 400
    clock[0] -= 59
    assert ask(client, clock, token="guessed").status_code == 400
    assert not Follower.objects.exists()


def test_a_network_may_ask_so_often_in_an_hour_and_an_address_be_mailed_so_often_in_a_day(
    client: Client, clock: list[float], settings: Any
) -> None:
    settings.PUBLIC_MESSAGES = 8
    states = ["01", "02", "04", "05", "06", "08", "09", "10"]
    assert {ask(client, clock, place=state).status_code for state in states} == {303}
    assert len(post()) == 5
    refused = ask(client, clock, place="17")
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0


@pytest.mark.parametrize(
    "query",
    [
        {"place": "99999"},
        {"place": "17031", "agency": "x"},
        {"program": "nothing"},
        {"agency": "il-zion-police"},
    ],
)
def test_nothing_is_followed_that_is_not_on_record(client: Client, query: dict[str, str]) -> None:
    assert client.get("/follow/", query).status_code == 404


def test_without_a_mail_server_the_page_says_so_and_names_the_feed(
    client: Client, settings: Any
) -> None:
    settings.MAILS_ARRIVE = False
    page = client.get("/follow/", COOK).text
    assert "sends no mails" in page
    assert "<form class=" not in page
    assert "/secure-communities/feed.atom?place=17031" in page
    assert client.post("/follow/", {**COOK, "address": ADDRESS}).status_code == 503
    assert not Follower.objects.exists()


def test_the_outbox_is_named_where_mails_are_shown(client: Client, settings: Any) -> None:
    settings.DEV_OUTBOX = True
    assert "/dev/outbox/" in client.get("/follow/thanks/", COOK).text


def test_tokens_are_kept_as_hashes_and_each_opens_its_own_door(
    client: Client, clock: list[float]
) -> None:
    way = confirmed(client, clock)
    token, other = way.split("/")[-2], link("confirm").split("/")[-2]
    assert len(token) == len(other) == 43
    kept = everything_kept()
    assert token not in kept
    assert other not in kept
    for wrong in (token[:-1], token.swapcase(), other, "x" * 43, "ñ", "a" * 300):
        assert client.get(f"/mail/leave/{wrong}/").status_code == 404
        client.post(f"/mail/leave/{wrong}/", ONE_CLICK)
    assert Follower.objects.exists()


def test_links_go_on_working_when_the_key_is_another_and_are_made_anew_when_it_is_lost(
    client: Client, clock: list[float], settings: Any
) -> None:
    way = confirmed(client, clock)
    key = project.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another" * 9, [key]
    ask(client, clock)
    assert link("leave", len(post()) - 1) != way
    assert client.get(way).status_code == 200
    FollowerMail.objects.all().delete()
    settings.SECRET_KEY_FALLBACKS = []
    ask(client, clock, address="lost@example.org")
    settings.SECRET_KEY = "a third" * 9
    post()
    assert "Yes, send me" in client.get(link("confirm")).text


def test_no_page_of_a_mail_tells_its_address_on(client: Client, clock: list[float]) -> None:
    way = confirmed(client, clock)
    for page in (client.get(way), client.get(link("confirm")), client.get("/follow/", COOK)):
        assert page["Referrer-Policy"] == "no-referrer"
        assert page["Cache-Control"] == "no-store"
        assert '<meta name="robots" content="noindex">' in page.text


def test_it_is_all_in_spanish_for_who_asks_in_spanish(client: Client, clock: list[float]) -> None:
    answer = ask(client, clock, prefix="/es", language="es")
    assert answer["Location"].startswith("/es/follow/thanks/")
    (sent,) = post()
    assert sent.subject == "Por favor, confirme: correos sobre Condado de Cook, Illinois"
    assert 'lang="es"' in sent.alternatives[0][0]
    assert link("confirm").startswith("/es/mail/confirm/")
    assert "Su dirección está confirmada" in client.post(link("confirm")).text
    assert "Ya no recibirá" in client.post(link("leave")).text


@pytest.mark.parametrize(
    ("page", "way"),
    [
        ("/places/17031-cook-county-illinois/", "/follow/?place=17031"),
        ("/places/17-illinois/", "/follow/?place=17"),
        ("/secure-communities/changes/", "/follow/?program=secure-communities"),
        ("/secure-communities/changes/?state=IL", "/follow/?program=secure-communities&place=17"),
    ],
)
def test_pages_lead_to_the_form(client: Client, page: str, way: str) -> None:
    found = re.search(r'<a href="([^"]+)">Follow by mail</a>', client.get(page).text)
    assert found
    assert unescape(found[1]) == way
    assert client.get(way).status_code == 200


def test_an_operator_deletes_an_address_by_hand(client: Client, clock: list[float]) -> None:
    confirmed(client, clock)
    confirmed(client, clock, place="17")
    for said in ("2 things", "follows nothing"):
        told = StringIO()
        call_command("forget_address", "Ana@example.org", stdout=told)
        assert said in told.getvalue()
    assert ADDRESS not in everything_kept()
    with pytest.raises(CommandError, match="Write your e-mail address"):
        call_command("forget_address", "ana")


def test_the_desk_tells_how_many_follow_and_no_address(client: Client, clock: list[float]) -> None:
    confirmed(client, clock)
    ask(client, clock, place="17")
    ada = sign_in(Client(), make_person("administrator", "US"))
    page = ada.get("/secure-communities/desk/people/").text
    assert "Confirmed: 1. Not confirmed yet: 1." in page
    assert ADDRESS not in page


def test_a_sentence_in_spanish_names_what_is_followed_as_sentences_do(client: Client) -> None:
    told = client.get("/es/follow/?place=17031").text
    assert "Va a seguir: el condado de Cook, Illinois." in told
    assert '">Condado de Cook, Illinois</a></p>' in told
