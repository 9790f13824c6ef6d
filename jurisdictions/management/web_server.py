"""The web server: a thread is given a request only when all of it has arrived.

Waitress reads from all connections in one loop, so that whoever sends half a request, or takes
their time to read the answer, costs a place among the connections and no thread.
"""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from threading import Thread
from time import monotonic
from types import FrameType
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from jurisdictions.gazetteer.packing import pack_lists
from jurisdictions.web.site.clock import begin_watching
from jurisdictions.web.site.content_types import believing

THREADS = 4
CONNECTIONS = 500
"""Open at once in one process; who comes after them waits in the system's queue."""
IDLE_SECONDS = 15
HEAD_SECONDS = 15
"""For the first line and the headers, however they trickle in."""
BODY_SECONDS = 600
"""For what a form sends: ten megabytes on the slowest line."""
BODY_MEGABYTES = 12
FINISH_SECONDS = 8.0
"""How long answers that are under way may take once the process is told to stop."""
DRAIN_SECONDS = 70.0
"""How long where a successor serves already (USR1): nobody waits for the end of this one."""

GREETING_SECONDS = 1.0
"""Whoever had opened a line before the process was told to stop asks within so long."""

WARMED = ("/healthz", "/{program}/", "/{program}/jurisdictions/")
"""What a process asks of itself before it takes the place of another."""

SETTINGS: dict[str, Any] = {
    "channel_timeout": IDLE_SECONDS,
    "cleanup_interval": 3,
    "connection_limit": CONNECTIONS,
    "max_request_body_size": BODY_MEGABYTES * 1024 * 1024,
    # The settings say how many proxies are believed, and Django reads their headers accordingly.
    "clear_untrusted_proxy_headers": False,
    "ident": None,
}


class Connection(HTTPChannel):  # type: ignore[misc]
    """A connection that knows since when it owes the rest of a request."""

    owing_since: float | None = None
    spoken = False

    def __init__(self, *told: Any, **more: Any) -> None:
        self.begun = monotonic()
        super().__init__(*told, **more)

    def received(self, data: bytes) -> bool:
        """Take what has arrived."""
        self.spoken = True
        taken: bool = super().received(data)
        if self.request is None:
            self.owing_since = None
        elif self.owing_since is None:
            self.owing_since = monotonic()
        return taken

    def is_overdue(self) -> bool:
        """Whether the rest of the request has been awaited for too long."""
        request = self.request
        if request is None or self.owing_since is None:
            return False
        allowed = BODY_SECONDS if request.headers_finished else HEAD_SECONDS
        return monotonic() - self.owing_since > allowed

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being made or sent."""
        return bool(self.requests or self.total_outbufs_len)

    @property
    def is_awaited(self) -> bool:
        """Whether its request is on the way: it has begun, or the line was opened just now."""
        greeted = not self.spoken and monotonic() - self.begun < GREETING_SECONDS
        return self.is_busy or greeted or self.owing_since is not None


class WebServer(TcpWSGIServer):  # type: ignore[misc]
    """Closes what stands half-sent, and finishes its answers before it ends."""

    channel_class = Connection

    def maintenance(self, now: float) -> None:
        """Called every few seconds."""
        super().maintenance(now)
        for connection in self.active_channels.values():
            if connection.is_overdue():
                connection.will_close = True

    def run_until(
        self,
        asked_to_stop: Callable[[], bool],
        finish: Callable[[], float] = lambda: FINISH_SECONDS,
    ) -> None:
        """Answer until told to stop; then take nobody in, and finish what is under way.

        `finish` says how many seconds that may take.
        """
        while not asked_to_stop():
            self._turn()
        self.accepting = False
        deadline = monotonic() + finish()
        lines = self.active_channels
        while monotonic() < deadline and any(one.is_awaited for one in lines.values()):
            self._turn()
        self.task_dispatcher.shutdown()
        wasyncore.close_all(self._map)

    def _turn(self) -> None:
        wasyncore.loop(timeout=0.5, use_poll=True, map=self._map, count=1)


def web_server(
    listening: socket.socket, application: Callable[..., Any], *, threads: int = THREADS
) -> WebServer:
    """A server on a socket that listens already and that others may share."""
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(threads)
    info = (listening.family, listening.type, listening.proto, listening.getsockname())
    return WebServer(
        application,
        map={},
        _sock=listening,
        dispatcher=dispatcher,
        adj=Adjustments(sockets=[listening], threads=threads, **SETTINGS),
        bind_socket=False,
        sockinfo=info,
    )


def serve(listening: socket.socket, ready: int | None = None) -> None:
    """Serve the tracker until TERM, Ctrl-C or USR1; a pipe `ready` is told when it can."""
    told: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1):
        signal.signal(number, stop)
    begin_watching()
    Thread(target=pack_lists, name="names of places", daemon=True).start()
    application = believing(get_wsgi_application())
    server = web_server(listening, application)
    if ready is not None:
        warm_up(application)
        os.write(ready, b"1")
        os.close(ready)
    server.run_until(
        lambda: bool(told),
        lambda: DRAIN_SECONDS if told == [signal.SIGUSR1] else FINISH_SECONDS,
    )


def warm_up(application: Callable[..., Any]) -> None:
    """Ask for the main pages, so that what the first requests load is loaded: seconds of work."""
    host = next((name for name in settings.ALLOWED_HOSTS if name[:1] not in ".*"), "localhost")
    for path in WARMED:
        environ: dict[str, Any] = {
            "PATH_INFO": path.format(program=settings.DEFAULT_PROGRAM),
            "HTTP_HOST": host,
            "HTTP_X_FORWARDED_PROTO": "https" if settings.HTTPS else "http",
            "HTTP_ACCEPT_ENCODING": "gzip",
        }
        setup_testing_defaults(environ)
        answer = application(environ, lambda *_answer: None)
        for _part in answer:
            pass
        if close := getattr(answer, "close", None):
            close()
    connections.close_all()
