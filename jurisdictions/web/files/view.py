"""The files: a page's address with an extension in place of the last slash."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.timezone import localdate

from jurisdictions.read.agencies.filters import REPEATABLE as SEVERAL
from jurisdictions.read.agencies.filters import TAKES
from jurisdictions.read.compared.asked import SEVERAL as COMPARE_SEVERAL
from jurisdictions.read.compared.asked import TAKES as COMPARE_TAKES
from jurisdictions.read.compared.asked import TwoDays, two_days
from jurisdictions.read.happened import asked
from jurisdictions.read.known_later.asked import SEVERAL as LATER_SEVERAL
from jurisdictions.read.known_later.asked import TAKES as LATER_TAKES
from jurisdictions.read.list_filters import FILTERS, REPEATABLE
from jurisdictions.read.many_days import DATES, SHAPE
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.forms import CSV, GEOJSON, JSON, XLSX
from jurisdictions.web.charts.asked import TAKES as CHART_TAKES
from jurisdictions.web.charts.asked import place_asked
from jurisdictions.web.files import agency_bundles, bundles
from jurisdictions.web.files.answers import Bundle, public_file
from jurisdictions.web.files.changes import changes_bundle
from jurisdictions.web.files.charts import chart_bundle
from jurisdictions.web.files.claims import claims_bundle
from jurisdictions.web.files.compared import compared_bundle
from jurisdictions.web.files.flags import flags_bundle
from jurisdictions.web.files.known_later import known_later_bundle
from jurisdictions.web.files.record import (
    editions_bundle,
    glossary_bundle,
    place_changes_bundle,
    versions_bundle,
)
from jurisdictions.web.reports.since import since_asked


@public_file(
    *(CSV, XLSX, JSON, GEOJSON),
    takes=(*FILTERS, DATES, SHAPE, "geometry", "page"),
    several=REPEATABLE,
)
def places_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """The list, every page of it, with the filters of the address."""
    return bundles.places_bundle(as_of, request.GET)


@public_file(
    *(CSV, XLSX, JSON, GEOJSON),
    takes=(*TAKES["agencies"], "geometry", "page"),
    several=SEVERAL["agencies"],
)
def agencies_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """The agencies, every page of them, with the filters of the address."""
    return agency_bundles.agencies_bundle(as_of, request.GET)


@public_file(
    *(CSV, XLSX, JSON, GEOJSON),
    takes=(*TAKES["agreements"], "geometry", "page"),
    several=SEVERAL["agreements"],
)
def agreements_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """The agreements, likewise."""
    return agency_bundles.agreements_bundle(as_of, request.GET)


@public_file(CSV, XLSX, JSON, GEOJSON, takes=("geometry",))
def place_file(request: HttpRequest, as_of: AsOf, code: str) -> Bundle:
    """A place by its geoid, alone or with the readable end of its page's address."""
    geoid, _dash, _slug = code.partition("-")
    return bundles.place_bundle(as_of, geoid, request.GET)


@public_file(CSV, XLSX, JSON)
def policy_file(request: HttpRequest, as_of: AsOf) -> Bundle:  # noqa: ARG001 - as every view
    """The federal acts."""
    return bundles.policy_bundle(as_of)


@public_file(CSV, XLSX, JSON, takes=asked.TAKES, several=asked.SEVERAL)
def changes_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """What happened between two days, and what the record took back in them."""
    return changes_bundle(as_of, asked.days_asked(as_of, request.GET, localdate()))


@public_file(
    *(CSV, XLSX, JSON, GEOJSON), takes=(*COMPARE_TAKES, "geometry", "page"), several=COMPARE_SEVERAL
)
def compared_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """The places that have another status on the last of two days than on the first."""
    return compared_bundle(as_of, two_days(as_of, request.GET, localdate()), request.GET)


@public_file(
    *(CSV, XLSX, JSON, GEOJSON), takes=(*LATER_TAKES, "geometry", "page"), several=LATER_SEVERAL
)
def known_later_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """The places whose status on the day only became known later, with what came out."""
    return known_later_bundle(as_of, request.GET)


@public_file(CSV, XLSX, JSON, takes=CHART_TAKES)
def chart_file(request: HttpRequest, as_of: AsOf, chart: str) -> Bundle:
    """The numbers behind a chart of the nation or a place."""
    return chart_bundle(as_of, chart, place_asked(as_of, request.GET))


@public_file(CSV, XLSX, JSON)
def claims_file(request: HttpRequest, as_of: AsOf) -> Bundle:  # noqa: ARG001 - as every view
    """Every published number beside the record's."""
    return claims_bundle(as_of)


@public_file(CSV, XLSX, JSON)
def claim_file(request: HttpRequest, as_of: AsOf, key: str) -> Bundle:  # noqa: ARG001 - as every view
    """One published number beside the record's."""
    return claims_bundle(as_of, key)


@public_file(CSV, XLSX, JSON)
def flags_file(request: HttpRequest, as_of: AsOf) -> Bundle:  # noqa: ARG001 - as every view
    """Every flag."""
    return flags_bundle(as_of)


@public_file(CSV, XLSX, JSON)
def flags_of_kind_file(request: HttpRequest, as_of: AsOf, kind: str) -> Bundle:  # noqa: ARG001
    """The flags of one kind."""
    return flags_bundle(as_of, kind)


@public_file(CSV, XLSX, JSON)
def sources_file(request: HttpRequest, as_of: AsOf) -> Bundle:  # noqa: ARG001 - as every view
    """The sources."""
    return bundles.sources_bundle(as_of)


@public_file(CSV, XLSX, JSON)
def source_file(request: HttpRequest, as_of: AsOf, key: str) -> Bundle:  # noqa: ARG001 - as every view
    """What rests on one source."""
    return bundles.source_bundle(as_of, key)


@public_file(CSV, XLSX, takes=("state",), several=("state",))
def history_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """Every span of every place."""
    return bundles.history_bundle(as_of, request.GET)


@public_file(CSV, XLSX, JSON)
def glossary_file(request: HttpRequest, as_of: AsOf) -> Bundle:  # noqa: ARG001 - as every view
    """Every word of the program."""
    return glossary_bundle(as_of)


@public_file(CSV, XLSX, JSON)
def editions_file(request: HttpRequest, as_of: AsOf) -> Bundle:  # noqa: ARG001 - as every view
    """Every edition."""
    return editions_bundle(as_of)


@public_file(CSV, XLSX, JSON, GEOJSON, takes=("since", "geometry"))
def briefing_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """The places that have another status on the day of the briefing than on its second day."""
    since = since_asked(request, as_of)
    return compared_bundle(as_of, TwoDays(since, as_of.on), request.GET)


@public_file(CSV, XLSX, JSON)
def versions_file(request: HttpRequest, as_of: AsOf, name: str) -> Bundle:  # noqa: ARG001 - as every view
    """Every version of a fact."""
    return versions_bundle(as_of, name)


@public_file(CSV, XLSX, JSON)
def place_changes_file(request: HttpRequest, as_of: AsOf, geoid: str) -> Bundle:  # noqa: ARG001 - as every view
    """Every change of the facts of a place."""
    return place_changes_bundle(as_of, geoid)
