"""What lies at an address is fetched within limits, and nothing inside the operator's network."""

from __future__ import annotations

import gzip
import socket
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest
from pytest_django import Settings as SettingsWrapper

from jurisdictions.record.fetching.exchange import Answer
from jurisdictions.record.fetching.fetch import _fetched, fetch
from jurisdictions.record.fetching.limits import Fetched, Known, Limits
from jurisdictions.record.fetching.robots import pause_if_allowed
from jurisdictions.record.fetching.targets import target_of
from jurisdictions.record.fetching.unfetched import Unfetched, Why, words_of
from tests.a_site import Page, Site, a_site

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def site(settings: SettingsWrapper) -> Iterator[Site]:
    with a_site() as one:
        settings.FETCH_TRIED_ORIGINS = [one.origin]
        yield one


def refused(address: str, **options: Any) -> Unfetched:
    with pytest.raises(Unfetched) as raised:
        fetch(address, at=NOW, **options)
    return raised.value


def tell_names(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> list[str]:
    """Let names stand for addresses, one list after the other where asked again; none connects."""
    asked = []

    def told(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        if host not in names:
            raise socket.gaierror
        kind = {True: socket.AF_INET6, False: socket.AF_INET}
        return [(kind[":" in one], 1, 6, "", (one, port)) for one in names[host]]

    monkeypatch.setattr(socket, "getaddrinfo", told)
    return asked


def test_an_answer_comes_with_what_it_calls_itself(site: Site) -> None:
    site.pages["/lists/august.xlsx"] = Page(
        b"bytes",
        headers={
            "Content-Type": "Application/Vnd.ms-excel; charset=UTF-8",
            "ETag": '"a"',
            "Last-Modified": "Thu, 26 Nov 2026 10:00:00 GMT",
        },
    )
    found = fetch(f"{site.origin}/lists/august.xlsx", at=NOW)
    address = f"{site.origin}/lists/august.xlsx"
    assert found == Fetched(
        address=address,
        final_address=address,
        content=b"bytes",
        media_type="application/vnd.ms-excel",
        charset="utf-8",
        file_name="august.xlsx",
        etag='"a"',
        last_modified="Thu, 26 Nov 2026 10:00:00 GMT",
        fetched_at=NOW,
    )
    told = site.asked[-1][1]
    assert told["user-agent"].startswith("Tracker/")
    assert "/about/" in told["user-agent"]
    assert not {"cookie", "authorization", "referer"} & set(told)


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.pages["/"] = Page(b"long", headers={"ETag": '"a"'})
    again = fetch(f"{site.origin}/", at=NOW, known=Known(etag='"a"'))
    assert (again.unchanged, again.content) == (True, b"")
    assert not fetch(f"{site.origin}/", at=NOW, known=Known(etag='"b"')).unchanged


def test_a_name_of_a_file_is_a_name_and_no_path(site: Site) -> None:
    named = {"Content-Disposition": 'attachment; filename="../../etc/pass:wd.xlsx"'}
    site.pages["/"] = Page(b"x", headers=named)
    assert fetch(f"{site.origin}/", at=NOW).file_name == "_.._etc_pass_wd.xlsx"


@pytest.mark.parametrize(
    "named",
    [
        "attachment; filename*=a; filename*0*=b",
        f"attachment; filename*{'9' * 5000}=a",
        "attachment; filename*=idna'x'%ff.%ff",
        "attachment; filename*=unicode_escape'x'%5Cud800",
        "attachment; filename*=undefined'x'%ff",
    ],
)
def test_a_header_that_cannot_be_read_is_passed_over(named: str) -> None:
    numbered = f"text/html; charset*{'9' * 5000}=a"
    kinds = {"content-type": numbered, "content-disposition": named}
    told = {**kinds, "etag": '"a\0b\r\n c"', "last-modified": "\x1b[2J"}
    answer = Answer(200, told, b"x")
    found = _fetched("https://x.org/a.csv", target_of("https://x.org/a.csv"), answer, NOW)
    assert (found.file_name, found.charset, found.media_type) == ("a.csv", "", "text/html")
    hidden = Answer(200, {**told, "content-type": "text/csv; charset*=utf-8'x'utf%00-1"}, b"x")
    assert _fetched("", target_of("https://x.org/"), hidden, NOW).charset == "utf -1"
    assert (found.etag, found.last_modified) == ('"a b  c"', "[2J")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", Why.ADDRESS),
        ("ice.gov/list.xlsx", Why.ADDRESS),
        ("ftp://ice.gov/", Why.ADDRESS),
        ("file:///etc/passwd", Why.ADDRESS),
        ("https://", Why.ADDRESS),
        ("https://ice.gov:pass/", Why.ADDRESS),
        ("https://user:word@ice.gov/", Why.ADDRESS),
        ("https://@ice.gov/", Why.ADDRESS),
        ("https://ice.gov/a b", Why.ADDRESS),
        ("https://ice.gov/\r\nHost: inside", Why.ADDRESS),
        ("https://ice.gov\\@127.0.0.1/", Why.ADDRESS),
        (f"https://ice.gov/{'a' * 2000}", Why.ADDRESS),
        ("http://ice.gov/", Why.NOT_HTTPS),
        ("https://ice.gov:8443/", Why.NOT_HTTPS),
        ("http://ice.gov:443/", Why.NOT_HTTPS),
        ("https://127.0.0.1/", Why.INSIDE),
        ("https://2130706433/", Why.INSIDE),
        ("https://0x7f.1/", Why.INSIDE),
        ("https://0/", Why.INSIDE),
        ("https://127.1/", Why.INSIDE),
        ("https://localhost/", Why.INSIDE),
        ("https://localhost./", Why.INSIDE),
        ("https://10.1.2.3/", Why.INSIDE),
        ("https://172.31.0.1/", Why.INSIDE),
        ("https://192.168.1.1/", Why.INSIDE),
        ("https://169.254.169.254/latest/meta-data/", Why.INSIDE),
        ("https://100.64.0.1/", Why.INSIDE),
        ("https://0.0.0.0/", Why.INSIDE),
        ("https://224.0.0.1/", Why.INSIDE),
        ("https://255.255.255.255/", Why.INSIDE),
        ("https://198.51.100.7/", Why.INSIDE),
        ("https://[::1]/", Why.INSIDE),
        ("https://[::]/", Why.INSIDE),
        ("https://[fe80::1]/", Why.INSIDE),
        ("https://[fec0::1]/", Why.INSIDE),
        ("https://[3fff::1]/", Why.INSIDE),
        ("https://192.88.99.1/", Why.INSIDE),
        ("https://[fd00::1]/", Why.INSIDE),
        ("https://[ff02::1]/", Why.INSIDE),
        ("https://[::ffff:127.0.0.1]/", Why.INSIDE),
        ("https://[::ffff:7f00:1]/", Why.INSIDE),
        ("https://[::ffff:0:0]/", Why.INSIDE),
        ("https://[::127.0.0.1]/", Why.INSIDE),
        ("https://[64:ff9b::a00:1]/", Why.INSIDE),
        ("https://[64:ff9b:1::a00:1]/", Why.INSIDE),
        ("https://[2002:7f00:1::]/", Why.INSIDE),
        ("https://[2001:0:7f00:1::]/", Why.INSIDE),
        ("https://[2001:db8::1]/", Why.INSIDE),
    ],
)
def test_no_other_address_is_fetched(address: str, why: Why) -> None:
    assert refused(address).why is why


