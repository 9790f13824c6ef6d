"""Packages on disk: made when an edition is published or first asked for, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.conf import settings
from django.utils.translation import override

from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.package.build import PACKAGE_VERSION, package_bytes
from jurisdictions.render.files.package.names import package_name
from jurisdictions.render.words.labels import label
from jurisdictions.shelf.shelf import Kept, Shelf
from jurisdictions.status.vocabulary import PlaceKind


@dataclass(frozen=True, slots=True)
class Package:
    """A finished package: its bytes, and their SHA-256 in hexadecimal."""

    content: bytes
    sha256: str

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.content)


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a package."""

    path: str
    size: int


def kept_package(as_of: AsOf) -> Kept | None:
    """The edition's package on the shelf; None when it is not there, or not whole."""
    return _shelf().find(_name(as_of))


def package_of(as_of: AsOf) -> Package:
    """The package of the edition, made now if it is not there: one or two seconds' work."""
    content = _shelf().read_or_make(_name(as_of), lambda: _made(as_of))
    return Package(content, sha256(content).hexdigest())


def make_package(as_of: AsOf) -> Package:
    """Make the package and keep it in place of what was there."""
    content = _made(as_of)
    _shelf().put(_name(as_of), content)
    return Package(content, sha256(content).hexdigest())


def _made(as_of: AsOf) -> bytes:
    return package_bytes(as_of, publisher=settings.OPERATOR["name"], homepage=homepage(as_of))


def homepage(as_of: AsOf) -> str:
    """The full address of the edition's page; "" when the site has no address set."""
    if not settings.SITE_URL:
        return ""
    with override("en"):
        path = path_of(as_of.program.slug, "data-edition", package=package_name(as_of))
    return f"{settings.SITE_URL}{path}"


def members_of(package: Package) -> tuple[Member, ...]:
    """The files inside, in their order."""
    with _opened(package) as zipped:
        return tuple(Member(told.filename, told.file_size) for told in zipped.infolist())


def descriptor_of(package: Package) -> dict[str, Any]:
    """What its datapackage.json says."""
    with _opened(package) as zipped:
        found: dict[str, Any] = json.loads(zipped.read("datapackage.json"))
        return found


def member_bytes(package: Package, path: str) -> bytes | None:
    """A file inside; None when there is none of that name."""
    with _opened(package) as zipped:
        return zipped.read(path) if path in zipped.namelist() else None


def _opened(package: Package) -> ZipFile:
    return ZipFile(BytesIO(package.content))


def _shelf() -> Shelf:
    return Shelf(Path(settings.DATA_DIR) / "packages", settings.PACKAGES_QUOTA)


def _name(as_of: AsOf) -> str:
    """The package's name on the shelf: what is made from anything else has another."""
    made_from = sha256(_made_from(as_of).encode()).hexdigest()
    return f"{package_name(as_of)}.{made_from[:12]}.zip"


def _made_from(as_of: AsOf) -> str:
    """All that the bytes follow from: another of any makes another package.

    Whether there is Spanish is among them, for a program whose catalogues were not compiled yet
    would write English where Spanish belongs.
    """
    with override("es"):
        spanish = label(PlaceKind.COUNTY)
    edition = f"{as_of.edition.stamp}/{as_of.edition.rule_version}/{spanish}"
    return f"{PACKAGE_VERSION}/{edition}/{settings.OPERATOR['name']}/{homepage(as_of)}"
