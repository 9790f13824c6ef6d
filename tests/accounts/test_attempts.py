"""Wrong passwords slow down whoever tries them, and keep nobody else out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from jurisdictions.web.account import attempts
from jurisdictions.web.account.attempts import ADDRESS, NETWORK, OWN, Rule
from jurisdictions.web.account.devices import COOKIE
from tests.accounts.test_signing_in import LOGIN, address
from tests.people import PASSWORD, illinois_contributor, make_person

pytestmark = pytest.mark.usefixtures("shipped")
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def email() -> str:
    return address(illinois_contributor())


WRONG = "a wrong password"


def tried(email: str, password: str = WRONG, at: str = HERE, **more: Any) -> str:
    """What the form says: "" when somebody was let in."""
    client = more.get("client") or Client()
    answer = client.post(LOGIN, {"login": email, "password": password}, REMOTE_ADDR=at)
    if answer.status_code == 302:
        return ""
    said = re.search(r"(No account has|tried too often)", answer.text)
    assert said, answer.text
    return said[1]


def let_pauses_pass() -> None:
    """As if every pause were over."""
    counts = caches["limits"]._cache  # type: ignore[attr-defined] # of the cache in memory
    for key in [key for key in counts if key.endswith(":pause")]:
        caches["limits"].delete(key.split(":", 2)[2])


@pytest.mark.made_of_rows
def test_an_attacker_elsewhere_keeps_nobody_out(email: str) -> None:
    for _ in range(20):
        last = tried(email, at=ELSEWHERE)
    assert last == "tried too often"
    assert tried(email, PASSWORD) == ""


def test_who_mistypes_waits_some_seconds_and_gets_in(email: str) -> None:
    for _ in range(5):
        assert tried(email) == "No account has"
    assert tried(email, PASSWORD) == "tried too often"
    let_pauses_pass()
    assert tried(email, PASSWORD) == ""


def test_the_wait_is_said_and_another_way_in() -> None:
    for _ in range(5):
        tried("nobody@example.org")
    answer = Client().post(
        LOGIN, {"login": "nobody@example.org", "password": "x"}, REMOTE_ADDR=HERE
    )
    assert re.search(r"Wait (10|9) seconds", answer.text)
    assert "by a link that we mail to you" in answer.text


def test_a_browser_that_signed_in_before_is_counted_by_itself(email: str) -> None:
    known = Client()
    assert tried(email, PASSWORD, client=known) == ""
    known.post("/account/logout/")
    for number in range(60):
        tried(email, at=f"198.51.100.{number}")
        let_pauses_pass()
    for _ in range(25):
        tried(email)
    assert tried(email, PASSWORD, client=known) == "", "from the network of the attacker, too"
    assert known.cookies[COOKIE]["httponly"]
    assert email not in known.cookies[COOKIE].value


def test_a_known_browser_may_not_guess_without_end(email: str) -> None:
    known = Client()
    tried(email, PASSWORD, client=known)
    known.post("/account/logout/")
    for _ in range(5):
        assert tried(email, client=known) == "No account has"
    assert tried(email, client=known) == "tried too often"


@pytest.mark.parametrize("forged", ["", "forged", "eyJhIjoiYiJ9:1:x"])
def test_a_cookie_of_anybody_s_making_is_none(email: str, forged: str) -> None:
    client = Client()
    client.cookies[COOKIE] = forged
    for _ in range(5):
        tried(email, client=client)
    assert tried(email, PASSWORD, client=client) == "tried too often"


def test_a_browser_known_to_one_account_is_not_known_to_another(email: str) -> None:
    other = address(make_person("contributor", "17"))
    client = Client()
    tried(other, PASSWORD, client=client)
    client.post("/account/logout/")
    for _ in range(5):
        tried(email, client=client)
    assert tried(email, client=client) == "tried too often"


def test_many_networks_together_are_slowed_down(email: str) -> None:
    said = [tried(email, at=f"203.0.113.{number}") for number in range(ADDRESS.at_once + 1)]
    assert said[:-1] == ["No account has"] * ADDRESS.at_once
    assert said[-1] == "tried too often"


def test_a_network_that_tries_many_addresses_is_slowed_down() -> None:
    said = [tried(f"nobody-{number}@example.org") for number in range(NETWORK.at_once + 1)]
    assert said[-1] == "tried too often"
    assert tried("nobody@example.org", at=ELSEWHERE) == "No account has"


def test_what_was_refused_makes_the_wait_no_longer(email: str) -> None:
    for _ in range(5):
        tried(email)
    for _ in range(30):
        assert tried(email, PASSWORD) == "tried too often"
    let_pauses_pass()
    assert tried(email, PASSWORD) == ""


def test_guesses_at_the_same_moment_get_one_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pause is taken before the password is looked at, so that none slips by beside it."""
    from django.utils.timezone import now

    at = now()
    for _ in range(5):
        assert attempts.Attempt("a@example.org", "n", "", at).seconds_to_wait() == 0
    let_pauses_pass()
    waits = [attempts.Attempt("a@example.org", "n", "", at).seconds_to_wait() for _ in range(4)]
    assert waits == [0, 20, 20, 20]


@pytest.mark.parametrize("rule", [OWN, NETWORK, ADDRESS])
def test_pauses_grow_to_their_most_and_stay_there(rule: Rule) -> None:
    pauses = [rule.pause(tried) for tried in range(200)]
    assert pauses[rule.at_once - 1] == 0
    assert pauses[rule.at_once] == rule.first
    assert pauses == sorted(pauses)
    assert pauses[-1] == rule.most


def test_words_and_waits_are_the_same_for_an_address_that_nobody_has(email: str) -> None:
    said = {who: [tried(who, at=at) for at in [HERE] * 7] for who in (email, "nobody@example.org")}
    assert said[email] == said["nobody@example.org"]
