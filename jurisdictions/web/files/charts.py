"""The numbers behind the charts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import partial

from django.http import Http404

from jurisdictions.read.claims.rows import Claim
from jurisdictions.read.history import history_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.through_time import Series
from jurisdictions.render.charts.all import makers_of
from jurisdictions.render.charts.areas import STATUS, own_told, own_words, statuses_told
from jurisdictions.render.charts.lanes import TIMELINE
from jurisdictions.render.charts.published import (
    FIGURES,
    claimed,
    claims_name,
    claims_of,
    figures_of,
)
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.counts import OwnCount
from jurisdictions.render.files.columns.evidence import citations_of
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.columns.through_time import (
    StatusCount,
    own_through_time,
    through_time_of,
)
from jurisdictions.render.files.tables import Sheet
from jurisdictions.web.charts.asked import asked_as
from jurisdictions.web.files.answers import Bundle


def chart_bundle(as_of: AsOf, chart: str, place: PlaceRow | None) -> Bundle:
    """What a chart of the nation or a place is drawn from; raise Http404 where it is none."""
    makers = makers_of(as_of, place)
    if chart not in makers:
        raise Http404
    # As the page has it: who cites the file of a state names the state.
    title = makers[chart]().title
    slug, own = as_of.program.slug, own_words(as_of.program.slug)
    if chart == STATUS:
        rows = Sheet("data", through_time_of(slug), partial(_statuses, as_of, place))
        return _bundle("statuses-through-time", title, place, rows)
    if place and chart == TIMELINE:
        rows = Sheet("timeline", tables_of(slug).SPANS, lambda: history_of(as_of, place.geoid))
        return _bundle("timeline", title, place, rows)
    if own and chart == own.NAME:
        (table,) = own_through_time(slug)
        rows = Sheet("data", table, partial(_own, as_of, place))
        return _bundle(table.name, title, place, rows)
    found = partial(_published, as_of, place, chart)
    return _bundle(
        f"chart-{chart}",
        title,
        place,
        Sheet("claims", tables.CLAIMS, found),
        Sheet("citations", tables.CITATIONS, lambda: citations_of(one.figure for one in found())),
    )


def _bundle(name: str, title: str, place: PlaceRow | None, *sheets: Sheet) -> Bundle:
    named = "-".join([name, *(code.lower() for code in asked_as(place).values())])
    return Bundle(named, title, sheets, dated=False)


def _published(as_of: AsOf, place: PlaceRow | None, chart: str) -> list[Claim]:
    if chart == FIGURES:
        return figures_of(as_of, place)
    numbers = {claims_name(as_of.program.slug, one): one for one in claimed(as_of, place)}
    return claims_of(as_of, place, numbers[chart])


def _statuses(as_of: AsOf, place: PlaceRow | None) -> list[StatusCount]:
    state = place.state if place else ""
    series = statuses_told(as_of, state)
    return [StatusCount(day, state, word, number) for day, word, number in _counted(series)]


def _own(as_of: AsOf, place: PlaceRow | None) -> list[OwnCount]:
    series = own_told(as_of, place)
    geoid = place.geoid if place else ""
    return [OwnCount(day, geoid, word, number) for day, word, number in _counted(series)]


def _counted(series: Series) -> Iterator[tuple[date | None, StrEnum, int]]:
    """The day, None from the beginning, the word and how many."""
    for turn in series.turns:
        for word, number in zip(series.words, turn.numbers, strict=True):
            yield None if turn.day == date.min else turn.day, word, number
