"""How a page is cited: a short text, BibTeX, CSL-JSON, all pointing at its edition."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import ResolverMatch, reverse

from jurisdictions.read.editions import living_first
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import FileCitation, citation_of_all, file_citation
from jurisdictions.render.files.cite_forms import bibtex, csl_json
from jurisdictions.web.site.addresses import absolute, with_query
from jurisdictions.web.site.page_titles import names_its_edition, page_title

OF_SEVERAL = frozenset({"place"})
"""Pages that tell of several programs: an edition is one program's, so the address names it."""
OF_NO_PROGRAM = frozenset({"home", "story", "feeds", "embeds"})
"""Pages that are told out of a program and are none's: always of the newest editions of all."""


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
    """A citation as the foot of a page shows it, with the addresses of the files.

    `words` is the citation up to the `address` that ends it. `of` says what is cited, where a page
    is several things; "" elsewhere.
    """

    words: str
    address: str
    bibtex: str
    bibtex_file: str
    csl_file: str
    of: str = ""

    @property
    def text(self) -> str:
        """The whole citation."""
        return f"{self.words}{self.address}"


def cited_page(
    request: HttpRequest, path: str, query: QueryDict, match: ResolverMatch | None, as_of: AsOf
) -> Cited:
    """How the page at a path is cited, in the active language; raise Http404 if it is not there."""
    if of_all(match):
        title = page_title(match, query, as_of)
        here = absolute(request, path)
        words = citation_of_all(living_first(as_of.language), title, here)
        return Cited(as_of, words, dataset=False)
    to = pinned(request, path, query, match, as_of)
    words = file_citation(as_of, page_title(match, query, as_of), to)
    return Cited(as_of, words, names_its_edition(match))


def of_all(match: ResolverMatch | None) -> bool:
    """Whether the page tells of all programs, and so of no one edition."""
    return match is not None and match.url_name in OF_NO_PROGRAM


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
    return offered_for(request, request.GET, as_of)


def offered_for(request: HttpRequest, query: QueryDict, as_of: AsOf, of: str = "") -> Offered:
    """The citation of the page as another query shows it; `of` says what that is."""
    path, match = request.path, request.resolver_match
    cited = cited_page(request, path, query, match, as_of)
    page = {"page": path if of_all(match) else _pinned_path(path, query, match, as_of)}
    return Offered(
        cited.words.text.removesuffix(cited.words.address),
        cited.words.address,
        cited.bibtex,
        with_query(reverse("cite", kwargs={"form": "bib"}), page),
        with_query(reverse("cite", kwargs={"form": "json"}), page),
        of,
    )
