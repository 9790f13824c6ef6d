"""The panel "Take this with you": what a page shows, as files, with size and what is inside."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.agencies.filters import TAKES
from jurisdictions.read.flags.rows import Flag
from jurisdictions.read.headlines import counted_numbers
from jurisdictions.read.list_filters import FILTERS
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.files import sizes as sizes
from jurisdictions.render.files.forms import CSV, FORMS, GEOJSON, JSON, PDF, XLSX, FileForm
from jurisdictions.render.words.days import number_text
from jurisdictions.web.site.addresses import KEPT, kept_of, with_query
from jurisdictions.web.site.beside import ENDING
from jurisdictions.web.site.no_report import has_reports

Query = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Offer:
    """A file: what its form is called, its address, about how large it is, what is inside.

    `dated` is the parameter of the address that names the day; "" for a file of all days.
    """

    label: str
    href: str
    size: str
    inside: str
    media_type: str
    dated: str = "date"

    @property
    def cited(self) -> str:
        """The address of the text beside it that says how to cite it."""
        path, mark, query = self.href.partition("?")
        return f"{path}{ENDING}{mark}{query}"

    @property
    def told(self) -> str:
        """The address of a CSV with labels beside its codes, and its citation in a first line."""
        return self._with("labels=1", "comment=1")

    @property
    def for_excel(self) -> str:
        """The address of a CSV with the mark by which Excel knows its letters."""
        return self._with("excel=1")

    def _with(self, *choices: str) -> str:
        path, _mark, query = self.href.partition("?")
        return f"{path}?{'&'.join(filter(None, (query, *choices)))}"


def plain_table(offers: Sequence[Offer]) -> Offer | None:
    """The first CSV among them."""
    return next((one for one in offers if one.media_type == "text/csv"), None)


def places_offers(query: QueryDict, geoids: Collection[str], places: int) -> list[Offer]:
    """The list of these places with its filters, and the history of all `places`."""
    # What an address brings along that is no filter, such as a campaign's name, ends here.
    known = {*FILTERS, *KEPT}
    said = {name: values for name, values in query.lists() if name in known and any(values)}
    return _list_offers(query, said, geoids, places)


def map_offers(query: QueryDict, state: str, geoids: Collection[str], places: int) -> list[Offer]:
    """The list of the places shown (of one state, or all); the map's script keeps it true."""
    said = {**kept_of(query), "state": state} if state else kept_of(query)
    return _list_offers(query, said, geoids, places)


