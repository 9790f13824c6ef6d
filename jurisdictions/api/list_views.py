"""The lists beside the statuses: changes, facts, places, sources, editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.serializers import Serializer

from jurisdictions.api import described_lists as described
from jurisdictions.api import list_shapes
from jurisdictions.api.answering import ListView
from jurisdictions.api.cursors import (
    CURSOR,
    last_seen,
    next_page,
    no_such_cursor,
    page_size_of,
    rows_from_cursor,
)
from jurisdictions.api.filters import (
    FILTERS,
    KINDS,
    PLACE_FILTERS,
    filters_of,
    levels_of,
    states_of,
)
from jurisdictions.api.labels import labels_asked
from jurisdictions.api.list_answers import (
    change_answer,
    cited_source_answer,
    edition_answer,
    fact_answers,
    place_fact_answer,
)
from jurisdictions.api.parameters import day, language_of, searched, several, single, words
from jurisdictions.api.problems import BadParameter
from jurisdictions.api.programs import shapes_of
from jurisdictions.api.question import Question
from jurisdictions.read.asking import BadAsk, ask, days_for, refuse_far
from jurisdictions.read.changes import ChangeRow, changes_between
from jurisdictions.read.editions import editions
from jurisdictions.read.fact_lists import FactFilter, NoSuchFact, facts_after
from jurisdictions.read.finding import places_listed
from jurisdictions.read.places import fold, places_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.sources import sources
from jurisdictions.read.timelines import spans_holding
from jurisdictions.status.kinds import told_in

UNDATED = ("known", "edition", "program", "lang")
PAGED = (*CURSOR, "fields")


@described.changes
class ChangesView(ListView):
    """Which places changed status between two days, and why."""

    asking = UNDATED
    parameters = ("from", "to", "from_edition", *FILTERS, *PAGED)

    def row_of(self, as_of: AsOf) -> type[Serializer[Any]]:
        """The row of the program."""
        found: type[Serializer[Any]] = shapes_of(as_of.program.slug).CHANGE
        return found

    def asked(self, request: Request) -> AsOf:
        """The later of the two: the day `to`, in the edition asked for."""
        query = request.query_params
        to = day(query, "to")
        edition = single(query, "edition")
        return self._ask(request, edition=edition, on=to, names={"date": "to"})

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of changes in order of geoid, with the reasons of the span that holds at `to`."""
        query, now = question.request.query_params, question.as_of
        then = self._then(question.request, now)
        found = [c for f in filters_of(query, now) for c in changes_between(then, now, f)]
        found.sort(key=lambda change: change.geoid)
        part, beside = rows_from_cursor(question, found, lambda change: change.geoid)
        # The facts behind a page of changes are most of its cost.
        explained = {"why", "reasons"} & self.wanted(question)
        spans = spans_holding(now, [c.geoid for c in part] if explained else ())
        places = places_of(now)

        def shape(change: ChangeRow) -> dict[str, Any]:
            return change_answer(change, places[change.geoid], spans.get(change.geoid))

        shaped = self.shaped(question, shape)
        asked = {"from": then.on, "to": now.on, "known": now.known_on}
        numbers = {"from_edition": then.edition.number, "edition": now.edition.number}
        return {**asked, **numbers, **beside, "results": [shaped(change) for change in part]}

    def _then(self, request: Request, now: AsOf) -> AsOf:
        """The earlier day, in the same edition unless `from_edition` names another."""
        query = request.query_params
        first, other = day(query, "from"), single(query, "from_edition")
        if first is None:
            raise BadParameter("from", _("from is missing: name the day to compare with."))
        if first > now.on:
            raise BadAsk("from", _("lies after %(to)s, the day to compare with") % {"to": now.on})
        if not other:
            refuse_far("from", first, days_for(now, timezone.localdate()))
            return replace(now, on=first)
        names = {"edition": "from_edition", "date": "from"}
        return self._ask(request, edition=other, on=first, names=names)

    def _ask(
        self, request: Request, *, edition: str, on: date | None, names: Mapping[str, str]
    ) -> AsOf:
        """Raises BadAsk for what is wrong, by the name that it has in `names`."""
        query = request.query_params
        try:
            return ask(
                program=single(query, "program"),
                edition=edition,
                date=on.isoformat() if on else "",
                known=single(query, "known"),
                language=language_of(query),
                today=timezone.localdate(),
            )
        except BadAsk as bad:
            raise BadAsk(names.get(bad.parameter, bad.parameter), bad.message) from None


