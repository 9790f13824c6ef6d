"""`manage.py check_messages [--update]`: the catalogues against the messages in use."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jurisdictions.management.messages import (
    catalogue_at,
    faults_of,
    messages_in_use,
    store,
    updated,
)


class Command(BaseCommand):
    """Fails when a message is missing, untranslated, uncertain, unused or wrongly filled in."""

    help = "Check that every message in use is translated; --update adds and drops messages first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--update", action="store_true", help="bring the catalogues up to date")

    def handle(self, *args: Any, update: bool, **options: Any) -> None:
        sources = Path(settings.CATALOGUE_SOURCES)
        used = messages_in_use(sources.parent)
        faults = 0
        for language, _ in settings.LANGUAGES:
            if language == settings.LANGUAGE_CODE:
                continue
            po = sources / language / "LC_MESSAGES" / "django.po"
            if update:
                store(updated(catalogue_at(po), used), po)
            for fault in faults_of(catalogue_at(po), used):
                self.stdout.write(f"{language}: {fault}")
                faults += 1
        if faults:
            raise CommandError(f"{faults} messages need attention.")
        self.stdout.write(f"{len(used)} messages, all translated.")
