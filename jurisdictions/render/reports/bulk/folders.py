"""Where bulk reports are made and kept."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from django.conf import settings

from jurisdictions.shelf.shelf import Shelf


def finished() -> Shelf:
    """The finished files, each under its order's key."""
    return Shelf(Path(settings.DATA_DIR) / "reports" / "finished", settings.REPORTS_QUOTA)


def workbench(key: str) -> Path:
    """The folder in which the reports of an order gather until they are packed."""
    return Path(settings.DATA_DIR) / "reports" / "work" / key


def finished_size(key: str) -> int | None:
    """The bytes of a finished file; None when there is none, or none whole."""
    found = finished().find(f"{key}.zip")
    return found.size if found else None


def clear_benches(wanted: Collection[str]) -> None:
    """Throw away what was made for orders that nobody wants any more."""
    root = workbench("any").parent
    for bench in root.iterdir() if root.is_dir() else ():
        if bench.name not in wanted:
            shutil.rmtree(bench, ignore_errors=True)
