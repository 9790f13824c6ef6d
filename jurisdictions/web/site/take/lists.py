"""Lists of places, agencies and agreements as files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from jurisdictions.read.agencies.filters import TAKES
from jurisdictions.read.headlines import counted_numbers
from jurisdictions.read.list_filters import FILTERS
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.files import sizes as sizes
from jurisdictions.render.files.forms import CSV, GEOJSON
from jurisdictions.web.site.addresses import kept_of, with_query
from jurisdictions.web.site.no_report import has_reports
from jurisdictions.web.site.take.offer import Offer, Query, offered, report
from jurisdictions.web.site.take.tables import Counted, filtered, table_offers, undated


def places_offers(query: QueryDict, geoids: Collection[str], places: int) -> list[Offer]:
    """The list of these places with its filters, and the history of all `places`."""
    return _list_offers(query, filtered(query, FILTERS), geoids, places)


def map_offers(query: QueryDict, state: str, geoids: Collection[str], places: int) -> list[Offer]:
    """The list of the places shown (of one state, or all); the map's script keeps it true."""
    said = {**kept_of(query), "state": state} if state else kept_of(query)
    return _list_offers(query, said, geoids, places)


def in_force_offers(as_of: AsOf, query: QueryDict, state: PlaceRow | None) -> list[Offer]:
    """What was in force on the day, in the whole nation or in a state: agreements and agencies."""
    rows = counted_numbers(as_of, state.geoid if state else "")
    said = undated(query) | ({"state": state.state} if state else {})
    titles = {"agreements": _("Agreements, CSV"), "agencies": _("Agencies, CSV")}
    return [
        replace(
            offered(
                CSV,
                f"{name}-file",
                {**said, "in_force_on": as_of.on.isoformat()},
                sizes.size_of(sizes.LISTS[name], "csv", rows[name]),
                _("those in force on the day"),
            ),
            label=label,
            dated="in_force_on",
        )
        for name, label in titles.items()
    ]


def _list_offers(
    query: QueryDict, said: Query, geoids: Collection[str], places: int
) -> list[Offer]:
    rows = len(geoids)
    offers = [
        *table_offers("places-file", said, Counted(sizes.LIST, rows)),
        offered(GEOJSON, "places-file", said, sizes.geojson_size(geoids)),
    ]
    if has_reports():
        size = sizes.size_of(sizes.LIST_REPORT, "pdf", rows)
        offers.append(report("places-pdf", said, size))
    return [*offers, _history(query, places)]


def _history(query: QueryDict, places: int) -> Offer:
    size = sizes.size_text(sizes.size_of(sizes.HISTORY, "csv", places))
    inside = _("every status that every place ever had, as one plain table")
    href = with_query(reverse("history-file", kwargs={"form": "csv"}), undated(query))
    return Offer(_("History, CSV"), href, size, inside, "text/csv", dated="")


def agency_list_offers(
    name: str, query: QueryDict, served: Sequence[tuple[str, ...]]
) -> list[Offer]:
    """The list of agencies or of agreements, by its name, with its filters.

    `served` are the geoids of the places that each row is about.
    """
    rows = len(served)
    said = filtered(query, TAKES[name])
    inside = {
        "xlsx": _("rows, sources, codebook, how to cite"),
        "json": _("rows and sources, for programs"),
    }
    size = sizes.served_size(name, served)
    told = _("for maps, with the borders of the places that each agency serves")
    pdf = sizes.size_of(sizes.ROWS_REPORT, name, rows)
    return [
        *table_offers(f"{name}-file", said, Counted(sizes.LISTS[name], rows), inside),
        offered(GEOJSON, f"{name}-file", said, size, told),
        report(f"{name}-pdf", said, pdf),
    ]


def agency_offers(query: QueryDict, agency: str, agreements: int) -> list[Offer]:
    """What an agency signed, as files."""
    said = {**kept_of(query), "agency": agency}
    return table_offers("agreements-file", said, Counted(sizes.LISTS["agreements"], agreements))
