"""What search engines for data read: schema.org's DataCatalog, Dataset and DataDownload."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import LICENCE, site_of
from jurisdictions.render.files.package.descriptor import keywords_of, package_title
from jurisdictions.render.files.package.names import edition_version

CONTEXT = "https://schema.org"
_INERT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Download:
    """A file on offer: full address, media type, bytes and SHA-256 where they are known."""

    address: str
    media_type: str
    size: int = 0
    sha256: str = ""


def dataset(
    as_of: AsOf, address: str, downloads: Iterable[Download], *, publisher: str = ""
) -> dict[str, object]:
    """The edition's data as a schema.org Dataset, in the active language."""
    published = as_of.edition.published_at
    found: dict[str, object] = {
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": package_title(as_of),
        "description": as_of.program.summary,
        "version": edition_version(as_of),
        "datePublished": published.date().isoformat(),
        "inLanguage": ["en", "es"],
        "isAccessibleForFree": True,
        "license": LICENCE,
        "keywords": keywords_of(as_of),
        "spatialCoverage": {"@type": "Country", "name": "United States"},
        "creator": {"@type": "Organization", "name": publisher or site_of(as_of)},
        "distribution": [_download(one) for one in downloads],
    }
    return found


def _download(one: Download) -> dict[str, object]:
    found: dict[str, object] = {
        "@type": "DataDownload",
        "contentUrl": one.address,
        "encodingFormat": one.media_type,
    }
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
