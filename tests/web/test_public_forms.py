"""The forms of the public: no account, no cookie, nothing lost, no trace of who writes."""

from __future__ import annotations

import errno
import json
import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.core import signing
from django.core.cache import caches
from django.db import OperationalError
from django.test import Client

from jurisdictions.models import Reply, Tip
from jurisdictions.web.tips import form as public_form

pytestmark = [pytest.mark.postgresql, pytest.mark.usefixtures("shipped")]

COOK = "/places/17031-cook-county-illinois/"
FACT = "opt_out:illinois-2011:1"
TIP = {"text": "The letter is of May 3.", "evidence": "https://example.org/letter"}
REPLY = {
    "office": "Office of the Sheriff",
    "text": "No hold was honored.",
    "text_es": "",
    "contact": "312-555-0100",
}
FORMS = [("wrong", TIP), ("reply", REPLY)]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The moment by which tokens are dated and messages counted; a test moves it on.

    An hour begins with it: what is counted by the hour runs out under no test.
    """
    moment = [1_800_000_000.0]
    monkeypatch.setattr(signing.time, "time", lambda: moment[0])
    monkeypatch.setattr(public_form, "now", lambda: datetime.fromtimestamp(moment[0], UTC))
    return moment


@pytest.fixture
def client() -> Client:
    """A browser that would send the usual token if it had one."""
    return Client(enforce_csrf_checks=True)


def token_in(page: Any) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page.text)
    assert found
    return unescape(found[1])


def post(
    client: Client, form: str, written: dict[str, str], clock: list[float], **more: Any
) -> Any:
    """Open the form, read it for a while, send it."""
    token = token_in(client.get(f"{more.pop('prefix', '')}/secure-communities{COOK}{form}/"))
    clock[0] += more.pop("after", 60)
    return client.post(f"/secure-communities{COOK}{form}/", {**written, "token": token, **more})


@pytest.mark.parametrize(("form", "written"), FORMS)
def test_a_form_is_sent_without_account_and_leads_to_what_happens_next(
    client: Client, clock: list[float], form: str, written: dict[str, str]
) -> None:
    answer = post(client, form, written, clock)
    assert answer.status_code == 303
    assert answer["Location"] == f"/secure-communities{COOK}{form}/thanks/"
    assert "What happens next" in client.get(answer["Location"]).text
    model: Any = Tip if form == "wrong" else Reply
    assert model.objects.get().text == written["text"]


@pytest.mark.parametrize(("form", "written"), FORMS)
def test_no_page_of_a_form_sets_a_cookie(
    client: Client, clock: list[float], form: str, written: dict[str, str]
) -> None:
    pages = [
        client.get(f"/secure-communities{COOK}{form}/"),
        post(client, form, {}, clock),
        post(client, form, written, clock),
        client.get(f"/secure-communities{COOK}{form}/thanks/"),
        client.get(COOK),
    ]
    assert [page.status_code for page in pages] == [200, 400, 303, 200, 200]
    assert not client.cookies
    for page in pages:
        assert page.status_code != 200 or "Cookie" in page.headers["Vary"]


def test_the_fact_that_the_link_names_is_chosen_and_kept(
    client: Client, clock: list[float]
) -> None:
    page = client.get(f"/secure-communities{COOK}wrong/", {"fact": FACT})
    assert re.search(rf'<option value="{FACT}" selected>', page.text)
    post(client, "wrong", TIP, clock, fact=FACT)
    assert Tip.objects.get().fact == FACT


def test_a_fact_that_was_never_on_record_is_none(client: Client, clock: list[float]) -> None:
    assert (
        client.get(f"/secure-communities{COOK}wrong/", {"fact": "opt_out:nowhere:1\0"}).status_code
        == 200
    )
    post(client, "wrong", TIP, clock, fact="opt_out:nowhere:1")
    assert Tip.objects.get().fact == ""


@pytest.mark.parametrize(("form", "written"), FORMS)
def test_a_form_sent_faster_than_a_person_writes_comes_back_and_can_then_be_sent(
    client: Client, clock: list[float], form: str, written: dict[str, str]
) -> None:
    back = post(client, form, written, clock, after=2)
    assert back.status_code == 400
    assert "faster than a person writes" in back.text
    assert written["text"] in unescape(back.text)
    clock[0] += 5
    again = client.post(f"/secure-communities{COOK}{form}/", {**written, "token": token_in(back)})
    assert again.status_code == 303


@pytest.mark.parametrize(("form", "written"), FORMS)
def test_a_form_that_was_open_for_too_long_comes_back_with_its_text_and_a_fresh_token(
    client: Client, clock: list[float], form: str, written: dict[str, str]
) -> None:
    back = post(client, form, written, clock, after=public_form.OLDEST_SECONDS + 1)
    assert back.status_code == 400
    assert "open for too long" in back.text
    for text in written.values():
        assert text in unescape(back.text)
    clock[0] += 5
    assert (
        client.post(
            f"/secure-communities{COOK}{form}/", {**written, "token": token_in(back)}
        ).status_code
        == 303
    )


@pytest.mark.parametrize("token", ["", "nonsense", "1abc:def"])
def test_a_form_without_a_token_of_ours_comes_back(client: Client, token: str) -> None:
    back = client.post(f"/secure-communities{COOK}wrong/", {**TIP, "token": token})
    assert back.status_code == 400
    assert TIP["text"] in back.text
    assert not Tip.objects.exists()


def test_a_token_of_another_place_or_form_is_none_of_this_one(
    client: Client, clock: list[float]
) -> None:
    token = token_in(client.get(f"/secure-communities{COOK}reply/"))
    clock[0] += 60
    assert (
        client.post(f"/secure-communities{COOK}wrong/", {**TIP, "token": token}).status_code == 400
    )
    other = "/secure-communities/places/48201-harris-county-texas/reply/"
    assert client.post(other, {**REPLY, "token": token}).status_code == 400


def test_who_fills_in_the_hidden_field_is_asked_again(client: Client, clock: list[float]) -> None:
    back = post(client, "wrong", TIP, clock, **{public_form.TRAP: "https://buy.example"})
    assert back.status_code == 400
    assert "https://buy.example" not in back.text
    assert TIP["text"] in back.text
    assert not Tip.objects.exists()


def test_the_hidden_field_is_hidden_from_people_and_from_screen_readers(client: Client) -> None:
    page = client.get(f"/secure-communities{COOK}wrong/").text
    trap = page.split('class="letter-trap"')[1].split("</div>")[0]
    assert trap.startswith(' aria-hidden="true"')
    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap


def test_what_is_wrong_with_a_form_is_said_at_the_top_and_at_the_field(
    client: Client, clock: list[float]
) -> None:
    back = post(client, "wrong", {"evidence": "page 4"}, clock)
    assert back.status_code == 400
    assert '<a href="#letter-text">Say what is wrong.</a>' in back.text
    assert 'aria-describedby="letter-text-help letter-text-fault" aria-invalid="true"' in back.text
    assert ">page 4</textarea>" in back.text


def test_one_message_too_many_comes_back_with_its_text_and_says_when(
    client: Client, clock: list[float], settings: Any
) -> None:
    settings.PUBLIC_MESSAGES = 2
    for number in range(2):
        assert post(client, "wrong", {"text": f"Tip {number}"}, clock).status_code == 303
    back = post(client, "wrong", TIP, clock)
    assert back.status_code == 429
    assert 0 < int(back["Retry-After"]) <= 3600
    assert "send it again in" in back.text
    assert TIP["text"] in back.text
    assert Tip.objects.count() == 2


def test_another_network_is_not_held_up(client: Client, clock: list[float], settings: Any) -> None:
    settings.PUBLIC_MESSAGES = 1
    post(client, "wrong", TIP, clock)
    token = token_in(client.get(f"/secure-communities{COOK}wrong/"))
    clock[0] += 60
    other = {"text": "Another.", "token": token}
    assert (
        client.post(f"/secure-communities{COOK}wrong/", other, REMOTE_ADDR="192.0.2.9").status_code
        == 303
    )


def test_a_form_that_was_refused_is_not_counted(
    client: Client, clock: list[float], settings: Any
) -> None:
    settings.PUBLIC_MESSAGES = 1
    for _again in range(3):
        assert post(client, "wrong", {"text": ""}, clock).status_code == 400
    assert post(client, "wrong", TIP, clock).status_code == 303


def test_no_address_is_kept_not_even_where_messages_are_counted(
    client: Client, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, Any] = {}
    counts = caches["limits"]
    add = counts.add

    def note(key: str, value: Any, timeout: int, **more: Any) -> Any:
        kept[key] = (value, timeout)
        return add(key, value, timeout, **more)

    monkeypatch.setattr(counts, "add", note)
    token = token_in(client.get(f"/secure-communities{COOK}wrong/"))
    clock[0] += 60
    client.post(
        f"/secure-communities{COOK}wrong/", {**TIP, "token": token}, REMOTE_ADDR="192.0.2.1"
    )
    assert kept
    assert "192.0.2" not in json.dumps(kept, default=repr)
    assert all(timeout <= 3600 for _value, timeout in kept.values())


def test_both_forms_speak_spanish(client: Client, clock: list[float]) -> None:
    token = token_in(client.get(f"/es/secure-communities{COOK}wrong/"))
    clock[0] += 60
    answer = client.post(f"/es/secure-communities{COOK}wrong/", {**TIP, "token": token})
    assert answer["Location"] == f"/es/secure-communities{COOK}wrong/thanks/"
    assert Tip.objects.get().language == "es"
    assert client.get(f"/es/secure-communities{COOK}reply/").headers["Content-Language"] == "es"


@pytest.mark.parametrize("form", ["wrong", "reply"])
def test_an_old_address_of_a_form_leads_to_the_readable_one(client: Client, form: str) -> None:
    answer = client.get(f"/secure-communities/places/17031-cook/{form}/?fact={FACT}")
    assert answer.status_code == 301
    assert (
        answer["Location"] == f"/secure-communities{COOK}{form}/?fact=opt_out%3Aillinois-2011%3A1"
    )


@pytest.mark.parametrize("form", ["wrong", "reply"])
def test_there_is_no_form_for_a_place_that_is_not_on_record(client: Client, form: str) -> None:
    assert client.get(f"/secure-communities/places/99999-nowhere/{form}/").status_code == 404
    assert client.put(f"/secure-communities{COOK}{form}/").status_code == 405


def test_tips_of_a_network_leave_its_right_of_reply_open(
    client: Client, clock: list[float], settings: Any
) -> None:
    settings.PUBLIC_MESSAGES = 1
    assert post(client, "wrong", TIP, clock).status_code == 303
    assert post(client, "wrong", {**TIP, "text": "Another."}, clock).status_code == 429
    assert post(client, "reply", REPLY, clock).status_code == 303
    assert post(client, "reply", {**REPLY, "text": "Another."}, clock).status_code == 429


@pytest.mark.parametrize(("form", "written"), FORMS)
@pytest.mark.parametrize(
    "wrong",
    [
        OperationalError("database or disk is full"),
        OSError(errno.ENOSPC, "No space left on device"),
    ],
)
def test_a_full_disk_gives_back_what_was_written_and_takes_it_later(
    client: Client,
    form: str,
    written: dict[str, str],
    wrong: Exception,
    clock: list[float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_given: Any, **_told: Any) -> None:
        raise wrong

    with monkeypatch.context() as patch:
        patch.setattr("django.db.models.query.QuerySet.create", full)
        patch.setattr("django.db.models.base.Model.save_base", full)
        answer = post(client, form, written, clock)
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    shown = unescape(answer.text)
    for text in filter(None, written.values()):
        assert text in shown
    clock[0] += 60
    again = client.post(f"/secure-communities{COOK}{form}/", {**written, "token": token_in(answer)})
    assert again.status_code == 303
