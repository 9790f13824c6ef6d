"""What a page is called when it is cited, told from its address alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, QueryDict
from django.urls import ResolverMatch
from django.utils.translation import gettext as _

from jurisdictions.read.agencies.around import agency_of
from jurisdictions.read.asking import BadAsk, day_asked
from jurisdictions.read.claims.all import claim_of
from jurisdictions.read.flags.all import flag_kinds
from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.sources import source_of
from jurisdictions.render.charts.all import makers_of
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


def _place_history(as_of: AsOf, parts: Parts) -> str:
    place = places_of(as_of).get(parts["geoid"])
    if place is None:
        raise Http404
    return _("History of the record: %(place)s") % {"place": place.label}


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


def _charts(as_of: AsOf, parts: Parts) -> str:
    place = charted(as_of, parts)
    return _("Charts: %(place)s") % {"place": place.label if place else _("United States")}


def _chart(as_of: AsOf, parts: Parts) -> str:
    """What a chart shows, and of where."""
    makers = makers_of(as_of, charted(as_of, parts))
    if parts["chart"] not in makers:
        raise Http404
    return makers[parts["chart"]]().title


def charted(as_of: AsOf, parts: Parts) -> PlaceRow | None:
    """The state or the place that a chart is asked for; None for the nation."""
    code = parts.get("state", "").strip().upper()
    if code:
        return next((place for place in states_of(as_of) if place.state == code), None)
    return places_of(as_of).get(parts.get("place", "").strip())


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


def _compared(as_of: AsOf, parts: Parts) -> str:
    """Two days as far as the address names them; of a state, where it names one."""
    title = _("Two days compared")
    try:
        days = [day_asked(name, parts.get(name, "")) for name in ("from", "to")]
    except BadAsk:
        return title
    if first_and_last := " – ".join(date_text(day) for day in days if day):
        title = f"{title}: {first_and_last}"
    state = charted(as_of, {"state": parts.get("state", "")})
    return f"{title}, {state.name}" if state else title


def _as_file(title: Title, form: str = "") -> Title:
    """The title of a page, and as which kind of file it is taken along."""

    def told(as_of: AsOf, parts: Parts) -> str:
        return f"{title(as_of, parts)} ({form or parts['form'].upper()})"

    return told


EDITIONS = ("data-edition", "data-package", "data-file")
"""Addresses that name their edition themselves."""
TITLES: Mapping[str, Title] = {
    "map": _map,
    "map-svg": _as_file(_map, "SVG"),
    "map-png": _as_file(_map, "PNG"),
    **dict.fromkeys(("places", "places-file", "places-pdf"), _places),
    **dict.fromkeys(("place", "place-file", "place-pdf", "place-report"), _place),
    "agency": _agency,
    "agency-picture": _as_file(_agency),
    **dict.fromkeys(("agencies", "agencies-file", "agencies-pdf"), _of_agencies),
    **dict.fromkeys(("agreements", "agreements-file", "agreements-pdf"), _of_agreements),
    **dict.fromkeys(("source", "source-file"), _source),
    "place-history": _place_history,
    "fact-history": lambda as_of, parts: (
        _("History of the record: %(place)s") % {"place": parts["name"]}
    ),
    "bulk": lambda as_of, parts: _("Reports in bulk"),
    **dict.fromkeys(("policy", "policy-file"), lambda as_of, parts: _("Federal policy")),
    **dict.fromkeys(
        ("changes", "changes-file", "feed", "calendar"),
        lambda as_of, parts: _("What changed"),
    ),
    "charts": _charts,
    "chart-svg": _as_file(_chart, "SVG"),
    "chart-png": _as_file(_chart, "PNG"),
    "chart-file": _as_file(_chart),
    "compare": _compared,
    "compare-svg": _as_file(_compared, "SVG"),
    "compare-png": _as_file(_compared, "PNG"),
    "compared-file": _as_file(_compared),
    **dict.fromkeys(("known-later", "known-later-file"), _known_later),
    **dict.fromkeys(("claims", "claims-file"), lambda as_of, parts: _("Said and counted")),
    **dict.fromkeys(("claim", "claim-file"), _claim),
    **dict.fromkeys(("flags", "flags-file"), lambda as_of, parts: flags_title()),
    **dict.fromkeys(("flags-of-kind", "flags-of-kind-file"), _flags_of_kind),
    **dict.fromkeys(("sources", "sources-file"), lambda as_of, parts: _("Sources")),
    "history-file": lambda as_of, parts: _("Every place through time"),
    **dict.fromkeys(
        ("requests", "request", "requests-file", "request-pdf", "request-zip"),
        lambda as_of, parts: _("Requests not to take part"),
    ),
    **dict.fromkeys(
        ("briefing", "briefing-pdf", "briefing-file"),
        lambda as_of, parts: _("The nation on %(day)s") % {"day": date_text(as_of.on)},
    ),
    "methodology": lambda as_of, parts: _("Methodology"),
    **dict.fromkeys(("glossary", "glossary-file"), lambda as_of, parts: _("Glossary")),
    "editions-file": lambda as_of, parts: _("Editions"),
    "home": lambda as_of, parts: _("How every county stands"),
    "feeds": lambda as_of, parts: _("Feeds and calendars"),
    "embeds": lambda as_of, parts: _("Put it on your page"),
    "about": lambda as_of, parts: _("About this tracker"),
    "story": lambda as_of, parts: _("The story"),
    "data": lambda as_of, parts: _("Data"),
    **dict.fromkeys(EDITIONS, lambda as_of, parts: package_title(as_of)),
}
"""By the name of the address. What is not here is cited under the name of the program."""


def page_title(match: ResolverMatch | None, query: QueryDict, as_of: AsOf) -> str:
    """The title of the page that an address leads to, in the active language.

    Of the query only what is shown matters: the state or the place of a map or a chart, the days
    that are compared. Raises Http404 for a place or a source
    that the edition does not know.
    """
    title = TITLES.get(match.url_name or "") if match else None
    return (
        title(as_of, {**{name: query.get(name, "") for name in query}, **match.kwargs})
        if title and match
        else as_of.program.name
    )


def names_its_edition(match: ResolverMatch | None) -> bool:
    """Whether the address itself names the edition, and no day matters."""
    return match is not None and match.url_name in EDITIONS
