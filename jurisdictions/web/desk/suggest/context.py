"""What can be changed at a place: the kinds of fact that are new, and the facts on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.read.agencies.rows import AgencyRow
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow
from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.forms.offered import agencies_at, facts_of_agencies, has_agencies
from jurisdictions.web.desk.forms.shapes import SHAPES
from jurisdictions.web.desk.forms.tasks import kinds_at, own_facts, told_fact, where_text
from jurisdictions.web.desk.suggest.beside import open_proposals
from jurisdictions.web.site.addresses import address

PROPOSE = "facts.propose"


@dataclass(frozen=True, slots=True)
class NewFact:
    """A kind of fact that can be recorded here; `note` says what is on record already."""

    title: str
    lead: str
    href: str


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A fact on record, and where it is changed."""

    title: str
    says: FactRow
    correct: str
    retract: str
    contradict: str
    history: str


@dataclass(frozen=True, slots=True)
class AgencyHere:
    """An agency that serves the place, and where what is said of it is changed."""

    title: str
    page: str
    correct: str
    retract: str
    history: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The state around a place, or the nation: facts that belong there are changed there."""

    title: str
    kinds: str
    href: str


def suggest_context(
    as_of: AsOf, place: PlaceRow | None, actor: Actor, query: dict[str, str]
) -> dict[str, object]:
    """What desk/suggest.html reads; `query`: what a tip brings for the forms to begin with."""
    geoid = place.geoid if place else NATION
    slug = as_of.program.slug
    facts = own_facts(as_of, geoid)
    theirs = facts_of_agencies(as_of, geoid) if place else {}
    return {
        "place": place,
        "where": where_text(place),
        "back": _page_of(place),
        "waiting": open_proposals(as_of, geoid),
        "new": _new(slug, geoid, facts, query),
        "facts": [_on_record(fact, query, theirs.get(fact.name, "")) for fact in facts],
        "agencies": [_agency(one, query) for one in agencies_at(as_of, geoid)] if place else [],
        "elsewhere": _elsewhere(as_of, place, actor, query),
        "names": address("suggest-correct", query, name=f"jurisdiction:{geoid}") if place else "",
    }


def _page_of(place: PlaceRow | None) -> str:
    if place is None:
        return address("policy", {})
    return address("place", {}, geoid=place.geoid, slug=place.slug)


def _new(
    program: str, geoid: str, facts: Iterable[FactRow], query: dict[str, str]
) -> list[NewFact]:
    has_activation = any(fact.kind == "activation" for fact in facts)
    return [
        NewFact(
            str(SHAPES[kind].title),
            str(SHAPES[kind].lead),
            address("suggest-fact", query, geoid=geoid, kind=kind),
        )
        for kind in (*kinds_at(geoid, program), "source")
        if not (kind == "activation" and has_activation)
    ]


def _agency(agency: AgencyRow, query: dict[str, str]) -> AgencyHere:
    return AgencyHere(
        agency.title,
        address("agency", {}, agency=agency.key),
        address("suggest-correct", query, name=agency.name),
        address("suggest-retract", query, name=agency.name),
        address("fact-history", {}, name=agency.name),
    )


def _on_record(fact: FactRow, query: dict[str, str], who: str) -> OnRecord:
    """The fact as the page lists it; `who` is the agency that it is about."""
    title = told_fact(fact)
    return OnRecord(
        title if not who or who == fact.title else f"{who}: {title}",
        fact,
        address("suggest-correct", query, name=fact.name),
        address("suggest-retract", query, name=fact.name),
        address("suggest-contradict", query, name=fact.name),
        address("fact-history", {}, name=fact.name),
    )


def _of_state(as_of: AsOf) -> str:
    """What of a state is not its counties' to change."""
    if has_agencies(as_of.program.slug):
        return _("Its laws, its own agencies and those that serve several counties")
    return _("Its agreement, its own requests and measures")


def _elsewhere(
    as_of: AsOf, place: PlaceRow | None, actor: Actor, query: dict[str, str]
) -> list[Elsewhere]:
    """Where the facts are changed that this place only sees; only where the person may."""
    found: list[Elsewhere] = []
    if place and not place.is_state and may(actor, PROPOSE, place.state_geoid):
        state = places_of(as_of)[place.state_geoid]
        href = address("suggest", query, geoid=state.geoid)
        found.append(Elsewhere(state.name, _of_state(as_of), href))
    if place and may(actor, PROPOSE, NATION):
        href = address("suggest", query, geoid=NATION)
        found.append(Elsewhere(_("United States"), _("Federal acts and national figures"), href))
    return found
