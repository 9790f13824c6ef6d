"""The places of a state as a table: hundreds of rows, written without a template for each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.render.programs.place import Column
from jurisdictions.render.words.days import short_date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import read_edtf
from jurisdictions.web.site.addresses import ways_to_places


@dataclass(frozen=True, slots=True)
class Members:
    """The titles of the columns, and the rows as HTML."""

    titles: tuple[str, ...]
    number: int
    body: SafeString


def members_of(
    as_of: AsOf, rows: Sequence[StatusRow], columns: Sequence[Column], kept: Mapping[str, str]
) -> Members:
    """A row for each place: its name, its status, since when, what its program adds."""
    places, way = places_of(as_of), ways_to_places(kept)
    day, status = cache(_day), cache(_status)
    body = "".join(
        f'<tr><th scope="row"><a href="{way(row.geoid, places[row.geoid].slug)}">'
        f"{escape(row.name)}</a></th><td>{status(row.status)}</td><td>{day(row.since_edtf)}</td>"
        f"{''.join(f'<td>{escape(column.cell(row))}</td>' for column in columns)}</tr>"
        for row in rows
    )
    titles = (_("Jurisdiction"), _("Status"), _("Since"), *(column.title for column in columns))
    return Members(titles, len(rows), mark_safe(body))  # noqa: S308 - all texts are escaped


def _status(word: StrEnum) -> str:
    return f'<span class="swatch status-{word}"></span>{escape(label(word))}'


def _day(edtf: str | None) -> str:
    on = read_edtf(edtf or "")
    return escape(short_date_text(on)) if on else ""
