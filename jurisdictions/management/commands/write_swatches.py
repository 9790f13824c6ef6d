"""`manage.py write_swatches`: write the style sheet of the programs' colors from their tokens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from jurisdictions.render.programs.colors import swatches_css


class Command(BaseCommand):
    """Run it after a change of a program's colors.py; a test compares the two."""

    help = "Write static/css/swatches.css from the colors of the programs."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "static" / "css" / "swatches.css"
        path.write_text(swatches_css(), encoding="utf-8")
        self.stdout.write(f"{path.name} is written.")
