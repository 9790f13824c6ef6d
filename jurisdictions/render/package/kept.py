"""Packages on disk: made when an edition is published or first asked for, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from jurisdictions.read.rows import AsOf
from jurisdictions.render.labels import label
from jurisdictions.render.package.build import PACKAGE_VERSION, package_bytes
from jurisdictions.render.package.names import package_name
from jurisdictions.render.shelf import Shelf
from jurisdictions.status.vocabulary import Status


@dataclass(frozen=True, slots=True)
class KeptPackage:
    """A finished package: its file, its bytes, their SHA-256 in hexadecimal."""

    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a package."""

    path: str
    size: int


def kept_package(as_of: AsOf) -> KeptPackage | None:
    """The package of the edition if it is there and still right; None otherwise."""
    shelf, name = _shelf(), package_name(as_of)
    note = shelf.read(f"{name}.json")
    said: dict[str, Any] = json.loads(note) if note else {}
    path = shelf.path(f"{name}.zip")
    if said.get("made_from") != _made_from(as_of) or not path.is_file():
        return None
    return KeptPackage(path, said["bytes"], said["sha256"])


def package_of(as_of: AsOf) -> KeptPackage:
    """The package of the edition, made now if it is not there: one or two seconds' work."""
    return kept_package(as_of) or make_package(as_of)


def make_package(as_of: AsOf) -> KeptPackage:
    """Make the package and keep it in place of what was there."""
    content = package_bytes(as_of, publisher=settings.OPERATOR["name"], homepage=homepage(as_of))
    shelf, name = _shelf(), package_name(as_of)
    note = {
        "made_from": _made_from(as_of),
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
    }
    shelf.put(f"{name}.zip", content)
    shelf.put(f"{name}.json", json.dumps(note).encode())
    return KeptPackage(shelf.path(f"{name}.zip"), len(content), str(note["sha256"]))


def homepage(as_of: AsOf) -> str:
    """The full address of the edition's page; "" when the site has no address set."""
    if not settings.SITE_URL:
        return ""
    with override("en"):
        path = reverse("data-edition", kwargs={"package": package_name(as_of)})
    return f"{settings.SITE_URL}{path}"


def members_of(package: KeptPackage) -> tuple[Member, ...]:
    """The files inside, in their order."""
    return _members(str(package.path), package.sha256)


def descriptor_of(package: KeptPackage) -> dict[str, Any]:
    """What its datapackage.json says; not to be changed."""
    return _descriptor(str(package.path), package.sha256)


def member_bytes(package: KeptPackage, path: str) -> bytes | None:
    """A file inside; None when there is none of that name."""
    with ZipFile(package.path) as zipped:
        return zipped.read(path) if path in zipped.namelist() else None


@lru_cache(maxsize=8)
def _members(path: str, digest: str) -> tuple[Member, ...]:
    del digest
    with ZipFile(path) as zipped:
        return tuple(Member(told.filename, told.file_size) for told in zipped.infolist())


@lru_cache(maxsize=8)
def _descriptor(path: str, digest: str) -> dict[str, Any]:
    del digest
    with ZipFile(path) as zipped:
        found: dict[str, Any] = json.loads(zipped.read("datapackage.json"))
        return found


def _shelf() -> Shelf:
    return Shelf(Path(settings.DATA_DIR) / "packages", settings.PACKAGES_QUOTA)


def _made_from(as_of: AsOf) -> str:
    """All that the bytes follow from: another of any makes another package.

    Whether there is Spanish is among them, for a program whose catalogues were not compiled yet
    would write English where Spanish belongs.
    """
    with override("es"):
        spanish = label(Status.OPTED_OUT)
    edition = f"{as_of.edition.stamp}/{as_of.edition.rule_version}/{spanish}"
    return f"{PACKAGE_VERSION}/{edition}/{settings.OPERATOR['name']}/{homepage(as_of)}"
