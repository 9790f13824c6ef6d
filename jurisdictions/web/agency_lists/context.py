"""What the lists of agencies and of agreements show: rows, facets with counts, sorting, pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.agencies.choosing import AgreementFilter
from jurisdictions.read.agencies.facets import Facets, agency_facets, agreement_facets
from jurisdictions.read.agencies.filters import TAKES, AgencyFilterSet, AgreementFilterSet
from jurisdictions.read.agencies.lines import (
    AgencyLine,
    AgreementLine,
    agency_lines,
    agreement_lines,
)
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.days import date_text
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    Ending,
    LawStanding,
    Model,
)
from jurisdictions.web.site.addresses import address, kept_of, query_of, with_query
from jurisdictions.web.site.listing import (
    Facet,
    cleared,
    facet,
    headings,
    is_filtered,
    page_of,
    state_options,
    turns,
    undoing,
)
from jurisdictions.web.site.take.lists import agency_list_offers

AGENCY_TITLES = {
    "name": noop("Agency"),
    "state": noop("State"),
    "kind": noop("Kind of agency"),
    "since": noop("First agreement"),
    "agreements": noop("Agreements"),
}
AGREEMENT_TITLES = {
    "name": noop("Agency"),
    "state": noop("State"),
    "model": noop("Model"),
    "signed": noop("Signed"),
    "listed": noop("On ICE's list from"),
    "ended": noop("Ending"),
}
DAYS = {
    "in_force_on": noop("In force on %(day)s"),
    "on_list": noop("On ICE's list of %(day)s"),
    "signed_after": noop("Signed on %(day)s or after"),
    "signed_before": noop("Signed on %(day)s or before"),
    "ended_after": noop("Ended on %(day)s or after"),
    "ended_before": noop("Ended on %(day)s or before"),
}
"""The filters by a day, by their names in the address."""


def agencies_context(
    request: HttpRequest, as_of: AsOf, chosen: AgreementFilter, order: str
) -> dict[str, object]:
    """Everything that agency_lists/agencies.html reads; raise BadAsk for a page there is not."""
    lines = agency_lines(as_of, chosen, order)
    return {
        **_shared(request, as_of, chosen, agency_facets(as_of, chosen), lines, "agencies"),
        "headings": headings(request, order, AGENCY_TITLES),
        "order": order,
        "sorted": order != AgencyFilterSet.USUAL,
    }


def agreements_context(
    request: HttpRequest, as_of: AsOf, chosen: AgreementFilter, order: str
) -> dict[str, object]:
    """Everything that agency_lists/agreements.html reads; raise BadAsk as above."""
    lines = agreement_lines(as_of, chosen, order)
    return {
        **_shared(request, as_of, chosen, agreement_facets(as_of, chosen), lines, "agreements"),
        "headings": headings(request, order, AGREEMENT_TITLES),
        "order": order,
        "sorted": order != AgreementFilterSet.USUAL,
    }


def _shared(
    request: HttpRequest,
    as_of: AsOf,
    chosen: AgreementFilter,
    counts: Facets,
    lines: list[Any],
    name: str,
) -> dict[str, object]:
    page, record = page_of(request, lines), agency_record(as_of)
    facets = list(_facets(chosen, counts))
    return {
        "chosen": chosen,
        "total": len(lines),
        "page": page,
        "lines": page.object_list,
        "facets": facets,
        "state_options": state_options(as_of, counts["state"], chosen.states),
        "list_days": record.days_of_lists[::-1],
        "until": record.until,
        "spans_open": any((chosen.signed_after, chosen.signed_before)),
        "ends_open": any((chosen.ended_after, chosen.ended_before)),
        "pages": turns(request, page),
        "take": agency_list_offers(name, request.GET, [_served(one) for one in lines]),
        "cleared": cleared(request),
        "filtered": is_filtered(request, TAKES[name]),
        "undo": undoing(request, _said(as_of, chosen, facets)),
        "other": _other(request, name),
        "ways": list(_ways(request, name, record.until)),
    }


def _served(line: AgencyLine | AgreementLine) -> tuple[str, ...]:
    """The places that an agency serves, or the agency of an agreement."""
    return (line.agency if isinstance(line, AgencyLine) else line.row.agency).places


def _facets(chosen: AgreementFilter, counts: Facets) -> Iterator[Facet]:
    yield facet(
        "model",
        noop("Model"),
        Model,
        counts["model"],
        chosen.models,
        lambda word: f"local_agreement-{strength(word)}",
    )
    yield facet("kind", noop("Kind of agency"), AgencyKind, counts["kind"], chosen.kinds)
    yield facet("level", noop("Level"), AgencyLevel, counts["level"], chosen.levels)
    yield facet(
        "state_law",
        noop("State law"),
        LawStanding,
        counts["state_law"],
        chosen.laws,
        lambda word: f"state_law-{word}",
    )
    yield facet("ending", noop("How it ended"), Ending, counts["ending"], chosen.endings)


def _said(as_of: AsOf, chosen: AgreementFilter, facets: list[Facet]) -> Mapping[str, str]:
    """What is chosen, in words, by the name of its filter."""
    names = {place.state: place.name for place in states_of(as_of)}
    said = {one.name: ", ".join(o.label for o in one.options if o.chosen) for one in facets}
    said |= {name: _day_said(name, getattr(chosen, name)) for name in DAYS}
    said |= {
        "state": ", ".join(names.get(code, code) for code in chosen.states),
        "text": f"“{chosen.text}”" if chosen.text else "",
        "agency": _agency_asked(as_of, chosen),
    }
    return {name: words for name, words in said.items() if words}


def _day_said(name: str, day: date | None) -> str:
    return _(DAYS[name]) % {"day": date_text(day)} if day else ""


def _agency_asked(as_of: AsOf, chosen: AgreementFilter) -> str:
    """The name of the one agency asked for; "" for none."""
    found = [agency_record(as_of).agencies[key].title for key in chosen.agencies]
    return found[0] if found else ""


def _other(request: HttpRequest, name: str) -> str:
    """The same question to the other list."""
    said = {key: v for key, v in query_of(request).items() if key not in {"page", "sort", "agency"}}
    return with_query(address("agreements" if name == "agencies" else "agencies", {}), said)


def _ways(request: HttpRequest, name: str, until: date | None) -> Iterator[tuple[str, str]]:
    """What most come for, in one step: title and address."""
    if until is None:
        return
    kept, day = kept_of(request.GET), until.isoformat()
    yield _("In force on the day of the last list"), address(name, kept, in_force_on=day)
    yield _("On the last list"), address(name, kept, on_list=day)
    yield _("Ended"), address(name, kept, ended_before=day, sort="-ended" * (name == "agreements"))
