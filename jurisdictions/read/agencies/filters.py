"""The filters of the lists of agencies and of agreements: names in the address, what each takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.agencies.choosing import AgreementFilter
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.asking import BadAsk
from jurisdictions.read.filter_fields import (
    DayFilter,
    ListFilterSet,
    a_text,
    one_of,
    repeatable,
    several_of,
)
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    Ending,
    LawStanding,
    Model,
)

AGENCY_SORTS = ("name", "state", "kind", "since", "agreements")
AGREEMENT_SORTS = ("name", "state", "model", "signed", "listed", "ended")
"""Orders that each list offers; each also runs backwards with a minus sign."""


def _sort(names: tuple[str, ...]) -> django_filters.ChoiceFilter:
    return one_of(sign + name for name in names for sign in ("", "-"))


class AgencyFilterSet(ListFilterSet):
    """What the list of agencies can be asked for.

    What is asked of agreements, one agreement of the agency must fit in all.
    """

    USUAL = "name"
    state = django_filters.MultipleChoiceFilter()
    model = several_of(Model)
    level = several_of(AgencyLevel)
    kind = several_of(AgencyKind)
    state_law = several_of(LawStanding)
    ending = several_of(Ending)
    in_force_on = DayFilter()
    on_list = DayFilter()
    signed_after = DayFilter()
    signed_before = DayFilter()
    ended_after = DayFilter()
    ended_before = DayFilter()
    text = a_text()
    sort = _sort(AGENCY_SORTS)

    @property
    def chosen(self) -> AgreementFilter:
        """The filter that the values make; raise BadAsk."""
        said = self.said
        return AgreementFilter(
            states=tuple(said["state"]),
            models=tuple(map(Model, said["model"])),
            levels=tuple(map(AgencyLevel, said["level"])),
            kinds=tuple(map(AgencyKind, said["kind"])),
            laws=tuple(map(LawStanding, said["state_law"])),
            endings=tuple(map(Ending, said["ending"])),
            in_force_on=said["in_force_on"],
            on_list=self._list(said["on_list"]),
            signed_after=said["signed_after"],
            signed_before=said["signed_before"],
            ended_after=said["ended_after"],
            ended_before=said["ended_before"],
            text=said["text"],
        )

    @property
    def order(self) -> str:
        """The order asked for, or the usual one."""
        return str(self.said["sort"] or self.USUAL)

    def _list(self, day: date | None) -> date | None:
        if day and day not in agency_record(self.as_of).days_of_lists:
            raise BadAsk("on_list", no_such_list(self.as_of, day))
        return day


class AgreementFilterSet(AgencyFilterSet):
    """What the list of agreements can be asked for."""

    USUAL = "state"
    agency = django_filters.CharFilter()
    sort = _sort(AGREEMENT_SORTS)

    @property
    def chosen(self) -> AgreementFilter:
        """The filter that the values make; raise BadAsk."""
        agency = self.said["agency"]
        if agency and agency not in agency_record(self.as_of).agencies:
            raise BadAsk("agency", _("is the id of no agency on record"))
        return replace(super().chosen, agencies=(agency,) if agency else ())


FILTERS = {
    "agencies": AgencyFilterSet,
    "agreements": AgreementFilterSet,
}
"""By the name of the list."""
TAKES = {name: tuple(filters.base_filters) for name, filters in FILTERS.items()}
REPEATABLE = {name: repeatable(filters) for name, filters in FILTERS.items()}


def no_such_list(as_of: AsOf, day: date) -> str:
    """That no list of that day is in hand, and which are nearest: the end of a sentence."""
    near = ", ".join(one.isoformat() for one in agency_record(as_of).lists_near(day))
    if not near:
        return _("is the day of no list of ICE's on record")
    return _("is the day of no list of ICE's on record; the nearest are of %(near)s") % {
        "near": near
    }


def filters_in(name: str, as_of: AsOf, query: QueryDict) -> tuple[AgreementFilter, str]:
    """The filter and the order that a query asks a list for; raise BadAsk.

    Kept for the queries last asked: to make a form takes longer than to answer from it.
    """
    said = tuple((key, tuple(values)) for key, values in query.lists() if key in TAKES[name])
    return _filters_in(name, replace(as_of, on=date.min), said)


@kept_once(maxsize=256)
def _filters_in(
    name: str, as_of: AsOf, said: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[AgreementFilter, str]:
    query = QueryDict(mutable=True)
    for key, values in said:
        query.setlist(key, list(values))
    filters = FILTERS[name](as_of, query)
    return filters.chosen, filters.order
