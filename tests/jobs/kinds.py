"""Kinds of job that only the tests' workers know: `celery worker --include tests.jobs.kinds`."""

from __future__ import annotations

from pathlib import Path
from time import sleep
from typing import Any

from jurisdictions import tasks


def note(arguments: dict[str, Any], tell: tasks.Tell) -> None:
    """Add a line to a file."""
    with Path(arguments["file"]).open("a", encoding="utf-8") as file:
        file.write("ran\n")


def wait_for(arguments: dict[str, Any], tell: tasks.Tell) -> None:
    """Say that it began, then work until the gate is there."""
    note(arguments, tell)
    while not Path(arguments["gate"]).exists():
        tell(0.5)
        sleep(0.05)


def break_down(arguments: dict[str, Any], tell: tasks.Tell) -> None:
    """Fail every time."""
    note(arguments, tell)
    message = "no such luck"
    raise RuntimeError(message)


tasks.KINDS.update(note=note, wait_for=wait_for, break_down=break_down)
