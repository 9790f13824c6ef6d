"""`manage.py serve_web`: the web server alone; `runlocal` runs the worker and all."""

from __future__ import annotations

import os
import signal
import socket
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from jurisdictions.management.address import (
    AddressRefused,
    address_from,
    handed_over,
    listening_at,
)
from jurisdictions.management.alone import FolderRefused, beside_others_in
from jurisdictions.management.metrics_server import metrics_served
from jurisdictions.management.processes import start_web
from jurisdictions.management.supervisor import StopAsked, Supervisor, stop_on_signals
from jurisdictions.management.web_server import serve


class Command(BaseCommand):
    """Listens on HOST and PORT with WEB_WORKERS processes; `--socket` makes it one of them.

    On a socket that systemd listens at (`tracker-web.socket`) instead, where it hands one over.
    USR2 has every process replaced by one of the code that stands now, with nobody turned away.
    """

    help = "Serve the pages on HOST and PORT; a process that ends is started again."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--socket", type=int, help="the number of a socket that listens already"
        )
        parser.add_argument(
            "--ready", type=int, help="the number of a pipe that is told when it can serve"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if (number := options["socket"]) is not None:
            serve(socket.socket(fileno=number), options["ready"])
            return
        stop_on_signals()
        supervisor = Supervisor(self._say)
        signal.signal(signal.SIGUSR2, lambda *_told: supervisor.ask_successors())
        try:
            listening = handed_over(os.environ) or listening_at(address_from(os.environ))
            folder = Path(settings.DATA_DIR)
            with beside_others_in(folder), metrics_served(timezone.now):
                start_web(supervisor, listening)
                supervisor.keep()
        except (AddressRefused, FolderRefused) as refused:
            raise CommandError(str(refused)) from refused
        except StopAsked:
            self._say("Stopped.")
        finally:
            supervisor.stop()

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
