"""What only one program says of its facts: the columns of its own kinds, a folder a program."""

from __future__ import annotations

from collections.abc import Iterator

from jurisdictions.record.columns import Kind
from jurisdictions.status.programs import packages, part_in


def own_kinds() -> Iterator[Kind]:
    """The kinds of fact that only one program tells; a program without any has no folder here."""
    for slug in packages():
        yield from getattr(part_in(__name__, slug, "kinds"), "OWN", ())
