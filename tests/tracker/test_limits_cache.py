"""Limits hold while Redis answers, while it is gone, and while it hangs."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from time import sleep
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from redis.exceptions import RedisError

from jurisdictions.record.counts import count_one
from tests.people import PASSWORD, illinois_contributor
from tracker import limits_cache
from tracker.limits_cache import LimitsCache


@pytest.fixture
def nobody() -> str:
    """A port that refuses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"redis://127.0.0.1:{one.getsockname()[1]}/0"


@pytest.fixture
def hanging() -> Iterator[str]:
    """A port that takes connections and never says a word."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen(50)
        yield f"redis://127.0.0.1:{one.getsockname()[1]}/0"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Redis of the test's own."""
    program = which("redis-server")
    if program is None:
        pytest.skip("needs redis-server")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    told = ["--port", str(port), "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen([program, *told], stdout=subprocess.DEVNULL)
    for _try in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                break
        sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0", process
    process.kill()
    process.wait()


def cache_at(address: str) -> LimitsCache:
    return LimitsCache(address, {"KEY_PREFIX": "test", "TIMEOUT": 60})


@pytest.mark.parametrize("away", ["nobody", "hanging"])
def test_without_redis_a_process_counts_for_itself_and_nobody_waits_twice(
    away: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = cache_at(request.getfixturevalue(away))
    cache.add("key", 0, timeout=60)
    # Asked once; from now on nobody waits for it.
    monkeypatch.setattr(cache, "shared", None)
    assert [cache.incr("key") for _ in range(5)] == [1, 2, 3, 4, 5]
    assert cache_at(cache.server).get("key") == 5, "another thread of the process counts with it"
    assert cache.decr("key") == 4
    assert cache.delete("key")


def test_a_redis_that_hangs_is_given_a_fifth_of_a_second(hanging: str) -> None:
    told = cache_at(hanging).shared._cache._get_connection_pool(write=True).connection_kwargs
    assert told["socket_timeout"] == told["socket_connect_timeout"] == 0.2
    assert told["retry"].get_retries() == 0


def test_a_redis_that_stops_is_survived_and_found_again(
    server: tuple[str, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, process = server
    cache = cache_at(address)
    cache.set("key", 1)
    assert cache.incr("key") == 2
    assert cache.shared.get("key") == 2
    process.kill()
    process.wait()
    cache.add("key", 0, timeout=60)
    assert cache.incr("key") == 1
    with pytest.raises((RedisError, OSError)):
        cache.shared.get("key")
    port = address.rpartition(":")[2].partition("/")[0]
    again = subprocess.Popen(
        [str(which("redis-server")), "--port", port, "--save", ""], stdout=subprocess.DEVNULL
    )
    try:
        monkeypatch.setitem(limits_cache._away_until, address, 0.0)
        for _try in range(100):
            cache.set("key", 7)
            if not limits_cache._away_until[address]:
                break
            monkeypatch.setitem(limits_cache._away_until, address, 0.0)
            sleep(0.05)
        assert cache.shared.get("key") == 7
    finally:
        again.kill()
        again.wait()


def test_a_count_goes_on_when_redis_goes_in_the_middle_of_it(
    nobody: str, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    cache = cache_at(nobody)
    monkeypatch.setattr(cache.shared, "add", lambda *_a, **_k: True)
    monkeypatch.setattr("jurisdictions.record.counts.caches", {"limits": cache}, raising=True)
    assert count_one("key", 60) == 1
    assert count_one("key", 60) == 2


@pytest.fixture(params=["nobody", "hanging"])
def away(request: pytest.FixtureRequest, settings: Any) -> Iterator[str]:
    """The tracker's own limits, counted in a Redis that is away."""
    address = request.getfixturevalue(request.param)
    limits = {"BACKEND": "tracker.limits_cache.LimitsCache", "LOCATION": address}
    settings.CACHES = {**settings.CACHES, "limits": limits}
    yield address
    caches["limits"].clear()


@pytest.mark.usefixtures("shipped")
def test_signing_in_works_and_stays_limited_without_redis(away: str, client: Client) -> None:
    person = illinois_contributor()
    assert person.account is not None
    form = {"login": person.account.email, "password": PASSWORD}
    assert client.post("/account/login/", form)["Location"] == "/secure-communities/desk/"
    assert client.post("/account/logout/").status_code == 302
    wrong = {**form, "password": "not the one"}
    texts = [client.post("/account/login/", wrong).text for _ in range(12)]
    assert "tried too often" in texts[-1] or "Wait" in texts[-1]


@pytest.mark.usefixtures("shipped")
def test_the_api_stays_limited_without_redis(away: str, client: Client, settings: Any) -> None:
    settings.API_REQUESTS = 3
    codes = [client.get("/api/v1/editions/").status_code for _ in range(4)]
    assert codes == [200, 200, 200, 429]