@described.facts
class FactsView(ListView):
    """The facts of one kind."""

    asking = UNDATED
    parameters = ("state", "geoid", "word", "from", "to", "text", *PAGED)
    row = list_shapes.Fact

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of facts in the order of the record."""
        kind, query, as_of = question.kind, question.request.query_params, question.as_of
        told = told_in(as_of.program.slug)
        if kind not in told:
            raise Http404(_no_such_kind(kind, told))
        chosen = FactFilter(
            states=states_of(query, as_of),
            geoids=several(query, "geoid"),
            words=several(query, "word"),
            first=day(query, "from"),
            last=day(query, "to"),
            text=searched(query, "text"),
        )
        size, after = page_size_of(query), last_seen(query)
        try:
            rows = facts_after(as_of, kind, chosen, after=after, limit=size + 1)
        except NoSuchFact:
            raise no_such_cursor() from None
        part = rows[:size]
        shaped = self.shaped(question, lambda answer: answer)
        return {
            "next": next_page(question, part[-1].name) if len(rows) > size else None,
            "results": [
                shaped(answer) for answer in fact_answers(as_of, part, labels=labels_asked(query))
            ],
        }


def _no_such_kind(kind: str, told: Sequence[str]) -> str:
    known = ", ".join((*told, "jurisdiction"))
    return _("“%(kind)s” is no kind of fact. There are: %(known)s.") % {
        "kind": kind,
        "known": known,
    }


@described.places
class PlacesView(ListView):
    """The jurisdictions on record: facts that belong to every program."""

    asking = ("edition", "program", "lang")
    parameters = (*PLACE_FILTERS, *PAGED)
    row = list_shapes.PlaceFact

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of places in order of geoid, of both levels unless one is named.

        With a text the likeliest come first.
        """
        query, as_of = question.request.query_params, question.as_of
        states, kinds = states_of(query, as_of), words(query, "kind", KINDS)
        levels, text = levels_of(query), searched(query, "text")
        listed = places_listed(as_of, text)

        def fits(place: PlaceRow) -> bool:
            level = "state" if place.is_state else "county"
            return (
                (not states or place.state in states)
                and (not kinds or place.kind in kinds)
                and (not levels or level in levels)
                and (not text or place.geoid in listed)
            )

        found = [place for place in places_of(as_of).values() if fits(place)]
        found.sort(key=lambda place: (listed.get(place.geoid, 0), place.geoid))
        part, beside = rows_from_cursor(question, found, lambda place: place.geoid)
        shaped = self.shaped(question, place_fact_answer)
        return {**beside, "results": [shaped(place) for place in part]}


@described.sources
class SourcesView(ListView):
    """The sources of the edition."""

    asking = ("edition", "program", "lang")
    parameters = ("text", *PAGED)
    row = list_shapes.CitedSource

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of sources in order of key."""
        wanted = fold(searched(question.request.query_params, "text")).split()
        found = [
            source
            for source in sorted(sources(question.as_of), key=lambda source: source.key)
            if all(
                f" {word}" in f" {fold(f'{source.title} {source.publisher}')}" for word in wanted
            )
        ]
        part, beside = rows_from_cursor(question, found, lambda source: source.key)
        shaped = self.shaped(question, cited_source_answer)
        return {**beside, "results": [shaped(source) for source in part]}


@described.editions
class EditionsView(ListView):
    """The editions of a program."""

    asking = ("program", "lang")
    parameters = PAGED
    row = list_shapes.Edition

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of editions, newest first."""
        found = editions(question.as_of.program.slug)
        part, beside = rows_from_cursor(question, found, lambda edition: str(edition.number))
        shaped = self.shaped(question, partial(edition_answer, question))
        return {**beside, "results": [shaped(edition) for edition in part]}
