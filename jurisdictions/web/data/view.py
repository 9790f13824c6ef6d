"""The data: every edition's package with what is in it, and what each column means."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.names import saved
from jurisdictions.render.files.package import kept
from jurisdictions.render.files.package.binaries import PARQUET_TYPE, SQLITE_TYPE
from jurisdictions.render.files.package.names import edition_named, package_name
from jurisdictions.shelf.marked import mark
from jurisdictions.shelf.tags import kept_tag
from jurisdictions.web.data.context import data_context, edition_context
from jurisdictions.web.site.beside import citation_answer, is_asked_for_citation
from jurisdictions.web.site.credits import cited_file
from jurisdictions.web.site.page import answered, kept_for_a_while, public_page, render_page
from jurisdictions.web.site.program import demand_program

KEPT_SECONDS = 86_400
"""How long a package may be kept without asking: its edition does not change."""
TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "cff": "application/yaml; charset=utf-8",
    "parquet": PARQUET_TYPE,
    "sqlite": SQLITE_TYPE,
}
"""Media types of the files in a package by extension."""


@public_page
def data(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every edition, every form in which pages can be had, every column, how to cite."""
    context = data_context(request, as_of)
    response = render_page(request, "data/page.html", as_of, context)
    if not context["all_made"]:  # a package that the worker makes is told of as soon as it is
        response["Cache-Control"] = "public, no-cache"
    return response


def _of_edition(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Make a view of `(request, as_of, **parts)` answer for the edition that the path names."""

    @require_safe
    @wraps(view)
    def named(request: HttpRequest, package: str, **parts: Any) -> HttpResponseBase:
        return answered(request, lambda: view(request, _edition(package), **parts))

    return named


def _edition(package: str) -> AsOf:
    """What stands under a package's name; raise Http404 for a name of none."""
    program, number = edition_named(package) or ("", "")
    language = get_language() or "en"
    try:
        as_of = ask(program=program, edition=number, language=language, today=localdate())
    except (BadAsk, NothingPublished):
        raise Http404 from None
    if package_name(as_of) != package:
        raise Http404
    demand_program(as_of.program.slug)
    return as_of


@_of_edition
def data_edition(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """One edition: its files with size and checksum, what changed, how to cite."""
    context = edition_context(request, as_of, kept.package_of(as_of))
    return kept_for_a_while(request, render_page(request, "data/edition.html", as_of, context))


@_of_edition
def data_package(request: HttpRequest, as_of: AsOf) -> HttpResponseBase:
    """The package itself, as a zip."""
    if is_asked_for_citation(request):
        return citation_answer(as_of, cited_file(request, as_of))
    known = kept.kept_package(as_of)
    if known and (same := _had_already(request, kept_tag(known.sha256))):
        return same
    package = kept.package_of(as_of)
    response = HttpResponse(package.content, content_type="application/zip")
    response["Content-Disposition"] = saved(f"{package_name(as_of)}.zip")
    return _answer(request, response, kept_tag(package.sha256))


@_of_edition
def data_file(request: HttpRequest, as_of: AsOf, path: str) -> HttpResponseBase:
    """One file of the package, under the address that its datapackage.json implies."""
    package = kept.package_of(as_of)
    content = kept.member_bytes(package, path)
    if content is None:
        raise Http404
    if is_asked_for_citation(request):
        return citation_answer(as_of, cited_file(request, as_of))
    kind = TYPES.get(path.rpartition(".")[2], "text/plain; charset=utf-8")
    response = HttpResponse(content, content_type=kind)
    return _answer(request, response, kept_tag(package.sha256, path))


def _had_already(request: HttpRequest, etag: str) -> HttpResponseBase | None:
    """304 for a reader who has it, before any work; else None."""
    found: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    return _named(found, etag) if found else None


def _answer(request: HttpRequest, response: HttpResponse, etag: str) -> HttpResponseBase:
    return _had_already(request, etag) or _named(response, etag)


def _named(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    response["Access-Control-Allow-Origin"] = "*"
    mark(response)
    return response
