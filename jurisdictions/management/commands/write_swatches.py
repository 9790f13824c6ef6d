"""`manage.py write_swatches`: write the style sheets of colors from the programs' tokens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from jurisdictions.render.programs.colors import swatches_css
from jurisdictions.render.programs.palette import scheme_css


class Command(BaseCommand):
    """Run it after a change of a program's colors.py; a test compares the two."""

    help = "Write static/css/swatches.css and scheme-*.css from the colors of the programs."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "static" / "css"
        tokens = folder / "tokens.css"
        written = {"swatches.css": swatches_css()} | {
            f"scheme-{scheme}.css": scheme_css(tokens, scheme) for scheme in ("light", "dark")
        }
        for name, text in written.items():
            (folder / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"{name} is written.")
