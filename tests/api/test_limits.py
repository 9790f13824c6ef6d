"""How much one network may ask, and what it is told."""

from __future__ import annotations

import json

import pytest
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from jurisdictions.api import throttle
from tracker.environment import count

HEADERS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")


@pytest.fixture(autouse=True)
def three_requests(settings, monkeypatch):
    """Three requests in a minute, of which ten seconds are gone; the clock stands still."""
    settings.API_REQUESTS = 3
    monkeypatch.setattr(throttle, "time", lambda: 6_000_010.0)
    caches["limits"].clear()
    yield
    caches["limits"].clear()


def test_every_answer_says_how_much_is_left(api):
    answers = [api.get("summary/") for _ in range(3)]
    told = [[answer[name] for name in HEADERS] for answer in answers]
    assert told == [["3", "2", "50"], ["3", "1", "50"], ["3", "0", "50"]]


def test_one_request_too_many_is_told_to_wait(api):
    for _ in range(3):
        api.read("editions/")
    problem = api.refused("summary/", code=429)
    assert problem["title"] == "Too many requests"
    assert "3 requests" in problem["detail"]
    response = api.get("summary/")
    assert response["Retry-After"] == response["RateLimit-Reset"] == "50"
    assert response["RateLimit-Remaining"] == "0"
    assert response["Cache-Control"] == "no-store"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Retry-After" in response["Access-Control-Expose-Headers"]


def test_the_refusal_is_told_in_the_language_asked_for(api):
    for _ in range(3):
        api.get("summary/")
    english, spanish = (api.refused("summary/", code=429, lang=lang) for lang in ("en", "es"))
    assert english["detail"] != spanish["detail"]


def test_the_next_window_begins_anew(api, monkeypatch):
    for _ in range(4):
        last = api.get("summary/")
    assert last.status_code == 429
    monkeypatch.setattr(throttle, "time", lambda: 6_000_060.0)
    assert api.get("summary/")["RateLimit-Remaining"] == "2"


def test_a_reader_who_has_the_answer_may_ask_without_end(api):
    tag = api.get("summary/")["ETag"]
    for _ in range(10):
        assert api.get("summary/", headers={"If-None-Match": tag}).status_code == 304
    assert api.get("summary/")["RateLimit-Remaining"] == "1"


@pytest.mark.parametrize("address", ["nothing/", "summary/?nonsense=1", "facts/rumour/", "schema/"])
def test_refusals_and_the_schema_are_counted_too(api, address):
    for _ in range(3):
        assert api.client.get(f"/api/v1/{address}").status_code in {200, 400, 404}
    assert api.client.get(f"/api/v1/{address}").status_code == 429


def test_a_browser_that_asks_first_is_not_counted(api):
    for _ in range(5):
        assert api.client.options("/api/v1/summary/").status_code == 204
    assert api.get("summary/")["RateLimit-Remaining"] == "2"


def test_networks_are_counted_apart(api):
    for _ in range(4):
        api.client.get("/api/v1/summary/", REMOTE_ADDR="192.0.2.1")
    assert api.client.get("/api/v1/summary/", REMOTE_ADDR="192.0.2.1").status_code == 429
    assert api.client.get("/api/v1/summary/", REMOTE_ADDR="192.0.2.2").status_code == 200


def network(remote, forwarded=None):
    extra = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {}
    return throttle.network_of(
        RequestFactory().get("/secure-communities/", REMOTE_ADDR=remote, **extra)
    )


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.7", "192.0.2.1"),
        (1, None, "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "10.0.0.1, 198.51.100.7", "198.51.100.7"),
        (2, "10.0.0.1, 198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (2, "198.51.100.7", "198.51.100.7"),
        (1, "not an address", ""),
    ],
)
def test_what_a_reader_writes_of_himself_is_not_believed(settings, proxies, forwarded, expected):
    settings.PROXIES = proxies
    assert network("192.0.2.1", forwarded) == expected


def test_a_household_on_ipv6_is_one_network():
    assert network("2001:db8:1:2::1") == network("2001:db8:1:2:ffff::9")
    assert network("2001:db8:1:2::1") != network("2001:db8:1:3::1")
    assert network("::ffff:192.0.2.1") == "192.0.2.1"


def test_no_address_is_kept(api, monkeypatch):
    kept = {}
    cache = caches["limits"]
    monkeypatch.setattr(cache, "add", lambda key, value, timeout: kept.setdefault(key, value))
    monkeypatch.setattr(cache, "incr", lambda key: 1)
    api.client.get("/api/v1/summary/", REMOTE_ADDR="192.0.2.1")
    (key,) = kept
    assert "192.0.2.1" not in json.dumps(kept)
    monkeypatch.setattr(throttle, "time", lambda: 6_000_060.0)
    api.client.get("/api/v1/summary/", REMOTE_ADDR="192.0.2.1")
    assert len(kept) == 2, "the same reader has another key in the next window"
    assert key in kept


def test_a_count_that_ran_out_meanwhile_is_begun_anew(api, monkeypatch):
    cache = caches["limits"]
    incr, failed = cache.incr, []

    def gone_once(key):
        if not failed:
            failed.append(key)
            cache.delete(key)
        return incr(key)

    monkeypatch.setattr(cache, "incr", gone_once)
    assert api.get("summary/")["RateLimit-Remaining"] == "2"


def test_a_number_of_proxies_that_is_none_is_refused_by_name(monkeypatch):
    for text, expected in (("", 1), ("0", 0), ("2", 2)):
        monkeypatch.setenv("PROXIES", text)
        assert count("PROXIES", 1) == expected
    monkeypatch.setenv("PROXIES", "-1")
    with pytest.raises(ImproperlyConfigured, match="PROXIES"):
        count("PROXIES", 1)
