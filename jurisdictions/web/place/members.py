"""The places of a state as a table: hundreds of rows, written without a template for each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.render.programs.place import Column
from jurisdictions.render.words.days import short_date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import read_edtf
from jurisdictions.web.site.addresses import ways_to_places
from jurisdictions.web.site.cards import CardTable
from jurisdictions.web.site.cards import Column as Heading


@dataclass(frozen=True, slots=True)
class Members:
    """How many there are, and the table."""

    number: int
    table: SafeString


def members_of(
    as_of: AsOf, rows: Sequence[StatusRow], columns: Sequence[Column], kept: Mapping[str, str]
) -> Members:
    """A row for each place: its name, its status, since when, what its program adds."""
    places, way = places_of(as_of), ways_to_places(kept)
    day, status = cache(_day), cache(_status)
    titles = (_("Jurisdiction"), _("Status"), _("Since"), *(column.title for column in columns))
    table = CardTable([Heading(escape(title)) for title in titles])
    written = (
        table.row(
            (
                f'<a href="{way(row.geoid, places[row.geoid].slug)}">{escape(row.name)}</a>',
                status(row.status),
                day(row.since_edtf),
                *(escape(column.cell(row)) for column in columns),
            )
        )
        for row in rows
    )
    return Members(len(rows), table.html(written))


def _status(word: StrEnum) -> str:
    return f'<span class="swatch status-{word}"></span>{escape(label(word))}'


def _day(edtf: str | None) -> str:
    on = read_edtf(edtf or "")
    return escape(short_date_text(on)) if on else ""
