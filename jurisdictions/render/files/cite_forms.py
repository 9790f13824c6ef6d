"""A citation for programs: BibTeX, and CSL-JSON for Zotero, Pandoc and their kind."""

from __future__ import annotations

from django.utils.text import slugify
from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import LICENCE, FileCitation, site_of
from jurisdictions.render.files.json_file import json_bytes

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BIBTEX_TYPE = "application/x-bibtex; charset=utf-8"
CSL_TYPE = "application/vnd.citationstyles.csl+json"
_SPECIAL = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(as_of: AsOf, cited: FileCitation, *, publisher: str = "", dataset: bool = False) -> str:
    """One entry. `@misc`, which every style knows; the words of the title keep their capitals."""
    published = as_of.edition.published_at.date()
    fields = {
        "author": f"{{{_tex(site_of(as_of))}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "publisher": _tex(publisher),
        "year": str(published.year),
        "edition": str(as_of.edition.number),
        "howpublished": rf"\url{{{cited.address}}}",
        "url": cited.address,
        "type": _("Data set") if dataset else "",
        "language": {"en": "english", "es": "spanish"}[as_of.language],
        "note": _tex(_note(as_of, dataset=dataset)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    # The month is one of BibTeX's own words, which stand without braces.
    lines.insert(len(lines) - 1, f"  month = {MONTHS[published.month - 1]},")
    return "\n".join([f"@misc{{{_key(as_of, cited)},", *lines, "}", ""])


def csl_json(
    as_of: AsOf, cited: FileCitation, *, publisher: str = "", dataset: bool = False
) -> bytes:
    """A list of one item, as CSL-JSON wants it."""
    published = as_of.edition.published_at.date()
    item: dict[str, object] = {
        "id": _key(as_of, cited),
        "type": "dataset" if dataset else "webpage",
        "title": cited.title,
        "container-title": site_of(as_of),
        "author": [{"literal": site_of(as_of)}],
        "issued": {"date-parts": [[published.year, published.month, published.day]]},
        "edition": str(as_of.edition.number),
        "version": str(as_of.edition.number),
        "URL": cited.address,
        "language": as_of.language,
        "license": LICENCE,
        "note": _note(as_of, dataset=dataset),
    }
    if publisher:
        item["publisher"] = publisher
    return json_bytes([item])


def _note(as_of: AsOf, *, dataset: bool) -> str:
    """The licence, and for a page the day that it shows, and by what was known when."""
    if dataset:
        return "CC0 1.0"
    if as_of.known_on:
        return _("Day shown: %(day)s, as known on %(known)s. CC0 1.0") % {
            "day": as_of.on.isoformat(),
            "known": as_of.known_on.isoformat(),
        }
    return _("Day shown: %(day)s. CC0 1.0") % {"day": as_of.on.isoformat()}


def _key(as_of: AsOf, cited: FileCitation) -> str:
    title = slugify(cited.title)[:60].rstrip("-")
    return f"{as_of.program.slug}-{as_of.edition.number}-{title or 'page'}"


def _tex(text: str) -> str:
    return text.translate(_SPECIAL)
