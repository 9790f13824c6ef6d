"""A citation for programs: BibTeX, and CSL-JSON for Zotero, Pandoc and their kind."""

from __future__ import annotations

from datetime import date

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
    published, site = _published(as_of, cited), _site(as_of, cited)
    fields = {
        "author": f"{{{_tex(site)}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "publisher": _tex(publisher),
        "year": str(published.year),
        "edition": _edition(as_of, cited),
        "howpublished": rf"\url{{{cited.address}}}",
        "url": cited.address,
        "type": _("Data set") if dataset else "",
        "language": {"en": "english", "es": "spanish"}[as_of.language],
        "note": _tex(_note(as_of, cited, dataset=dataset)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    # The month is one of BibTeX's own words, which stand without braces.
    lines.insert(len(lines) - 1, f"  month = {MONTHS[published.month - 1]},")
    return "\n".join([f"@misc{{{_key(as_of, cited)},", *lines, "}", ""])


def csl_json(
    as_of: AsOf, cited: FileCitation, *, publisher: str = "", dataset: bool = False
) -> bytes:
    """A list of one item, as CSL-JSON wants it."""
    published, site = _published(as_of, cited), _site(as_of, cited)
    item: dict[str, object] = {
        "id": _key(as_of, cited),
        "type": "dataset" if dataset else "webpage",
        "title": cited.title,
        "container-title": site,
        "author": [{"literal": site}],
        "issued": {"date-parts": [[published.year, published.month, published.day]]},
        "edition": _edition(as_of, cited),
        "version": _edition(as_of, cited),
        "URL": cited.address,
        "language": as_of.language,
        "license": LICENCE,
        "note": _note(as_of, cited, dataset=dataset),
    }
    if publisher:
        item["publisher"] = publisher
    return json_bytes([{name: said for name, said in item.items() if said != ""}])


def _published(as_of: AsOf, cited: FileCitation) -> date:
    return cited.of_all.published if cited.of_all else as_of.edition.published_at.date()


def _site(as_of: AsOf, cited: FileCitation) -> str:
    return cited.of_all.site if cited.of_all else site_of(as_of)


def _edition(as_of: AsOf, cited: FileCitation) -> str:
    """The number; "" for what tells of all programs, whose editions stand in the note."""
    return "" if cited.of_all else str(as_of.edition.number)


def _note(as_of: AsOf, cited: FileCitation, *, dataset: bool) -> str:
    """The licence, and for a page the day that it shows, and by what was known when."""
    if cited.of_all:
        return f"{cited.of_all.editions}. CC0 1.0"
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
    if cited.of_all:
        return f"{slugify(cited.of_all.site)}-{cited.of_all.published:%Y-%m-%d}-{title}"
    return f"{as_of.program.slug}-{as_of.edition.number}-{title or 'page'}"


def _tex(text: str) -> str:
    return text.translate(_SPECIAL)