@pytest.mark.parametrize(
    "addresses",
    [["93.184.215.14", "127.0.0.1"], ["2606:4700::1", "::ffff:10.0.0.1"], ["198.18.0.1"]],
)
def test_a_name_that_also_stands_for_something_inside_is_refused(
    monkeypatch: pytest.MonkeyPatch, addresses: list[str]
) -> None:
    tell_names(monkeypatch, {"lists.example": addresses})
    assert refused("https://lists.example/").why is Why.INSIDE


def test_a_network_that_the_operator_names_is_inside(
    monkeypatch: pytest.MonkeyPatch, settings: SettingsWrapper
) -> None:
    settings.FETCH_INSIDE = ["93.184.215.0/24", "2606:4700::/32"]
    tell_names(monkeypatch, {"a.example": ["93.184.215.14"], "b.example": ["2606:4700::1"]})
    assert refused("https://a.example/").why is Why.INSIDE
    assert refused("https://b.example/").why is Why.INSIDE


def test_the_connection_goes_to_the_very_address_that_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name asked twice may answer twice otherwise: it is asked once, and the number is dialed."""
    asked = tell_names(monkeypatch, {"lists.example": ["93.184.215.14"]})
    dialed = []

    def dial(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        dialed.append(address)
        raise OSError

    monkeypatch.setattr("urllib3.util.connection.create_connection", dial)
    assert refused("https://lists.example/", robots=False).why is Why.UNREACHABLE
    assert (asked, dialed) == (["lists.example"], [("93.184.215.14", 443)])


def test_a_redirect_inside_is_followed_no_more_than_an_address(site: Site) -> None:
    for leads_to in ("https://127.0.0.1/", "http://169.254.169.254/", "//[::1]/", "file:///etc"):
        site.pages["/"] = Page(status=302, headers={"Location": leads_to})
        assert refused(f"{site.origin}/").why in {Why.INSIDE, Why.NOT_HTTPS, Why.ADDRESS}
    assert set(site.paths) == {"/"}


def test_redirects_are_followed_a_few_times(site: Site) -> None:
    site.pages["/a"] = Page(status=301, headers={"Location": "b?x=1"})
    site.says("/b?x=1", "there")
    found = fetch(f"{site.origin}/a", at=NOW)
    assert (found.address, found.final_address) == (f"{site.origin}/a", f"{site.origin}/b?x=1")
    site.pages["/loop"] = Page(status=302, headers={"Location": "/loop"})
    assert refused(f"{site.origin}/loop").why is Why.REDIRECTS
    assert site.paths.count("/loop") == 6


def test_a_certificate_has_to_prove_the_name(
    tmp_path: Path, settings: SettingsWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_site(tmp_path, name="localhost") as one:
        other = one.origin.replace("localhost", "127.0.0.1")
        settings.FETCH_TRIED_ORIGINS = [one.origin, other]
        address = one.says("/", "true")
        assert refused(address).why is Why.CERTIFICATE
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "site.pem"))
        monkeypatch.setattr(socket, "getaddrinfo", _here)
        assert fetch(address, at=NOW).content == b"true"
        assert refused(f"{other}/").why is Why.CERTIFICATE


def _here(_host: str, port: int, *_args: object, **_named: object) -> list[Any]:
    return [(socket.AF_INET, 1, 6, "", ("127.0.0.1", port))]


def test_robots_txt_is_asked_first_and_once(site: Site) -> None:
    site.says("/robots.txt", "User-agent: *\nDisallow: /*.pdf$\nAllow: /", "text/plain")
    site.says("/a", "a")
    site.says("/a.pdf", "a")
    assert fetch(f"{site.origin}/a", at=NOW).content == b"a"
    failed = refused(f"{site.origin}/a.pdf")
    assert failed.why is Why.ROBOTS
    assert "robots.txt" in failed.text
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]
    assert fetch(f"{site.origin}/a.pdf", at=NOW, robots=False).content == b"a"


def test_robots_txt_may_speak_to_us_by_name(site: Site) -> None:
    site.says("/robots.txt", "User-agent: *\nDisallow:\n\nUser-agent: tracker\nDisallow: /")
    assert refused(f"{site.origin}/a").why is Why.ROBOTS


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.says("/a", "a")
    site.pages["/robots.txt"] = Page(status=503)
    assert refused(f"{site.origin}/a").why is Why.FAILING
    assert not site.paths
    site.pages["/robots.txt"] = Page(status=403)
    assert fetch(f"{site.origin}/a", at=NOW).content == b"a"


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (404, Why.GONE),
        (410, Why.GONE),
        (401, Why.REFUSED),
        (403, Why.REFUSED),
        (451, Why.REFUSED),
        (429, Why.BUSY),
        (503, Why.BUSY),
        (500, Why.FAILING),
        (204, Why.BROKEN),
        (302, Why.BROKEN),
        (304, Why.BROKEN),
    ],
)
def test_what_a_status_means(site: Site, status: int, why: Why) -> None:
    site.pages["/"] = Page(status=status, headers={"Retry-After": "3600"})
    failed = refused(f"{site.origin}/")
    assert (failed.why, failed.status) == (why, status)
    assert failed.wait == (timedelta(hours=1) if why in {Why.BUSY, Why.FAILING} else None)


def test_a_server_asks_to_be_left_alone_until_a_day(site: Site) -> None:
    told = {"Thu, 26 Nov 2026 13:00:00 GMT": timedelta(hours=1), "soon": None, "-5": None}
    told |= {"Thu, 26 Nov 2020 13:00:00 GMT": None, "9" * 30: None, "999999999": timedelta(days=7)}
    for written, wait in told.items():
        site.pages["/"] = Page(status=503, headers={"Retry-After": written})
        assert refused(f"{site.origin}/").wait == wait, written


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 65536)


def _dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        sleep(0.05)


def _dripping_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        handler.wfile.write(b"x")
        sleep(0.05)


def _silent(_handler: BaseHTTPRequestHandler) -> None:
    sleep(3)


def _broken_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half")


def _no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.inside ESMTP\r\n")


@pytest.mark.parametrize("writes", [_dripping, _dripping_headers, _silent])
def test_a_slow_server_keeps_nobody_waiting(site: Site, writes: Any) -> None:
    site.pages["/"] = Page(writes=writes)
    begun = monotonic()
    assert refused(f"{site.origin}/", limits=Limits(seconds=0.4)).why is Why.TOO_SLOW
    assert monotonic() - begun < 2


@pytest.mark.parametrize("writes", [_broken_off, _no_http])
def test_what_breaks_off_is_not_taken_for_whole(site: Site, writes: Any) -> None:
    site.pages["/"] = Page(writes=writes)
    assert refused(f"{site.origin}/").why is Why.BROKEN


def test_an_endless_answer_ends_at_its_limit(site: Site) -> None:
    site.pages["/"] = Page(writes=_endless)
    assert refused(f"{site.origin}/", limits=Limits(most_bytes=1_000_000)).why is Why.TOO_LARGE


@pytest.mark.parametrize("times", [1, 2])
def test_what_unpacks_to_too_much_is_never_unpacked_whole(site: Site, times: int) -> None:
    packed = gzip.compress(b"\0" * 200_000_000, 1)
    for _ in range(times - 1):
        packed = gzip.compress(packed)
    encoding = ", ".join(["gzip"] * times)
    site.pages["/"] = Page(packed, headers={"Content-Encoding": encoding})
    del packed
    tracemalloc.start()
    try:
        assert refused(f"{site.origin}/", limits=Limits(most_bytes=2_000_000)).why in {
            Why.TOO_LARGE,
            Why.BROKEN,
        }
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_what_is_packed_comes_unpacked(site: Site) -> None:
    site.pages["/"] = Page(gzip.compress(b"text"), headers={"Content-Encoding": "gzip"})
    assert fetch(f"{site.origin}/", at=NOW).content == b"text"


def test_a_host_is_left_alone_for_a_while_between_two_requests(
    site: Site, settings: SettingsWrapper
) -> None:
    address = site.says("/", "a")
    fetch(address, at=NOW)
    settings.FETCH_PAUSE_SECONDS = 0.3
    fetch(address, at=NOW)
    begun = monotonic()
    fetch(address, at=NOW)
    assert monotonic() - begun >= 0.2


def test_every_reason_has_words() -> None:
    assert all(words_of(why, 404) for why in Why)
    assert words_of("of a later version") == ""


def test_a_name_that_nobody_answers_for_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    free = Event()

    def slow(*_: object, **__: object) -> list[Any]:
        free.wait(20)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    begun = monotonic()
    limits = Limits(seconds=0.2)
    assert refused("https://slow.example/", limits=limits, robots=False).why is Why.TOO_SLOW
    assert refused("https://slow.example/", limits=limits).why is Why.TOO_SLOW
    assert monotonic() - begun < 10
    free.set()


def test_a_robots_txt_that_speaks_to_thousands_takes_no_more_room_than_one() -> None:
    names = "\n".join(f"User-agent: a{number}\nuser agent {number}" for number in range(4_000))
    stars = "\n".join(f"User-agent: Tr{'*' * number}" for number in range(300))
    rules = "\n".join(f"Disallow: /{number}" for number in range(9_000))
    tracemalloc.start()
    try:
        with pytest.raises(Unfetched):
            pause_if_allowed(f"{names}\n{stars}\n{rules}", "https://x.org/77/a")
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("named", ["*", "Tracker", "TRACK*", "tracker # ours"])
def test_rules_for_all_and_for_us_are_kept_to_and_those_for_others_are_not(named: str) -> None:
    def text(name: str) -> str:
        return f"User-agent: Otherbot\nUser-agent: {name}\nDisallow: /a\nCrawl-delay: 7\n"

    with pytest.raises(Unfetched):
        pause_if_allowed(text(named), "https://x.org/a")
    assert pause_if_allowed(text(named), "https://x.org/b") == 7
    assert pause_if_allowed(text("Trackerbot"), "https://x.org/a") == 0
