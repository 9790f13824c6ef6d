"""Places: by geoid, by name, by what lies in them; kept in memory until a place changes."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.text import slugify

from jurisdictions.models import Edition, Jurisdiction
from jurisdictions.models.folding import fold
from jurisdictions.models.place_names import forms_of, name_in
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.languages import SPANISH, in_language
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.unchanged import unchanged_since
from jurisdictions.status.geoids import NATION, is_county
from jurisdictions.status.successions import successions
from jurisdictions.status.vocabulary import PlaceKind

__all__ = [
    "all_places",
    "counties_of",
    "fold",
    "label_of",
    "members_of",
    "name_ranks",
    "places_of",
    "states_of",
]


def places_of(as_of: AsOf) -> Mapping[str, PlaceRow]:
    """Every place by geoid, as the record named it in the edition."""
    return _places(*_since(as_of), as_of.language)


def _since(as_of: AsOf) -> tuple[int, str]:
    return unchanged_since(Jurisdiction, as_of.edition.last_change, as_of.edition.stamp)


def label_of(as_of: AsOf, geoid: str) -> str:
    """The name that tells a place, or the nation, apart; its code where it is not on record."""
    if geoid == NATION:
        return _nation_name(*_since(as_of), as_of.language)
    found = places_of(as_of).get(geoid)
    return found.label if found else geoid


@kept_once(maxsize=8)
def _nation_name(last_change: int, stamp: str, language: str) -> str:
    del stamp
    row = Jurisdiction.objects.after_change(last_change).filter(geoid=NATION).first()
    return in_language(row, "name", language) if row else NATION


def name_ranks(as_of: AsOf) -> Mapping[str, int]:
    """Where every place stands when all are put in the order of their names, by geoid."""
    return _name_ranks(*_since(as_of), as_of.language)


@kept_once(maxsize=8)
def _name_ranks(last_change: int, stamp: str, language: str) -> Mapping[str, int]:
    places = _places(last_change, stamp, language).values()
    ordered = sorted(places, key=_by_name)
    return {place.geoid: rank for rank, place in enumerate(ordered)}


def all_places(language: str) -> Mapping[str, PlaceRow]:
    """Every place by geoid, as the newest edition of any program names it."""
    newest = Edition.objects.order_by("-last_change_id", "-pk").first()
    if newest is None:
        return {}
    since = unchanged_since(Jurisdiction, newest.last_change_id, newest.token.hex)
    return _places(*since, language)


def states_of(as_of: AsOf) -> tuple[PlaceRow, ...]:
    """States, districts and territories by name."""
    return _lying_in(*_since(as_of), as_of.language)[None]


def members_of(as_of: AsOf, state_geoid: str) -> tuple[PlaceRow, ...]:
    """The places in a state, by name."""
    found = _lying_in(*_since(as_of), as_of.language)
    return found.get(state_geoid, ())


def counties_of(as_of: AsOf) -> tuple[str, ...]:
    """The geoid of every county equivalent, in their order."""
    return _counties(*_since(as_of), as_of.language)


@kept_once(maxsize=4)
def _counties(last_change: int, stamp: str, language: str) -> tuple[str, ...]:
    return tuple(filter(is_county, _places(last_change, stamp, language)))


@kept_once(maxsize=4)
def _places(last_change: int, stamp: str, language: str) -> Mapping[str, PlaceRow]:
    del stamp  # part of the key: change numbers are not unique across databases
    versions = Jurisdiction.objects.after_change(last_change).order_by("geoid")
    rows = [version for version in versions if version.geoid != NATION]
    names = {row.geoid: name_in(row, language) for row in rows}
    kinds = {row.geoid: PlaceKind(row.kind) for row in rows}
    around = {row.geoid: kinds.get(row.parent, kinds[row.geoid]) for row in rows}
    return {row.geoid: _place(row, names, around[row.geoid], language) for row in rows}


@kept_once(maxsize=4)
def _lying_in(
    last_change: int, stamp: str, language: str
) -> Mapping[str | None, tuple[PlaceRow, ...]]:
    """The places by what they lie in, each by name; states lie in None."""
    found: dict[str | None, list[PlaceRow]] = {None: []}
    for place in _places(last_change, stamp, language).values():
        found.setdefault(place.parent, []).append(place)
    in_order = {around: sorted(own, key=_by_name) for around, own in found.items()}
    return {around: tuple(own) for around, own in in_order.items()}


def _by_name(place: PlaceRow) -> tuple[str, str]:
    return fold(place.sort_name), place.geoid


def _place(
    row: Jurisdiction, names: Mapping[str, str], state_kind: PlaceKind, language: str
) -> PlaceRow:
    name, parent, forms = names[row.geoid], row.parent or None, forms_of(row)
    around = names.get(row.parent, "")
    label = _told_apart(name, around)
    # Addresses of counties stay as they are in English.
    address = _told_apart(row.name, around) if parent else in_language(row, "name", language)
    return PlaceRow(
        geoid=row.geoid,
        kind=PlaceKind(row.kind),
        name=name,
        label=label,
        slug=slugify(fold(address)),
        state=row.state,
        state_geoid=row.parent or row.geoid,
        state_name=around or name,
        state_kind=state_kind,
        parent=parent,
        ocd_id=row.ocd_id,
        population_2010=row.population_2010,
        aliases=tuple(alias for alias in row.aliases.split("|") if alias),
        note=in_language(row, "note", language),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        predecessors=successions(row.predecessors),
        successors=successions(row.successors),
        validity_source=row.validity_source,
        name_es=forms.title,
        forms=forms if language == SPANISH else None,
    )


def _told_apart(name: str, around: str) -> str:
    return f"{name}, {around}" if around and around != name else name
