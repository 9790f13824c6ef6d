"""What a page is called when it is cited, told from its address alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, QueryDict
from django.urls import ResolverMatch
from django.utils.translation import gettext as _

from jurisdictions.read.agencies.around import agency_of
from jurisdictions.read.claims.all import claim_of
from jurisdictions.read.flags.all import flag_kinds
from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import source_of
from jurisdictions.render.files.package.descriptor import package_title
from jurisdictions.render.programs.flags import flag_title
from jurisdictions.render.words.claims import claim_title
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.flags import flags_title

Parts = Mapping[str, str]
Title = Callable[[AsOf, Parts], str]


def _map(as_of: AsOf, parts: Parts) -> str:
    said = {"program": as_of.program.name, "day": date_text(as_of.on)}
    code = parts.get("state", "").strip().upper()
    state = next((place for place in states_of(as_of) if place.state == code), None)
    if state is None:
        return _("Map of %(program)s on %(day)s") % said
    return _("Map of %(program)s on %(day)s: %(state)s") % {**said, "state": state.name}


def _places(as_of: AsOf, parts: Parts) -> str:
    del parts
    return _("Jurisdictions on %(day)s") % {"day": date_text(as_of.on)}


def _place(as_of: AsOf, parts: Parts) -> str:
    geoid = parts.get("geoid") or parts["code"].partition("-")[0]
    place = places_of(as_of).get(geoid)
    if place is None:
        raise Http404
    return _("%(place)s on %(day)s") % {"place": place.label, "day": date_text(as_of.on)}


def _source(as_of: AsOf, parts: Parts) -> str:
    source = source_of(as_of, parts["key"])
    if source is None:
        raise Http404
    return source.title


def _agency(as_of: AsOf, parts: Parts) -> str:
    agency = agency_of(as_of, parts["agency"])
    if agency is None:
        raise Http404
    return _("%(place)s on %(day)s") % {"place": agency.title, "day": date_text(as_of.on)}


def _of_agencies(as_of: AsOf, parts: Parts) -> str:
    del parts
    return _("Agencies on %(day)s") % {"day": date_text(as_of.on)}


def _of_agreements(as_of: AsOf, parts: Parts) -> str:
    del parts
    return _("Agreements on %(day)s") % {"day": date_text(as_of.on)}


def _known_later(as_of: AsOf, parts: Parts) -> str:
    del parts
    said = {"day": date_text(as_of.on)}
    return _("What became known later of %(day)s") % said


def _claim(as_of: AsOf, parts: Parts) -> str:
    claim = claim_of(as_of, parts["key"])
    if claim is None:
        raise Http404
    return claim_title(claim)


def _flags_of_kind(as_of: AsOf, parts: Parts) -> str:
    slug = as_of.program.slug
    if parts["kind"] not in flag_kinds(slug):
        raise Http404
    return flag_title(slug, parts["kind"])


EDITIONS = ("data-edition", "data-package", "data-file")
"""Addresses that name their edition themselves."""
TITLES: Mapping[str, Title] = {
    **dict.fromkeys(("map", "map-svg", "map-png"), _map),
    **dict.fromkeys(("places", "places-file", "places-pdf"), _places),
    **dict.fromkeys(("place", "place-file", "place-pdf", "place-report"), _place),
    "agency": _agency,
    **dict.fromkeys(("agencies", "agencies-file", "agencies-pdf"), _of_agencies),
    **dict.fromkeys(("agreements", "agreements-file", "agreements-pdf"), _of_agreements),
    **dict.fromkeys(("source", "source-file"), _source),
    **dict.fromkeys(("policy", "policy-file"), lambda as_of, parts: _("Federal policy")),
    **dict.fromkeys(
        ("changes", "changes-file", "feed", "calendar"),
        lambda as_of, parts: _("What changed"),
    ),
    **dict.fromkeys(
        ("charts", "chart-svg", "chart-png", "chart-file"),
        lambda as_of, parts: _("Charts"),
    ),
    **dict.fromkeys(
        ("compare", "compare-svg", "compare-png", "compared-file"),
        lambda as_of, parts: _("Two days compared"),
    ),
    **dict.fromkeys(("known-later", "known-later-file"), _known_later),
    **dict.fromkeys(("claims", "claims-file"), lambda as_of, parts: _("Said and counted")),
    **dict.fromkeys(("claim", "claim-file"), _claim),
    **dict.fromkeys(("flags", "flags-file"), lambda as_of, parts: flags_title()),
    **dict.fromkeys(("flags-of-kind", "flags-of-kind-file"), _flags_of_kind),
    **dict.fromkeys(("sources", "sources-file"), lambda as_of, parts: _("Sources")),
    "history-file": lambda as_of, parts: _("Every place through time"),
    **dict.fromkeys(
        ("requests", "request", "requests-file", "request-pdf", "request-zip"),
        lambda as_of, parts: _("Opt-out requests"),
    ),
    **dict.fromkeys(
        ("briefing", "briefing-pdf", "briefing-file"),
        lambda as_of, parts: _("The nation on %(day)s") % {"day": date_text(as_of.on)},
    ),
    "methodology": lambda as_of, parts: _("Methodology"),
    **dict.fromkeys(("glossary", "glossary-file"), lambda as_of, parts: _("Glossary")),
    "editions-file": lambda as_of, parts: _("Editions"),
    "about": lambda as_of, parts: _("About this tracker"),
    "story": lambda as_of, parts: _("The story"),
    "data": lambda as_of, parts: _("Data"),
    **dict.fromkeys(EDITIONS, lambda as_of, parts: package_title(as_of)),
}
"""By the name of the address. What is not here is cited under the name of the program."""


def page_title(match: ResolverMatch | None, query: QueryDict, as_of: AsOf) -> str:
    """The title of the page that an address leads to, in the active language.

    Of the query only the state that the map shows matters. Raises Http404 for a place or a source
    that the edition does not know.
    """
    title = TITLES.get(match.url_name or "") if match else None
    return (
        title(as_of, {"state": query.get("state", ""), **match.kwargs})
        if title and match
        else as_of.program.name
    )


def names_its_edition(match: ResolverMatch | None) -> bool:
    """Whether the address itself names the edition, and no day matters."""
    return match is not None and match.url_name in EDITIONS
