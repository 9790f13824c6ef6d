"""The four answers: the nation, every place, one place, one place through time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.timezone import localdate
from rest_framework.serializers import Serializer

from jurisdictions.api import described
from jurisdictions.api.answering import AnswerView, ListView
from jurisdictions.api.answers import (
    dated_answers,
    place_on_day_answer,
    reach_of,
    status_answers,
    summary_answer,
    timeline_answer,
)
from jurisdictions.api.filters import FILTERS, filters_of
from jurisdictions.api.paging import PAGING, page_answer
from jurisdictions.api.parameters import single
from jurisdictions.api.programs import shapes_of
from jurisdictions.api.question import Question
from jurisdictions.read.finding import places_listed
from jurisdictions.read.many_days import DATES, dates_asked, long_rows
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.statuses import StatusFilter, status_of, status_rows
from jurisdictions.read.timelines import timeline_of


@described.summary
class SummaryView(AnswerView):
    """The nation on a day."""

    def answer(self, question: Question) -> dict[str, Any]:
        """Position, counts of active jurisdictions and states, counts per status."""
        return summary_answer(question.as_of)


@described.status
class StatusView(ListView):
    """Every place on a day."""

    parameters = (*FILTERS, DATES, *PAGING, "fields")

    def row_of(self, as_of: AsOf) -> type[Serializer[Any]]:
        """The row of the program."""
        found: type[Serializer[Any]] = shapes_of(as_of.program.slug).ROW
        return found

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of rows in order of geoid, so that a state stands before its counties.

        With a text the likeliest places come first. With `dates` there is a row for each place and
        day, one day after the other.
        """
        as_of, query = question.as_of, question.request.query_params
        wanted = filters_of(query, as_of)
        single(query, DATES)
        if days := dates_asked(as_of, query, localdate()):
            dated = list(long_rows(as_of, days, lambda then: _rows(then, wanted)))
            page = page_answer(question, dated, self.shaped(question, dated_answers(as_of, days)))
        else:
            rows = _rows(as_of, wanted)
            page = page_answer(question, rows, self.shaped(question, status_answers(as_of)))
        return {**reach_of(as_of), **page}


def _rows(as_of: AsOf, wanted: Sequence[StatusFilter]) -> list[StatusRow]:
    """The rows of a day that fit, of every level asked for."""
    rows = [row for part in wanted for row in status_rows(as_of, part)]
    listed = places_listed(as_of, wanted[0].text)
    if len(wanted) > 1 or listed:
        rows.sort(key=lambda row: (listed.get(row.geoid, 0), row.geoid))
    return rows


@described.place
class PlaceView(AnswerView):
    """One place on a day."""

    def answer(self, question: Question) -> dict[str, Any]:
        """The place, its row and why."""
        place, as_of = question.place(), question.as_of
        row, spans = status_of(as_of, place.geoid), timeline_of(as_of, place.geoid)
        if row is None or not spans:
            raise Http404
        address = reverse("place", kwargs={"geoid": place.geoid, "slug": place.slug})
        url = question.request.build_absolute_uri(f"{address}?program={as_of.program.slug}")
        return place_on_day_answer(as_of, place, row, spans, url)


@described.timeline
class TimelineView(AnswerView):
    """One place through time."""

    def answer(self, question: Question) -> dict[str, Any]:
        """Every span of the place; `date` has no bearing on it."""
        geoid = question.place().geoid
        return timeline_answer(geoid, timeline_of(question.as_of, geoid))
