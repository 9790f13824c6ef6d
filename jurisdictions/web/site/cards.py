"""Large tables whose rows stand as cards on a phone, written without a template for each cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the HTML of its title, the class of its cells."""

    title: str
    css: str = ""

    @property
    def attributes(self) -> str:
        """What every cell says beside its role."""
        return f' class="{self.css}"' if self.css else ""


def plain_title(html: str) -> str:
    """What a heading says without its tags, ready for an attribute."""
    return " ".join(TAG.sub("", html).split()).replace('"', "&quot;")


class CardTable:
    """The maker of one table, of safe HTML: what {% cards %} makes of one that a template wrote.

    `named` rows begin with a cell that is their heading.
    """

    def __init__(self, columns: Sequence[Column], *, named: bool = True, caption: str = "") -> None:
        self._columns = columns
        self._caption = f"<caption>{caption}</caption>" if caption else ""
        self._opened = [
            f'<td role="cell" data-column="{plain_title(one.title)}"{one.attributes}>'
            for one in columns
        ]
        self._closed = ["</td>"] * len(columns)
        if named:
            self._opened[0], self._closed[0] = '<th role="rowheader" scope="row">', "</th>"

    def row(self, cells: Iterable[str], attributes: str = "") -> str:
        """A row of as many cells as there are columns."""
        written = "".join(
            f"{opened}{cell}{closed}"
            for opened, cell, closed in zip(self._opened, cells, self._closed, strict=True)
        )
        return f'<tr role="row"{attributes}>{written}</tr>'

    def html(self, rows: Iterable[str]) -> SafeString:
        """The table of these rows."""
        heads = "".join(
            f'<th role="columnheader" scope="col"{one.attributes}>{one.title}</th>'
            for one in self._columns
        )
        return mark_safe(  # noqa: S308 - of safe parts
            f'<table role="table">{self._caption}<thead role="rowgroup"><tr role="row">{heads}'
            f'</tr></thead><tbody role="rowgroup">{"".join(rows)}</tbody></table>'
        )
