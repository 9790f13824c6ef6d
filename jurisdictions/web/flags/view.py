"""Flags: their kinds with the rule of each, and a page of every kind with what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse

from jurisdictions.gazetteer.folding import fold
from jurisdictions.read.flags.all import facts_flagged, flag_kinds, flags
from jurisdictions.read.flags.rows import Flag
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow
from jurisdictions.render.programs.flags import flag_rule, flag_sentence, flag_title
from jurisdictions.render.words.notes import notes_of
from jurisdictions.status.geoids import state_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.take.record import flags_offers

CITED = 50
"""Facts of one flag up to which they are told one by one."""
NAMED = 3
"""Flags of each kind that the page of all kinds tells, each about somebody else."""


@dataclass(frozen=True, slots=True)
class Example:
    """A flag as the page of all kinds tells it: its anchor, whom it is about, and what it is."""

    key: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of flag with its rule and what it found; `first` are some of it, told."""

    word: str
    title: str
    rule: str
    number: int
    explained: int
    first: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A flag in words, with its place and its facts."""

    flag: Flag
    text: str
    place: PlaceRow | None
    facts: tuple[FactRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Flags of which the same is to be explained: those of a state."""

    key: str
    title: str
    told: tuple[Told, ...]
    explanation: FactRow | None
    geoid: str
    order: str


@public_page
def flag_list(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every kind of flag: its rule, how many it found, and where."""
    found = flags(as_of)
    context = {
        "flag_kinds": list(_kinds(as_of, found)),
        "number": len(found),
        "take": flags_offers(request.GET, found),
    }
    return render_page(request, "flags/page.html", as_of, context)


@public_page
def flags_of_kind(request: HttpRequest, as_of: AsOf, kind: str) -> HttpResponse:
    """The flags of one kind, each under its own anchor; what is explained together, by state."""
    if kind not in flag_kinds(as_of.program.slug):
        raise Http404
    found = [one for one in flags(as_of) if one.kind == kind]
    grouped = any(one.raised.group for one in found)
    # Hundreds of facts that say the same have their pages: only what stands alone is cited here.
    few = [one for one in found if len(one.raised.facts) <= CITED]
    facts = {} if grouped else facts_flagged(as_of, few)
    told = [_told(as_of, one, facts) for one in found]
    explanations = {one.explanation.name: one.explanation for one in found if one.explanation}
    (about,) = _kinds(as_of, found, only=kind)
    context = {
        "kind": about,
        "told": [] if grouped else told,
        "groups": list(_groups(as_of, told)) if grouped else [],
        "notes": notes_of([*facts.values(), *explanations.values()]),
        "take": flags_offers(request.GET, found, kind),
    }
    return render_page(request, "flags/kind.html", as_of, context)


def _kinds(as_of: AsOf, found: Sequence[Flag], only: str = "") -> Iterator[Kind]:
    slug = as_of.program.slug
    for kind in flag_kinds(slug):
        if only not in ("", kind):
            continue
        of_kind = [one for one in found if one.kind == kind]
        yield Kind(
            kind.value,
            flag_title(slug, kind),
            flag_rule(slug, kind),
            len(of_kind),
            sum(one.explanation is not None for one in of_kind),
            tuple(Example(one.key, one.about, flag_sentence(slug, one)) for one in _first(of_kind)),
        )


def _first(flags: Sequence[Flag]) -> list[Flag]:
    """The first of those that each is about, as many as are told."""
    about: dict[str, Flag] = {}
    for one in flags:
        about.setdefault(one.about, one)
    return list(about.values())[:NAMED]


def _told(as_of: AsOf, flag: Flag, facts: Mapping[str, FactRow]) -> Told:
    return Told(
        flag,
        flag_sentence(as_of.program.slug, flag),
        places_of(as_of).get(flag.raised.geoid),
        tuple(facts[name] for name in flag.raised.facts if name in facts),
    )


def _groups(as_of: AsOf, told: Sequence[Told]) -> Iterator[Group]:
    yield from sorted(_found(as_of, told), key=lambda one: fold(one.order))


def _found(as_of: AsOf, told: Sequence[Told]) -> Iterator[Group]:
    places = places_of(as_of)
    for key, of_group in groupby(told, key=lambda one: one.flag.raised.explained_as):
        rows = tuple(of_group)
        around = state_of(rows[0].flag.raised.geoid)
        state = places.get(around)
        title, order = (state.name, state.sort_name) if state else (around, around)
        yield Group(key, title, rows, rows[0].flag.explanation, around, order)
