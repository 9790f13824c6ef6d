"""The files of the browser's reader of names: places of the newest edition, cities, ZIP codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from jurisdictions.gazetteer.packing import Parts, packed_cities, packed_places, packed_zips
from jurisdictions.models import Edition, Jurisdiction
from jurisdictions.read.finding import newest_reader
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.packed_file import PackedFile, packed
from jurisdictions.read.places import all_places
from jurisdictions.read.unchanged import unchanged_since

PLACES = "places"
DIGITS = 16
"""Of a file's SHA-256, in its address."""
QUICK = 9
"""Brotli's quality for files that are made when they are asked for: 20 ms each."""


@dataclass(frozen=True, slots=True)
class NameFile:
    """A file by its name ("places", "cities-a"), and what stands in its address for its content."""

    name: str
    file: PackedFile

    @property
    def digest(self) -> str:
        """The beginning of the content's hash."""
        return self.file.sha256[:DIGITS]


@dataclass(frozen=True, slots=True)
class NameFiles:
    """All of them: the places, and the parts of each kind by what their first key begins with."""

    places: NameFile
    cities: tuple[tuple[str, NameFile], ...]
    zips: tuple[tuple[str, NameFile], ...]

    def by_name(self) -> Mapping[str, NameFile]:
        """Every file by its name."""
        parts = (file for _start, file in (*self.cities, *self.zips))
        return {file.name: file for file in (self.places, *parts)}


def name_files() -> NameFiles:
    """The files as they are now; those of an edition that is gone are no longer there."""
    newest = Edition.objects.order_by("-last_change_id", "-pk").first()
    if not newest:
        return _files(0, "")
    return _files(*unchanged_since(Jurisdiction, newest.last_change_id, newest.token.hex))


@kept_once(maxsize=2)
def _files(last_change: int, stamp: str) -> NameFiles:
    del last_change, stamp  # since when places are called so
    index = newest_reader().index
    called = {
        language: {geoid: place.name for geoid, place in all_places(language).items()}
        for language, _name in settings.LANGUAGES
    }
    return NameFiles(
        _file(PLACES, packed_places(index, called)),
        _parts("cities", packed_cities()),
        _parts("zips", packed_zips()),
    )


def _parts(kind: str, parts: Parts) -> tuple[tuple[str, NameFile], ...]:
    return tuple((start, _file(f"{kind}-{start}", plain)) for start, plain in parts)


@lru_cache(maxsize=64)
def _file(name: str, plain: bytes) -> NameFile:
    return NameFile(name, packed(plain, QUICK))
