"""Places by what somebody wrote: the reader of names, over the places of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from jurisdictions.gazetteer.reader import NameReader, name_reader
from jurisdictions.gazetteer.reading import OFFERED, How, Match, Reading
from jurisdictions.models import Edition, Jurisdiction
from jurisdictions.models.place_names import names_of
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import all_places, places_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.unchanged import unchanged_since
from jurisdictions.status.geoids import NATION, is_state

LONGER = frozenset((How.BEGINNING, How.INSIDE))


def reader_of(as_of: AsOf) -> NameReader:
    """The reader of the places that an edition has."""
    return _one_at_a_time(as_of.edition.last_change, as_of.edition.stamp)


def newest_reader() -> NameReader:
    """The reader of the places that the newest edition of any program has."""
    newest = Edition.objects.order_by("-last_change_id", "-pk").first()
    return _one_at_a_time(newest.last_change_id, newest.token.hex) if newest else NameReader(())


def find_places(text: str, language: str, limit: int = 20) -> tuple[PlaceRow, ...]:
    """The places that a text may mean, in the newest edition, the likeliest first."""
    places = all_places(language)
    found = (match.geoid for match in _worth_listing(newest_reader().read(text)))
    return tuple(places[geoid] for geoid in found if geoid in places)[:limit]


def places_offered(text: str, language: str) -> tuple[list[tuple[PlaceRow, str]], bool]:
    """The likeliest places, each with what it was found by if that is no name of its own.

    Second, whether the first alone is meant.
    """
    places, reading = all_places(language), newest_reader().read(text)
    found = [(places[m.geoid], m.said) for m in reading.matches[:OFFERED] if m.geoid in places]
    exact = reading.so_called
    return found, len(exact or reading.matches) == 1


class OldCode(LookupError):
    """A code that the record has under others: `places` now have what it stood for, main first."""

    def __init__(self, code: str, places: tuple[PlaceRow, ...]) -> None:
        super().__init__(code)
        self.code, self.places = code, places


def place_now(as_of: AsOf, geoid: str) -> PlaceRow | None:
    """The place of a geoid, None when there is none; raises OldCode for one of another time."""
    places = places_of(as_of)
    if place := places.get(geoid):
        return place
    led = reader_of(as_of).index.former_codes.get(geoid, ())
    if led:
        raise OldCode(geoid, tuple(places[one] for one in led))
    return None


def places_listed(as_of: AsOf, text: str) -> Mapping[str, int]:
    """The places that a list shows for a text, each with its rank among them, 0 the likeliest.

    A state that the text means brings its places with it.
    """
    reading = reader_of(as_of).read(text)
    found = [match.geoid for match in _worth_listing(reading)]
    states = {geoid for geoid in found if is_state(geoid)}
    if reading.everything and reading.state:
        states.add(reading.state)
    members = (
        place.geoid
        for place in places_of(as_of).values()
        if place.parent in states or (reading.everything and not reading.state)
    )
    return {geoid: rank for rank, geoid in enumerate(dict.fromkeys((*found, *members)))}


def _worth_listing(reading: Reading) -> list[Match]:
    """Those so called, and those of a longer name; nearly so called only when there are none."""
    longer = [m for m in reading.matches if m.how in LONGER and not m.said]
    near = [m for m in reading.matches if m.how is How.NEAR]
    return [*reading.so_called, *longer] or near or list(reading.matches)


_making = Lock()


def _one_at_a_time(last_change: int, stamp: str) -> NameReader:
    """Who asks while an index is being made waits for it, instead of making another."""
    since = unchanged_since(Jurisdiction, last_change, stamp)
    with _making:
        return _reader_of(*since)


@kept_once(maxsize=4)
def _reader_of(last_change: int, stamp: str) -> NameReader:
    del stamp  # part of the key: change numbers are not unique across databases
    versions = Jurisdiction.objects.after_change(last_change).order_by("geoid")
    return name_reader(tuple(names_of(row) for row in versions if row.geoid != NATION))