def in_force_offers(as_of: AsOf, query: QueryDict, state: PlaceRow | None) -> list[Offer]:
    """What was in force on the day, in the whole nation or in a state: agreements and agencies."""
    rows = counted_numbers(as_of, state.geoid if state else "")
    said = {k: v for k, v in kept_of(query).items() if k != "date"}
    said |= {"state": state.state} if state else {}
    titles = {"agreements": _("Agreements, CSV"), "agencies": _("Agencies, CSV")}
    return [
        replace(
            _offer(
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
        _offer(CSV, "places-file", said, sizes.size_of(sizes.LIST, "csv", rows), _rows(rows)),
        _offer(XLSX, "places-file", said, sizes.size_of(sizes.LIST, "xlsx", rows)),
        _offer(JSON, "places-file", said, sizes.size_of(sizes.LIST, "json", rows)),
        _offer(GEOJSON, "places-file", said, sizes.geojson_size(geoids)),
    ]
    if has_reports():
        size = sizes.size_of(sizes.LIST_REPORT, "pdf", rows)
        offers.append(_report("places-pdf", said, size))
    return [*offers, _history(query, places)]


def _history(query: QueryDict, places: int) -> Offer:
    kept = {name: value for name, value in kept_of(query).items() if name != "date"}
    size = sizes.size_text(sizes.size_of(sizes.HISTORY, "csv", places))
    inside = _("every status that every place ever had, as one plain table")
    href = with_query(reverse("history-file", kwargs={"form": "csv"}), kept)
    return Offer(_("History, CSV"), href, size, inside, "text/csv", dated="")


def agency_list_offers(
    name: str, query: QueryDict, served: Sequence[tuple[str, ...]]
) -> list[Offer]:
    """The list of agencies or of agreements, by its name, with its filters.

    `served` are the geoids of the places that each row is about.
    """
    rows = len(served)
    known = {*TAKES[name], *KEPT}
    said = {key: values for key, values in query.lists() if key in known and any(values)}
    inside = {
        "csv": _rows(rows),
        "xlsx": _("rows, sources, codebook, how to cite"),
        "json": _("rows and sources, for programs"),
    }
    offers = [
        _offer(
            FORMS[extension],
            f"{name}-file",
            said,
            sizes.size_of(sizes.LISTS[name], extension, rows),
            told,
        )
        for extension, told in inside.items()
    ]
    size = sizes.served_size(name, served)
    told = _("for maps, with the borders of the places that each agency serves")
    pdf = sizes.size_of(sizes.ROWS_REPORT, name, rows)
    return [
        *offers,
        _offer(GEOJSON, f"{name}-file", said, size, told),
        _report(f"{name}-pdf", said, pdf),
    ]


def place_offers(
    query: QueryDict, place: PlaceRow, counts: tuple[int, int, int], members: Collection[str]
) -> list[Offer]:
    """A place's files; `members` are a state's places.

    `counts`: its spans, the facts about it, and what of these is told of it by time.
    """
    said, part = kept_of(query), {"code": place.geoid}
    spans, facts, told = counts
    inside = ngettext("the timeline: %(number)s span", "the timeline: %(number)s spans", spans) % {
        "number": number_text(spans)
    }

    def offer(form: FileForm, inside: str) -> Offer:
        size = sizes.size_of(sizes.PLACE, form.extension, spans, facts, len(members))
        return _offer(form, "place-file", said, size, inside, part)

    agreements = facts if members else 0
    size = sizes.size_of(sizes.REPORT, "pdf", spans, told, len(members), agreements)
    report = [_report("place-pdf", said, size, {"geoid": place.geoid})]
    return [
        *(report if has_reports() else []),
        offer(CSV, inside),
        offer(XLSX, _("status, timeline, facts, citations, codebook, how to cite")),
        offer(JSON, _("all that the page shows, for programs")),
        _offer(
            GEOJSON, "place-file", said, sizes.geojson_size([place.geoid, *members]), parts=part
        ),
    ]


def _report(name: str, query: Query, size: int, parts: dict[str, str] | None = None) -> Offer:
    href = with_query(reverse(name, kwargs=parts), query)
    return Offer(PDF.label, href, sizes.size_text(size), PDF.explained, PDF.media_type)


def policy_offers(query: QueryDict, acts: int) -> list[Offer]:
    """The federal acts as files."""
    said = kept_of(query)
    inside = {
        "csv": _("the acts as one plain table, %(rows)s") % {"rows": _rows_alone(acts)},
        "xlsx": _("acts, positions, figures, citations, codebook, how to cite"),
    }
    return [
        _offer(
            FORMS[extension],
            "policy-file",
            said,
            sizes.size_of(sizes.POLICY, extension, acts),
            inside.get(extension, ""),
        )
        for extension in ("csv", "xlsx", "json")
    ]


def changes_offers(
    query: QueryDict, takes: Collection[str], rows: int, of_agencies: int
) -> list[Offer]:
    """What happened between two days, as files; `takes` are the parameters of the page.

    Of the `rows` so many are `of_agencies`.
    """
    known = {*takes, *KEPT}
    said = {name: values for name, values in query.lists() if name in known and any(values)}
    inside = {
        "csv": _rows(rows),
        "xlsx": _("what happened, numbers by state, corrections, codebook, how to cite"),
    }
    return [
        _offer(
            FORMS[extension],
            "changes-file",
            said,
            sizes.size_of(sizes.CHANGES, extension, of_agencies, rows - of_agencies),
            inside.get(extension, ""),
        )
        for extension in ("csv", "xlsx", "json")
    ]


def chart_offers(query: QueryDict, state: str, rows: int) -> list[Offer]:
    """The numbers behind the chart of statuses, of a state or the nation, as files."""
    said = {name: value for name, value in kept_of(query).items() if name != "date"}
    return [
        _offer(
            FORMS[extension],
            "chart-file",
            {**said, "state": state} if state else said,
            sizes.size_of(sizes.THROUGH_TIME, extension, rows),
            _rows(rows) if extension == "csv" else "",
            {"chart": "status"},
        )
        for extension in ("csv", "xlsx", "json")
    ]


def compared_offers(
    query: QueryDict, takes: Collection[str], geoids: Collection[str], both: tuple[Query, int]
) -> list[Offer]:
    """The places with another status as files; `takes` are the parameters of the page.

    `both` asks for the list on either day, and tells how many places that has.
    """
    known, rows = {*takes, *KEPT}, len(geoids)
    said = {name: values for name, values in query.lists() if name in known and any(values)}
    inside = {
        "csv": _rows(rows),
        "xlsx": _("places, how many went which way, codebook, how to cite"),
    }
    offers = [
        _offer(
            FORMS[extension],
            "compared-file",
            said,
            sizes.size_of(sizes.COMPARED, extension, rows),
            inside.get(extension, ""),
        )
        for extension in ("csv", "xlsx", "json")
    ]
    asked, places = both
    whole = _offer(
        CSV,
        "places-file",
        {**kept_of(query), **asked},
        sizes.size_of(sizes.WIDE, "csv", places),
        _("every place, with its status on either day"),
    )
    return [
        *offers,
        _offer(GEOJSON, "compared-file", said, sizes.geojson_size(geoids)),
        replace(whole, label=_("Both days, CSV"), dated=""),
    ]


def known_later_offers(
    query: QueryDict, takes: Collection[str], geoids: Collection[str]
) -> list[Offer]:
    """The places of which more became known as files; `takes` are the page's parameters."""
    known, rows = {*takes, *KEPT}, len(geoids)
    said = {name: values for name, values in query.lists() if name in known and any(values)}
    inside = {"csv": _rows(rows), "xlsx": _("places, codebook, how to cite")}
    offers = [
        _offer(
            FORMS[extension],
            "known-later-file",
            said,
            sizes.size_of(sizes.KNOWN_LATER, extension, rows),
            inside.get(extension, ""),
        )
        for extension in ("csv", "xlsx", "json")
    ]
    return [*offers, _offer(GEOJSON, "known-later-file", said, sizes.geojson_size(geoids))]


def claims_offers(query: QueryDict, rows: int, key: str = "") -> list[Offer]:
    """Published numbers beside the record's as files: all, or the one of an id."""
    said = {name: value for name, value in kept_of(query).items() if name != "date"}
    return [
        _offer(
            FORMS[extension],
            "claim-file" if key else "claims-file",
            said,
            sizes.size_of(sizes.CLAIMS, extension, rows),
            _rows(rows) if extension == "csv" else "",
            {"key": key} if key else None,
        )
        for extension in ("csv", "xlsx", "json")
    ]


def flags_offers(query: QueryDict, found: Sequence[Flag], kind: str = "") -> list[Offer]:
    """Flags as files: all, or those of one kind."""
    grouped = sum(bool(one.raised.group) for one in found)
    agencies = sum(bool(one.agency) for one in found)
    counts = (grouped, len(found) - grouped - agencies, agencies)
    said = {name: value for name, value in kept_of(query).items() if name != "date"}
    return [
        _offer(
            FORMS[extension],
            "flags-of-kind-file" if kind else "flags-file",
            said,
            sizes.size_of(sizes.FLAGS, extension, *counts),
            _rows(len(found)) if extension == "csv" else "",
            {"kind": kind} if kind else None,
        )
        for extension in ("csv", "xlsx", "json")
    ]


def requests_offers(query: QueryDict, geoids: Sequence[str], steps: int) -> list[Offer]:
    """Requests not to take part as files: the place of each, and how many steps all have."""
    said = {name: value for name, value in kept_of(query).items() if name != "date"}
    inside = {
        "csv": _rows(len(geoids)),
        "xlsx": _("requests, their steps, citations, codebook, how to cite"),
    }
    offers = [
        _offer(
            FORMS[extension],
            "requests-file",
            said,
            sizes.size_of(sizes.REQUESTS, extension, len(geoids), steps),
            inside.get(extension, ""),
        )
        for extension in ("csv", "xlsx", "json")
    ]
    mapped = _offer(GEOJSON, "requests-file", said, sizes.geojson_size(geoids))
    return [replace(one, dated="") for one in (*offers, mapped)]


def record_offers(
    query: QueryDict, name: str, rows: int, parts: Mapping[str, str] | None = None
) -> list[Offer]:
    """A list of the record itself as files, by the name of their address."""
    said = {key: value for key, value in kept_of(query).items() if key != "date"}
    return [
        replace(
            _offer(
                FORMS[extension],
                name,
                said,
                sizes.size_of(sizes.RECORD[name], extension, rows),
                _rows(rows) if extension == "csv" else "",
                parts,
            ),
            dated="",
        )
        for extension in ("csv", "xlsx", "json")
    ]


def briefing_offers(query: QueryDict, since: str, changed: int) -> list[Offer]:
    """The places that changed between the two days of a briefing, and the briefing as a report."""
    said = {**kept_of(query), "since": since}
    tables = [
        _offer(
            FORMS[extension],
            "briefing-file",
            said,
            sizes.size_of(sizes.COMPARED, extension, changed),
            _rows(changed) if extension == "csv" else "",
        )
        for extension in ("csv", "xlsx", "json")
    ]
    return [_report("briefing-pdf", said, sizes.BRIEFING), *tables]


def agency_offers(query: QueryDict, agency: str, agreements: int) -> list[Offer]:
    """What an agency signed, as files."""
    said = {**kept_of(query), "agency": agency}
    return [
        _offer(
            FORMS[extension],
            "agreements-file",
            said,
            sizes.size_of(sizes.LISTS["agreements"], extension, agreements),
            _rows(agreements) if extension == "csv" else "",
        )
        for extension in ("csv", "xlsx", "json")
    ]


def source_offers(query: QueryDict, key: str, rows: int, of_agencies: int) -> list[Offer]:
    """The facts that rest on a source as files; of the `rows` so many are `of_agencies`."""
    said = {name: value for name, value in kept_of(query).items() if name != "date"}
    return [
        replace(
            _offer(
                FORMS[extension],
                "source-file",
                said,
                sizes.size_of(sizes.SOURCE, extension, of_agencies, rows - of_agencies),
                _rows(rows) if extension == "csv" else "",
                {"key": key},
            ),
            dated="",
        )
        for extension in ("csv", "xlsx", "json")
    ]


def sources_offers(query: QueryDict, sources: int) -> list[Offer]:
    """The sources as files."""
    said = kept_of(query)
    return [
        _offer(
            FORMS[extension],
            "sources-file",
            said,
            sizes.size_of(sizes.SOURCES, extension, sources),
            _rows(sources) if extension == "csv" else "",
        )
        for extension in ("csv", "xlsx", "json")
    ]


def _offer(
    form: FileForm,
    name: str,
    query: Query,
    size: int,
    inside: str = "",
    parts: Mapping[str, str] | None = None,
) -> Offer:
    path = reverse(name, kwargs={**(parts or {}), "form": form.extension})
    return Offer(
        form.label,
        with_query(path, query),
        sizes.size_text(size),
        inside or form.explained,
        form.media_type.partition(";")[0],
    )


def _rows(number: int) -> str:
    return _("one plain table, %(rows)s") % {"rows": _rows_alone(number)}


def _rows_alone(number: int) -> str:
    text = ngettext("%(number)s row", "%(number)s rows", number)
    return text % {"number": number_text(number)}
