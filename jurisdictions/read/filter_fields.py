"""The fields that the filters of every list are made of, and how a list's query is read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, cast

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.models import Edition
from jurisdictions.read.asking import BadAsk, day_asked
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf

LONGEST_TEXT = 200


def one_of(words: Iterable[str]) -> django_filters.ChoiceFilter:
    """A filter by one of these words."""
    return django_filters.ChoiceFilter(choices=[(word, word) for word in words])


def several_of(words: Iterable[StrEnum]) -> django_filters.MultipleChoiceFilter:
    """A filter by words of a vocabulary; any may be given several times."""
    return django_filters.MultipleChoiceFilter(choices=[(word.value, word.value) for word in words])


def a_text() -> django_filters.CharFilter:
    """A filter by words that are looked for."""
    return django_filters.CharFilter(max_length=LONGEST_TEXT)


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


class ListFilterSet(django_filters.FilterSet):  # type: ignore[misc]
    """What a list can be asked for; a word of a vocabulary may be given several times.

    The rows are read and kept already, so the filters fill a frozen filter and no queryset.
    """

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
            raise BadAsk(name, self._reason(name))
        return cast(dict[str, Any], self.form.cleaned_data)

    def _reason(self, name: str) -> str:
        match self.filters[name]:
            case DayFilter():
                return _("is not a day: write it like 2011-08-05")
            case django_filters.CharFilter():
                return _("is longer than 200 letters")
            case _:
                return _("is not one of the words that this filter knows")


def repeatable(filters: type[ListFilterSet]) -> tuple[str, ...]:
    """The names of those that may be given several times."""
    several = django_filters.MultipleChoiceFilter
    return tuple(name for name, one in filters.base_filters.items() if isinstance(one, several))


def _without_blanks(query: QueryDict) -> QueryDict:
    """The query without empty parameters, state codes in capitals."""
    kept = query.copy()
    for name, values in query.lists():
        said = [value.strip() for value in values if value.strip()]
        kept.setlist(name, [value.upper() for value in said] if name == "state" else said)
    return kept
