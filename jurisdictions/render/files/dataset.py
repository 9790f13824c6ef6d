"""What search engines for data read: schema.org's DataCatalog, Dataset and DataDownload."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.files.citation import LICENCE, file_citation, site_of
from jurisdictions.render.files.package.descriptor import keywords_of
from jurisdictions.render.files.package.names import edition_version
from jurisdictions.status.geoids import NATION

CONTEXT = "https://schema.org"
_INERT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Download:
    """A file on offer: full address, media type, what it is called, bytes and SHA-256 if known."""

    address: str
    media_type: str
    size: int = 0
    sha256: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a data set is told by: its page, title, files, and the data that it follows from.

    `based_on` are the full addresses of these data; `place` is the one that it is about, None for
    the nation. `publisher` runs this copy of the site, "" where nobody is named.
    """

    address: str
    title: str
    downloads: Sequence[Download]
    based_on: Sequence[str] = ()
    catalogue: str = ""
    place: PlaceRow | None = None
    publisher: str = ""


def dataset(as_of: AsOf, told: Told) -> dict[str, object]:
    """Data of an edition as a schema.org Dataset, in the active language."""
    published = as_of.edition.published_at
    found: dict[str, object] = {
        "@type": "Dataset",
        "@id": told.address,
        "url": told.address,
        "name": told.title,
        "description": description_of(as_of, told.title),
        "version": edition_version(as_of),
        "datePublished": published.date().isoformat(),
        "inLanguage": as_of.language,
        "isAccessibleForFree": True,
        "license": LICENCE,
        "keywords": keywords_of(as_of),
        "spatialCoverage": _where(told.place),
        "creator": {"@type": "Organization", "name": told.publisher or site_of(as_of)},
        "citation": file_citation(as_of, told.title, told.address).text,
        "distribution": [_download(one) for one in told.downloads],
    }
    if days := _when(as_of):
        found["temporalCoverage"] = days
    if told.based_on:
        found["isBasedOn"] = list(told.based_on)
    if told.catalogue:
        found["includedInDataCatalog"] = {"@type": "DataCatalog", "url": told.catalogue}
    return found


def description_of(as_of: AsOf, title: str) -> str:
    """What a data set holds: its title, the program in a sentence, and by which edition."""
    return _("%(title)s. %(summary)s Edition %(number)s: every fact dated and sourced.") % {
        "title": title,
        "summary": as_of.program.summary,
        "number": as_of.edition.number,
    }


def _when(as_of: AsOf) -> str:
    """From the first day of the record to the last, as ISO 8601 has it; "" where none is known."""
    first, last = as_of.edition.record_from, as_of.edition.record_to
    return f"{first.isoformat()}/{last.isoformat() if last else '..'}" if first else ""


def _where(place: PlaceRow | None) -> dict[str, object]:
    nation = {"@type": "Country", "name": "United States", "identifier": NATION}
    if place is None:
        return dict(nation)
    return {
        "@type": "AdministrativeArea",
        "name": place.label,
        "identifier": place.geoid,
        "containedInPlace": nation,
    }


def _download(one: Download) -> dict[str, object]:
    found: dict[str, object] = {
        "@type": "DataDownload",
        "contentUrl": one.address,
        "encodingFormat": one.media_type,
    }
    if one.name:
        found["name"] = one.name
    if one.size:
        found["contentSize"] = f"{one.size} B"
    if one.sha256:
        found["sha256"] = one.sha256
    return found


def catalogue(
    name: str, address: str, datasets: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    """Several data sets as a schema.org DataCatalog."""
    return {"@type": "DataCatalog", "name": name, "url": address, "dataset": list(datasets)}


def linked_data(said: Mapping[str, object]) -> SafeString:
    """JSON-LD for a script element of that type, which no browser runs; no text can end it."""
    text = json.dumps({"@context": CONTEXT, **said}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_INERT))  # noqa: S308 - nothing in it can close the element
