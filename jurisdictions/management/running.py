"""Where the tracker of a data folder runs now: noted by its server, asked by other commands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jurisdictions.management.address import Address, answers

NAME = "address.json"


@contextmanager
def noted(folder: Path, address: Address) -> Iterator[None]:
    """While it lasts, commands on the same folder find the address."""
    note = folder / NAME
    note.write_text(json.dumps({"host": address.host, "port": address.port}), encoding="utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def running(folder: Path) -> Address | None:
    """The noted address, if something answers there: a server that was killed left its note."""
    try:
        note = json.loads((folder / NAME).read_text(encoding="utf-8"))
        address = Address(str(note["host"]), int(note["port"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return address if answers(address) else None
