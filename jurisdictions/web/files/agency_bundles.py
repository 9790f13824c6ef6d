"""What the files of agencies and of agreements hold: the same rows as the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.agencies.choosing import NOTHING, AgreementFilter
from jurisdictions.read.agencies.filters import filters_in
from jurisdictions.read.agencies.lines import AgencyLine, agency_lines, agreement_lines
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf, SourceRow
from jurisdictions.read.sources import sources_by_key
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.agencies import AGENCIES, AGREEMENTS
from jurisdictions.render.files.tables import Sheet, Table
from jurisdictions.render.words.days import date_text
from jurisdictions.web.files.answers import Bundle
from jurisdictions.web.files.bundles import MOST_NAMED, bordered
from jurisdictions.web.site.program import demand_program

Lines = Callable[[AsOf, AgreementFilter, str], list[Any]]


def agencies_bundle(as_of: AsOf, query: QueryDict) -> Bundle:
    """The list of agencies with its filters; raise BadAsk for one that is wrong."""
    return _bundle("agencies", AGENCIES, agency_lines, _("Agencies on %(day)s"), as_of, query)


def agreements_bundle(as_of: AsOf, query: QueryDict) -> Bundle:
    """The list of agreements with its filters; raise BadAsk for one that is wrong."""
    return _bundle(
        "agreements", AGREEMENTS, agreement_lines, _("Agreements on %(day)s"), as_of, query
    )


def _bundle(
    name: str, table: Table, lines: Lines, title: str, as_of: AsOf, query: QueryDict
) -> Bundle:
    demand_program(told_by()[name])
    chosen, order = filters_in(name, as_of, query)
    day = chosen.day(as_of)
    rows = cache(lambda: lines(as_of, chosen, order))
    data = Sheet("data", table, rows)
    return Bundle(
        name=_named(name, chosen),
        title=title % {"day": date_text(day)},
        mapped=(data,),
        bordered=bordered(query),
        sheets=(
            data,
            Sheet("sources", tables.SOURCES, lambda: _sources(as_of, rows())),
        ),
        day=day,
    )


def _sources(as_of: AsOf, lines: Iterable[Any]) -> list[SourceRow]:
    """The sources that the rows name, in the order of their first row; how often, in `cited`."""
    cited: dict[str, int] = {}
    for line in lines:
        ends = () if isinstance(line, AgencyLine) else (line.row.ending_source,)
        for key in dict.fromkeys((*line.sources, *filter(None, ends))):
            cited[key] = cited.get(key, 0) + 1
    known = sources_by_key(as_of)
    return [replace(known[key], cited=count) for key, count in cited.items() if key in known]


def _named(name: str, chosen: AgreementFilter) -> str:
    """What is asked for, as the file's name tells it: states, the list, and that it is a part."""
    few = len(chosen.states) <= MOST_NAMED
    parts = [name, *(code.lower() for code in chosen.states if few)]
    if chosen.in_force_on:
        parts.append("in-force")
    if chosen.on_list:
        parts.append(f"list-{chosen.on_list.isoformat()}")
    told = replace(chosen, in_force_on=None, on_list=None, states=() if few else chosen.states)
    return "-".join([*parts, *(["selection"] if told != NOTHING else [])])
