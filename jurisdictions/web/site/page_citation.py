"""How a page is cited: a short text, BibTeX, CSL-JSON, all pointing at its edition."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import ResolverMatch, reverse

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import FileCitation, file_citation
from jurisdictions.render.files.cite_forms import bibtex, csl_json
from jurisdictions.web.site.addresses import absolute, with_query
from jurisdictions.web.site.page_titles import names_its_edition, page_title

OF_SEVERAL = frozenset({"place"})
"""Pages that tell of several programs: an edition is one program's, so the address names it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A page as it is cited in words, and whether it is a data set."""

    as_of: AsOf
    words: FileCitation
    dataset: bool

    @property
    def bibtex(self) -> str:
        """The BibTeX entry."""
        return bibtex(
            self.as_of, self.words, publisher=settings.OPERATOR["name"], dataset=self.dataset
        )

    @property
    def csl(self) -> bytes:
        """The CSL-JSON."""
        return csl_json(
            self.as_of, self.words, publisher=settings.OPERATOR["name"], dataset=self.dataset
        )


@dataclass(frozen=True, slots=True)
class Offered:
    """A citation as the foot of a page shows it, with the addresses of the files."""

    text: str
    bibtex: str
    bibtex_file: str
    csl_file: str


def cited_page(
    request: HttpRequest, path: str, query: QueryDict, match: ResolverMatch | None, as_of: AsOf
) -> Cited:
    """How the page at a path is cited, in the active language; raise Http404 if it is not there."""
    to = pinned(request, path, query, match, as_of)
    words = file_citation(as_of, page_title(match, query, as_of), to)
    return Cited(as_of, words, names_its_edition(match))


def pinned(
    request: HttpRequest, path: str, query: QueryDict, match: ResolverMatch | None, as_of: AsOf
) -> str:
    """The full address that shows the same again: its day is named, and its edition."""
    return absolute(request, _pinned_path(path, query, match, as_of))


def _pinned_path(path: str, query: QueryDict, match: ResolverMatch | None, as_of: AsOf) -> str:
    if names_its_edition(match):
        return path
    said = {name: [v for v in values if v] for name, values in query.lists()}
    fixed: dict[str, object] = {name: values for name, values in said.items() if values}
    if match is not None and match.url_name in OF_SEVERAL:
        fixed["program"] = as_of.program.slug
    fixed["date"] = as_of.on.isoformat()
    if as_of.known_on is None:
        fixed["edition"] = as_of.edition.number
    return with_query(path, fixed)


def offered(request: HttpRequest, as_of: AsOf) -> Offered:
    """The citation of the page that is being shown."""
    path, query, match = request.path, request.GET, request.resolver_match
    cited = cited_page(request, path, query, match, as_of)
    page = {"page": _pinned_path(path, query, match, as_of)}
    return Offered(
        cited.words.text,
        cited.bibtex,
        with_query(reverse("cite", kwargs={"form": "bib"}), page),
        with_query(reverse("cite", kwargs={"form": "json"}), page),
    )
