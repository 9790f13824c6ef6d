"""Lists of the record itself as files: acts, sources, requests, claims, flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.flags.rows import Flag
from jurisdictions.render.files import sizes as sizes
from jurisdictions.render.files.forms import GEOJSON
from jurisdictions.web.site.addresses import kept_of
from jurisdictions.web.site.take.offer import Offer, offered, rows_alone
from jurisdictions.web.site.take.tables import Counted, of_all_days, table_offers, undated


def policy_offers(query: QueryDict, acts: int) -> list[Offer]:
    """The federal acts as files."""
    inside = {
        "csv": _("the acts as one plain table, %(rows)s") % {"rows": rows_alone(acts)},
        "xlsx": _("acts, positions, figures, citations, codebook, how to cite"),
    }
    return table_offers("policy-file", kept_of(query), Counted(sizes.POLICY, acts), inside)


def claims_offers(query: QueryDict, rows: int, key: str = "") -> list[Offer]:
    """Published numbers beside the record's as files: all, or the one of an id."""
    name, parts = ("claim-file", {"key": key}) if key else ("claims-file", None)
    return table_offers(name, undated(query), Counted(sizes.CLAIMS, rows), parts=parts)


def flags_offers(query: QueryDict, found: Sequence[Flag], kind: str = "") -> list[Offer]:
    """Flags as files: all, or those of one kind."""
    grouped = sum(bool(one.raised.group) for one in found)
    agencies = sum(bool(one.agency) for one in found)
    counts = (grouped, len(found) - grouped - agencies, agencies)
    name, parts = ("flags-of-kind-file", {"kind": kind}) if kind else ("flags-file", None)
    counted = Counted(sizes.FLAGS, len(found), counts)
    return table_offers(name, undated(query), counted, parts=parts)


def requests_offers(query: QueryDict, geoids: Sequence[str], steps: int) -> list[Offer]:
    """Requests not to take part as files: the place of each, and how many steps all have."""
    said = undated(query)
    counted = Counted(sizes.REQUESTS, len(geoids), (len(geoids), steps))
    inside = {"xlsx": _("requests, their steps, citations, codebook, how to cite")}
    tables = table_offers("requests-file", said, counted, inside)
    mapped = offered(GEOJSON, "requests-file", said, sizes.geojson_size(geoids))
    return of_all_days([*tables, mapped])


def record_offers(
    query: QueryDict, name: str, rows: int, parts: Mapping[str, str] | None = None
) -> list[Offer]:
    """A list of the record itself as files, by the name of their address."""
    counted = Counted(sizes.RECORD[name], rows)
    return of_all_days(table_offers(name, undated(query), counted, parts=parts))


def source_offers(query: QueryDict, key: str, rows: int, of_agencies: int) -> list[Offer]:
    """The facts that rest on a source as files; of the `rows` so many are `of_agencies`."""
    counted = Counted(sizes.SOURCE, rows, (of_agencies, rows - of_agencies))
    return of_all_days(table_offers("source-file", undated(query), counted, parts={"key": key}))


def sources_offers(query: QueryDict, sources: int) -> list[Offer]:
    """The sources as files."""
    return table_offers("sources-file", kept_of(query), Counted(sizes.SOURCES, sources))
