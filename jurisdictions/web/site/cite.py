"""The citation of any page as a file: /cite.bib?page=/..., /cite.json?page=/..."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, ResolverMatch
from django.utils.timezone import localdate
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurisdictions.read.asking import BadAsk, ask
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.cite_forms import BIBTEX_TYPE, CSL_TYPE
from jurisdictions.render.files.names import saved
from jurisdictions.render.files.package.names import edition_named
from jurisdictions.web.site.old_addresses import new_path
from jurisdictions.web.site.page import answered, kept_for_a_while
from jurisdictions.web.site.page_citation import Cited, cited_page
from jurisdictions.web.site.page_titles import names_its_edition
from jurisdictions.web.site.program import found_at, program_in

LONGEST = 4000
"""Signs in the address of a page that can be cited."""


@require_safe
def cite(request: HttpRequest, form: str) -> HttpResponse:
    """The citation of the page that `page` names, in the language of that page."""
    return answered(request, lambda: kept_for_a_while(request, _file(request, form)))


def _file(request: HttpRequest, form: str) -> HttpResponse:
    path, query = _page(request.GET.get("page", ""))
    path = new_path(path, query.get("program", "") or settings.DEFAULT_PROGRAM)
    language = get_language_from_path(path) or settings.LANGUAGE_CODE
    # Addresses are resolved in their own language too.
    with override(language):
        match = _view(path)
        cited = cited_page(request, path, query, match, _asked(path, query, match, language))
        response = _written(cited, form)
    response["Content-Disposition"] = saved(f"citation.{form}")
    response["Content-Language"] = language
    return response


def _written(cited: Cited, form: str) -> HttpResponse:
    if form == "bib":
        return HttpResponse(cited.bibtex.encode(), content_type=BIBTEX_TYPE)
    return HttpResponse(cited.csl, content_type=CSL_TYPE)


def _page(text: str) -> tuple[str, QueryDict]:
    """The path and the query of a page of this site; raise BadAsk."""
    try:
        parts = urlsplit(text[:LONGEST])
    except ValueError:
        parts = urlsplit("")
    outside = parts.scheme or parts.netloc or not parts.path.startswith("/")
    if outside or len(text) > LONGEST or "\\" in text:
        raise BadAsk("page", _("is not a page of this site: write its path, like /about/"))
    return parts.path, QueryDict(parts.query)


def _view(path: str) -> ResolverMatch:
    """The view that answers for a path; raise Http404."""
    try:
        return found_at(path)
    except Resolver404:
        raise Http404 from None


def _asked(path: str, query: QueryDict, match: ResolverMatch, language: str) -> AsOf:
    named = edition_named(match.kwargs["package"]) if names_its_edition(match) else None
    teller = told_by().get(match.url_name or "", "")
    said = teller or program_in(path) or query.get("program", "")
    program, edition = named or (said, query.get("edition", ""))
    return ask(
        program=program,
        edition=edition,
        date=query.get("date", ""),
        known="" if named else query.get("known", ""),
        language=language,
        today=localdate(),
        nearest=True,
    )
