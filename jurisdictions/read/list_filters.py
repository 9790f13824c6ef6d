"""The filters of the list, declared once: their names in the address, and what each admits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.models import Edition
from jurisdictions.read.asking import BadAsk, day_asked
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.statuses import BEST, COUNTY, STATE, StatusFilter, status_rows
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Status,
)
from jurisdictions.status.vocabulary import PlaceKind

YES, NO = "yes", "no"
SORTS = ("name", "state", "status", "since", "sharing_since")
"""Orders that the list offers; each also runs backwards with a minus sign."""


def _one(words: Iterable[str]) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(choices=[(word, word) for word in words])


def _several(words: Iterable[StrEnum]) -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(choices=[(word.value, word.value) for word in words])


class DayField(forms.CharField):
    """A day as addresses write it everywhere."""

    def clean(self, value: Any) -> date | None:
        """The day, None when absent."""
        try:
            return day_asked("", super().clean(value))
        except BadAsk as bad:
            raise forms.ValidationError(bad.message) from None


class DayFilter(django_filters.Filter):  # type: ignore[misc]
    """A filter by a day."""

    field_class = DayField


def _day() -> DayFilter:
    return DayFilter()


class PlaceFilterSet(django_filters.FilterSet):  # type: ignore[misc]
    """What the list can be asked for; a word of a vocabulary may be given several times.

    The rows are spans of one day, already read and kept, so the filters fill a StatusFilter
    and no queryset.
    """

    level = _one((COUNTY, STATE))
    state = django_filters.MultipleChoiceFilter()
    kind = _several(PlaceKind)
    status = _several(Status)
    agreement = _several(AgreementStanding)
    activation = _several(ActivationStanding)
    objection = _several(Objection)
    local_limits = _several(LocalLimits)
    agreement_record = _several(AgreementRecord)
    activated_after = _day()
    activated_before = _day()
    opt_out = _one((YES, NO))
    text = django_filters.CharFilter(max_length=200)
    sort = _one(sign + name for name in SORTS for sign in ("", "-"))

    class Meta:
        model = Edition
        fields: list[str] = []

    def __init__(self, as_of: AsOf, query: QueryDict) -> None:
        super().__init__(_without_blanks(query), Edition.objects.none())
        self.as_of = as_of
        codes = sorted({place.state for place in places_of(as_of).values()})
        self.filters["state"].extra["choices"] = [(code, code) for code in codes]

    @property
    def said(self) -> dict[str, Any]:
        """The values by name; raise BadAsk for the first that cannot be read."""
        for name in self.form.errors:
            raise BadAsk(name, _reason(name))
        return cast(dict[str, Any], self.form.cleaned_data)

    @property
    def chosen(self) -> StatusFilter:
        """The filter that the values make."""
        said = self.said
        return StatusFilter(
            level=said["level"] or COUNTY,
            states=tuple(said["state"]),
            kinds=tuple(said["kind"]),
            statuses=tuple(said["status"]),
            agreements=tuple(said["agreement"]),
            activations=tuple(said["activation"]),
            objections=tuple(said["objection"]),
            local_limits=tuple(said["local_limits"]),
            agreement_records=tuple(said["agreement_record"]),
            activated_after=said["activated_after"],
            activated_before=said["activated_before"],
            has_opt_out={YES: True, NO: False}.get(said["opt_out"]),
            text=said["text"],
        )

    @property
    def order(self) -> str:
        """The order asked for; when none is, by name, or the likeliest first for a text."""
        return self.said["sort"] or (BEST if self.said["text"] else SORTS[0])

    @property
    def rows(self) -> tuple[StatusRow, ...]:
        """The places that fit, in order."""
        return status_rows(self.as_of, self.chosen, self.order)


FILTERS: tuple[str, ...] = tuple(PlaceFilterSet.base_filters)
"""The names of the filters in an address, in their order."""
REPEATABLE: tuple[str, ...] = tuple(
    name
    for name, one in PlaceFilterSet.base_filters.items()
    if isinstance(one, django_filters.MultipleChoiceFilter)
)
"""Those that may be given several times."""


def filters_in(as_of: AsOf, query: QueryDict) -> tuple[StatusFilter, str]:
    """The filter and the order that a query asks for; raise BadAsk for what cannot be read.

    Kept for the queries last asked: to make a form takes longer than to answer from it.
    """
    names = PlaceFilterSet.base_filters
    said = tuple((name, tuple(values)) for name, values in query.lists() if name in names)
    return _filters_in(replace(as_of, on=date.min, known_on=None), said)


@lru_cache(maxsize=256)
def _filters_in(
    as_of: AsOf, said: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[StatusFilter, str]:
    query = QueryDict(mutable=True)
    for name, values in said:
        query.setlist(name, list(values))
    filters = PlaceFilterSet(as_of, query)
    return filters.chosen, filters.order


def _without_blanks(query: QueryDict) -> QueryDict:
    """The query without empty parameters, state codes in capitals."""
    kept = query.copy()
    for name, values in query.lists():
        said = [value.strip() for value in values if value.strip()]
        kept.setlist(name, [value.upper() for value in said] if name == "state" else said)
    return kept


def _reason(name: str) -> str:
    if name in {"activated_after", "activated_before"}:
        return _("is not a day: write it like 2011-08-05")
    if name == "text":
        return _("is longer than 200 letters")
    return _("is not one of the words that this filter knows")
