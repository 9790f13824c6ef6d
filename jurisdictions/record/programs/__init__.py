"""What only one program says of its facts: the columns of its own kinds, a folder a program."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from jurisdictions.record.columns import Kind
from jurisdictions.status.programs import packages


def own_kinds() -> Iterator[Kind]:
    """The kinds of fact that only one program tells; a program without any has no folder here."""
    for name in packages().values():
        where = f"{__name__}.{name}"
        if find_spec(where):
            yield from import_module(f"{where}.kinds").OWN
