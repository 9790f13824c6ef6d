"""Every status of a place, first to last, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jurisdictions.read.rows import PlaceRow
from jurisdictions.render.programs.dimensions import Dimension, Period
from jurisdictions.render.words.days import short_date_text
from jurisdictions.render.words.labels import label
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.cards import CardTable, Column

DAY = "0000-00-00"
"""Stands for a day in an address that is looked up once."""


def periods_table(
    place: PlaceRow,
    periods: Sequence[Period],
    dimensions: Sequence[Dimension],
    kept: Mapping[str, str],
) -> SafeString:
    """A row for each period: since when, its status, how each dimension stood."""
    titles = (_("From"), _("Status"), *(dimension.title for dimension in dimensions))
    table = CardTable(
        [Column(escape(title)) for title in titles],
        named=False,
        caption=escape(_("Statuses, first to last")),
    )
    way = _ways(place, kept)
    return table.html(
        table.row(_cells(one, way), ' aria-current="date"' if one.current else "")
        for one in periods
    )


def _ways(place: PlaceRow, kept: Mapping[str, str]) -> Callable[[date], str]:
    """What makes the address of the place's page on a day, ready for HTML."""
    whole = address("place", kept, geoid=place.geoid, slug=place.slug, date=DAY)
    begin, _day, end = escape(whole).rpartition(DAY)
    return lambda day: f"{begin}{day.isoformat()}{end}"


def _cells(one: Period, way: Callable[[date], str]) -> Iterator[str]:
    span = one.span
    if span.start and span.start_on:
        yield f'<a href="{way(span.start)}">{escape(short_date_text(span.start_on))}</a>'
    else:
        yield escape(_("beginning"))
    yield f'<span class="swatch status-{span.status}"></span>{escape(label(span.status))}'
    for word in one.words:
        yield escape(label(word))
