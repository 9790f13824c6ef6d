"""What happened, what changed between two days, and numbers through time, as files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.render.files import sizes as sizes
from jurisdictions.render.files.forms import CSV, GEOJSON
from jurisdictions.web.site.addresses import kept_of
from jurisdictions.web.site.take.offer import Offer, Query, offered, report
from jurisdictions.web.site.take.tables import Counted, filtered, table_offers, undated


def changes_offers(
    query: QueryDict, takes: Collection[str], rows: int, of_agencies: int
) -> list[Offer]:
    """What happened between two days, as files; `takes` are the parameters of the page.

    Of the `rows` so many are `of_agencies`.
    """
    counted = Counted(sizes.CHANGES, rows, (of_agencies, rows - of_agencies))
    inside = {"xlsx": _("what happened, numbers by state, corrections, codebook, how to cite")}
    return table_offers("changes-file", filtered(query, takes), counted, inside)


def chart_offers(query: QueryDict, state: str, rows: int) -> list[Offer]:
    """The numbers behind the chart of statuses, of a state or the nation, as files."""
    said = undated(query) | ({"state": state} if state else {})
    counted = Counted(sizes.THROUGH_TIME, rows)
    return table_offers("chart-file", said, counted, parts={"chart": "status"})


def compared_offers(
    query: QueryDict, takes: Collection[str], geoids: Collection[str], both: tuple[Query, int]
) -> list[Offer]:
    """The places with another status as files; `takes` are the parameters of the page.

    `both` asks for the list on either day, and tells how many places that has.
    """
    said, (asked, places) = filtered(query, takes), both
    inside = {"xlsx": _("places, how many went which way, codebook, how to cite")}
    whole = offered(
        CSV,
        "places-file",
        {**kept_of(query), **asked},
        sizes.size_of(sizes.WIDE, "csv", places),
        _("every place, with its status on either day"),
    )
    return [
        *table_offers("compared-file", said, Counted(sizes.COMPARED, len(geoids)), inside),
        offered(GEOJSON, "compared-file", said, sizes.geojson_size(geoids)),
        replace(whole, label=_("Both days, CSV"), dated=""),
    ]


def known_later_offers(
    query: QueryDict, takes: Collection[str], geoids: Collection[str]
) -> list[Offer]:
    """The places of which more became known as files; `takes` are the page's parameters."""
    said, inside = filtered(query, takes), {"xlsx": _("places, codebook, how to cite")}
    return [
        *table_offers("known-later-file", said, Counted(sizes.KNOWN_LATER, len(geoids)), inside),
        offered(GEOJSON, "known-later-file", said, sizes.geojson_size(geoids)),
    ]


def briefing_offers(query: QueryDict, since: str, changed: int) -> list[Offer]:
    """The places that changed between the two days of a briefing, and the briefing as a report."""
    said = {**kept_of(query), "since": since}
    tables = table_offers("briefing-file", said, Counted(sizes.COMPARED, changed))
    return [report("briefing-pdf", said, sizes.BRIEFING), *tables]
