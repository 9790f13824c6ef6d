"""`manage.py runlocal`: everything on one machine, from an empty folder to an address."""

from __future__ import annotations

import os
from http.client import HTTPConnection, HTTPException
from io import StringIO
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from jurisdictions.checks import programs_are_whole
from jurisdictions.management.address import (
    Address,
    AddressRefused,
    address_from,
    listening_at,
    refuse_if_taken,
)
from jurisdictions.management.alone import FolderRefused, alone_in
from jurisdictions.management.metrics_server import metrics_served
from jurisdictions.management.processes import start_web, start_worker
from jurisdictions.management.running import noted
from jurisdictions.management.steps import step
from jurisdictions.management.supervisor import StopAsked, Supervisor, stop_on_signals, told
from jurisdictions.management.vanished import vanished_database
from jurisdictions.publish.editions import programs_recorded
from jurisdictions.record.people.names import SHIPPED as SHIPPED_WITH
from jurisdictions.tasks import prepare_map

READY_WITHIN_SECONDS = 60.0

SHIPPED = ("--by", SHIPPED_WITH)
"""Who made the first change: shown in the history of every fact."""


class Command(BaseCommand):
    """Prepares what is missing, then runs web server and worker until it is told to stop."""

    help = "Prepare what is missing, then serve web and worker until Ctrl-C."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        stop_on_signals()
        try:
            address = address_from(os.environ)
            # Before anything is written, and before the port: whose folder it is matters more.
            with alone_in(Path(settings.DATA_DIR)):
                self._begin(address)
        except (AddressRefused, FolderRefused) as refused:
            raise CommandError(str(refused)) from refused
        except StopAsked:
            self.stdout.write("Stopped.")

    def _begin(self, address: Address) -> None:
        refuse_if_taken(address)
        self._prepare()
        self._place_mails(address)
        connections.close_all()
        with noted(settings.DATA_DIR, address), metrics_served(timezone.now):
            self._serve(address)

    def _prepare(self) -> None:
        for wrong in programs_are_whole(None):
            raise CommandError(f"{wrong.msg} {wrong.hint}")
        if gone := vanished_database(settings.DATA_DIR):
            raise CommandError(gone)
        call_command("build", stdout=self.stdout)
        step(self.stdout, "Database", lambda: call_command("migrate", verbosity=0))
        if not apps.get_model("jurisdictions", "Fact").objects.exists():
            step(self.stdout, "Facts", lambda: self._last_line_of("load_facts", *SHIPPED))
        step(self.stdout, "Edition", lambda: self._last_line_of("publish", *SHIPPED))
        step(self.stdout, "Maps", _prepare_maps)

    def _place_mails(self, address: Address) -> None:
        """Let the processes to be started show their mails on a page, unless others could look."""
        public = bool(settings.HTTPS or settings.EMAIL_URL)
        if settings.DEV_OUTBOX and public:
            raise CommandError("DEV_OUTBOX shows every mail: not with HTTPS or EMAIL_URL.")
        asked = settings.DEV_OUTBOX if os.environ.get("DEV_OUTBOX") else address.is_private
        shown = asked and not public
        os.environ["DEV_OUTBOX"] = "1" if shown else "0"
        os.environ["MAIL_SITE_URL"] = settings.SITE_URL or address.url.rstrip("/")
        if shown:
            self.stdout.write(f"Mails are not sent but shown at {address.url}dev/outbox/")

    def _last_line_of(self, command: str, *arguments: str) -> str:
        """Run a command and keep only its closing line, or all of it when it fails."""
        told = StringIO()
        try:
            call_command(command, *arguments, stdout=told, no_color=True)
        except SystemExit:
            self.stdout.write(told.getvalue())
            raise
        return told.getvalue().strip().rpartition("\n")[2].rstrip(".")

    def _serve(self, address: Address) -> None:
        supervisor = Supervisor(self._say)
        try:
            start_web(supervisor, listening_at(address))
            self._wait_until_ready(supervisor, address)
            start_worker(supervisor)
            self._say(f"\nReady: {address.url}   (Ctrl-C stops it)")
            supervisor.keep()
        except StopAsked:
            self._say("\nStopping ...")
            raise
        finally:
            supervisor.stop()

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _wait_until_ready(self, supervisor: Supervisor, address: Address) -> None:
        """What cannot even begin is not started again: its messages say what to mend."""
        deadline = monotonic() + READY_WITHIN_SECONDS
        while (status := health(address)) != 200:
            if ended := supervisor.ended():
                message = f"{told(*ended)}, so everything was stopped. Its messages are above."
                raise CommandError(message)
            if status or monotonic() > deadline:
                message = f"The web server cannot serve (/healthz: {status or 'no answer'})."
                raise CommandError(message)
            sleep(0.1)


def _prepare_maps() -> None:
    for program in programs_recorded():
        prepare_map(program)


def health(address: Address) -> int:
    """The status that /healthz answers with; 0 while nobody answers."""
    host = next((name for name in settings.ALLOWED_HOSTS if not name.startswith((".", "*"))), "")
    asked = HTTPConnection(address.near, address.port, timeout=5)
    try:
        asked.request("GET", "/healthz", headers={"Host": host} if host else {})
        return asked.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        asked.close()
