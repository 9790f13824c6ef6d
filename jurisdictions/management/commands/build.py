"""`manage.py build`: compiled catalogues and static files, as the pages need them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from jurisdictions.management.catalogues import compile_catalogues
from jurisdictions.management.static_files import collect_static
from jurisdictions.management.steps import step


class Command(BaseCommand):
    """Compiles and collects what changed since the last time."""

    help = "Compile the message catalogues, collect and compress the static files."

    def handle(self, *args: Any, **options: Any) -> None:
        step(self.stdout, "Message catalogues", self._catalogues)
        step(self.stdout, "Styles, scripts and boundaries", collect_static)

    def _catalogues(self) -> str:
        source, target = Path(settings.CATALOGUE_SOURCES), Path(settings.LOCALE_PATHS[0])
        made = compile_catalogues(source, target)
        return f"{made} compiled" if made else "nothing changed"
