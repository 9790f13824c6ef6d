"""The web server: half a request costs no thread, a stop finishes what is under way."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from threading import Event, Thread
from time import sleep
from typing import Any

import pytest
from django.conf import settings

from jurisdictions.management import web_server as module
from jurisdictions.management.web_server import WebServer, web_server

THREADS = 2


class Served:
    """A server with an application that answers at once, or once a test lets it."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        self.asked, self.go_on, self.told_to_stop = Event(), Event(), Event()
        self.server: WebServer = web_server(self.listening, self.answer, threads=THREADS)
        self.thread = Thread(target=self.server.run_until, args=[self.told_to_stop.is_set])
        self.thread.start()

    def answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """The application."""
        if environ["PATH_INFO"] == "/slow":
            self.asked.set()
            assert self.go_on.wait(30)
        body = environ["wsgi.input"].read() or environ.get("HTTP_X_FORWARDED_FOR", "").encode()
        start("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    def ask(
        self, method: str = "GET", path: str = "/secure-communities/", **given: Any
    ) -> tuple[int, bytes]:
        """One request on a connection of its own."""
        asking = HTTPConnection("127.0.0.1", self.port, timeout=30)
        asking.request(method, path, **given)
        answer = asking.getresponse()
        said = answer.status, answer.read()
        asking.close()
        return said

    def send(self, text: str) -> socket.socket:
        """Send something and leave the connection open."""
        line = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        line.sendall(text.encode())
        return line


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setitem(module.SETTINGS, "cleanup_interval", 0.1)
    served = Served()
    yield served
    served.go_on.set()
    served.told_to_stop.set()
    served.thread.join(30)
    assert not served.thread.is_alive()


HEAD = "POST /secure-communities/desk/ HTTP/1.1\r\nHost: x\r\n"
HALVES = {
    "a-first-line": "GET / HT",
    "headers": HEAD,
    "a-body": f"{HEAD}Content-Length: 1000\r\n\r\nname=In",
    "chunks": f"{HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
    "nothing-at-all": "",
}


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_any_number_of_half_sent_requests_keeps_nobody_waiting(served: Served, half: str) -> None:
    with ExitStack() as open_lines:
        for _ in range(20 * THREADS):
            open_lines.enter_context(served.send(half))
        assert served.ask() == (200, b"")


@pytest.mark.parametrize(
    ("half", "limit"), [(HALVES["headers"], "HEAD_SECONDS"), (HALVES["a-body"], "BODY_SECONDS")]
)
def test_who_trickles_is_cut_off_in_the_end(
    served: Served, monkeypatch: pytest.MonkeyPatch, half: str, limit: str
) -> None:
    monkeypatch.setattr(module, limit, 0.3)
    with served.send(half) as line:
        while True:
            try:
                line.sendall(b"x")
                line.settimeout(0.1)
                if line.recv(100) == b"":
                    break
            except TimeoutError:
                continue
            except (BrokenPipeError, ConnectionResetError):
                break
    assert served.ask() == (200, b"")


def test_what_proxies_say_reaches_the_application(served: Served) -> None:
    said = served.ask(headers={"X-Forwarded-For": "203.0.113.7"})
    assert said == (200, b"203.0.113.7")


def test_a_whole_form_arrives_whole(served: Served) -> None:
    body = b"x" * 400_000
    assert served.ask("POST", body=body) == (200, body)


def test_more_than_any_form_sends_is_refused(served: Served) -> None:
    length = str(module.BODY_MEGABYTES * 1024 * 1024 + 1)
    with served.send(f"{HEAD}Content-Length: {length}\r\n\r\n") as line:
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_told_to_stop_it_finishes_its_answers_and_takes_nobody_in(served: Served) -> None:
    with served.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n") as line:
        assert served.asked.wait(30)
        served.told_to_stop.set()
        while served.server.accepting:
            pass
        served.go_on.set()
        assert line.recv(100).startswith(b"HTTP/1.1 200 OK")
    served.thread.join(30)
    assert not served.thread.is_alive()


def test_who_opened_a_line_before_a_stop_is_still_answered(served: Served) -> None:
    """A web server before this one opens a line, and asks a moment later."""
    assert served.ask()[0] == 200
    with served.send("") as line:
        while not served.server.active_channels:
            sleep(0.01)
        served.told_to_stop.set()
        sleep(0.6)
        line.sendall(b"GET /secure-communities/ HTTP/1.0\r\nHost: x\r\n\r\n")
        assert line.recv(1000).startswith(b"HTTP/1.0 200")
    served.thread.join(5)
    assert not served.thread.is_alive()


def test_a_server_is_warm_once_it_has_answered_the_main_pages() -> None:
    asked: list[tuple[str, str]] = []

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        asked.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        start("200 OK", [])
        return []

    module.warm_up(application)
    program = settings.DEFAULT_PROGRAM
    paths = ["/healthz", f"/{program}/", f"/{program}/jurisdictions/"]
    assert asked == [("GET", path) for path in paths]
