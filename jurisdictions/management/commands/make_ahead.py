"""`manage.py make_ahead`: make and keep the main pages and files, as the worker does."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

PATIENCE = 15
"""How far this process stands back behind those that answer readers."""


class Command(BaseCommand):
    """A process of its own: what the pages take in memory goes with it."""

    help = "Make the main pages and files ahead, so that they are served without the database."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        os.nice(PATIENCE)
        made = import_string(settings.MAKE_AHEAD)()
        self.stdout.write(f"{made} answers made ahead.")
