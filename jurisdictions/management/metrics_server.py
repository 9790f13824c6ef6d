"""The numbers on a port of their own, and the folder in which the web processes count."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread
from typing import Any

from django.conf import settings
from django.db import connections

from jurisdictions.management.address import Address, refuse_if_taken
from jurisdictions.operating.metrics.counting import FOLDER, are_wanted
from jurisdictions.operating.metrics.telling import TEXT, metrics_text

PATH = "/metrics"
PATIENCE_SECONDS = 10


@contextmanager
def metrics_served(now: Callable[[], datetime]) -> Iterator[None]:
    """While it lasts, processes started from here count together, and METRICS_PORT tells of them.

    Raises AddressRefused. Each server counts in a folder of its own, so that two may run side by
    side while one takes over from the other.
    """
    if not are_wanted():
        yield
        return
    folder = Path(settings.DATA_DIR) / "metrics"
    folder.mkdir(exist_ok=True)
    own = mkdtemp(dir=folder)
    os.environ[FOLDER] = own
    server = _server(now) if settings.METRICS_PORT else None
    try:
        yield
    finally:
        if server:
            server.shutdown()
            server.server_close()
        del os.environ[FOLDER]
        shutil.rmtree(own, ignore_errors=True)


def _server(now: Callable[[], datetime]) -> ThreadingHTTPServer:
    address = Address(settings.METRICS_HOST, settings.METRICS_PORT)
    refuse_if_taken(address)
    server = ThreadingHTTPServer((address.host, address.port), partial(_Numbers, now))
    server.daemon_threads = True
    Thread(target=server.serve_forever, name="numbers", daemon=True).start()
    return server


class _Numbers(BaseHTTPRequestHandler):
    timeout = PATIENCE_SECONDS
    server_version, sys_version = "tracker", ""

    def __init__(self, now: Callable[[], datetime], *told: Any) -> None:
        self.now = now
        super().__init__(*told)

    def do_GET(self) -> None:
        if self.path != PATH:
            self.send_error(404)
            return
        try:
            said = metrics_text(self.now)
        finally:
            connections.close_all()
        self.send_response(200)
        self.send_header("Content-Type", TEXT)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *told: object) -> None:
        """Who asks is nobody's business."""
