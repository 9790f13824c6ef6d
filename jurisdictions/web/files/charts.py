"""The numbers behind the chart of statuses: a row for each day and status."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.read.through_time import statuses_through_time
from jurisdictions.render.files.columns.through_time import StatusCount, through_time_of
from jurisdictions.render.files.tables import Sheet
from jurisdictions.web.files.answers import Bundle


def chart_bundle(as_of: AsOf, state: str) -> Bundle:
    """Statuses through time, of the nation or of a state by its two letters."""
    name = "-".join(filter(None, ["statuses-through-time", state.lower()]))
    rows = Sheet("data", through_time_of(as_of.program.slug), lambda: list(_rows(as_of, state)))
    return Bundle(name, _("Statuses through time"), (rows,), dated=False)


def _rows(as_of: AsOf, state: str) -> Iterator[StatusCount]:
    series = statuses_through_time(as_of, state)
    for turn in series.turns:
        for word, number in zip(series.words, turn.numbers, strict=True):
            yield StatusCount(None if turn.day == date.min else turn.day, state, word, number)
