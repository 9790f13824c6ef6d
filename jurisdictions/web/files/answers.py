"""What every file has in common: the form, how to cite it, its name, how long it may be kept."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurisdictions.read.asked_tag import asked_tag
from jurisdictions.read.asking import LANGUAGES, BadAsk
from jurisdictions.read.reach import reach_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import (
    LICENCE,
    FileCitation,
    citation_line,
    citation_members,
    file_citation,
)
from jurisdictions.render.files.csv_file import csv_chunks
from jurisdictions.render.files.forms import FileForm
from jurisdictions.render.files.geojson_file import geojson_chunks
from jurisdictions.render.files.json_file import json_file
from jurisdictions.render.files.labelled import labelled_sheet
from jurisdictions.render.files.names import file_name
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.files.xlsx_file import xlsx_file
from jurisdictions.shelf.marked import mark
from jurisdictions.web.site.addresses import query_of, with_query
from jurisdictions.web.site.beside import ENDING, citation_answer, is_asked_for_citation
from jurisdictions.web.site.frame import cite_as
from jurisdictions.web.site.page import NEWEST_SECONDS, answered, asked, error_page, is_signed_in

FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a page's files hold; nothing is read before a file is written.

    `name` is the middle of the file's name. The first of `sheets` is what a CSV holds, unless
    `plain` names another; `mapped` are those whose rows become features. `about` gives further
    members of the JSON. `dated` tells whether the day matters, `long` whether the CSV is streamed.
    `day` is the one that the rows are about, where a filter names another than was asked for.
    """

    name: str
    title: str
    sheets: tuple[Sheet, ...]
    plain: str = ""
    mapped: tuple[Sheet, ...] = ()
    about: Callable[[], Mapping[str, object]] = dict
    dated: bool = True
    long: bool = False
    bordered: bool = field(default=True)
    day: date | None = None

    def labelled(self) -> Bundle:
        """The same with what people call each code in a column beside it."""
        return replace(
            self,
            sheets=tuple(map(labelled_sheet, self.sheets)),
            mapped=tuple(map(labelled_sheet, self.mapped)),
        )

    @property
    def table(self) -> Sheet:
        """What a CSV holds."""
        return next((sheet for sheet in self.sheets if sheet.name == self.plain), self.sheets[0])


View = Callable[..., Bundle]


LABELS, COMMENT, EXCEL = "labels", "comment", "excel"
CHOICES = (LABELS, COMMENT, EXCEL)
"""What a file may have besides: labels beside its codes, a first line that cites it, a mark.

By the mark at the beginning of a CSV Excel knows that its letters are UTF-8.
"""
EVERY_FILE = ("date", "known", "edition", "lang", *CHOICES)
"""The parameters that every file takes."""


def public_file(
    *offered: FileForm, takes: Collection[str] = (), several: Collection[str] = ()
) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """Make a view of `(request, as_of, **parts)` that gives a Bundle an address of files.

    The form is the extension of the address; one that is not offered is a 404 page that says what
    is. `lang` names a language other than the address's. Beside EVERY_FILE it `takes` parameters
    of its own, of which `several` may be repeated; any other is refused, since whoever reads the
    file would never know that it was passed over. Otherwise as `public_picture`.
    """
    known = (*EVERY_FILE, *takes)

    def decorate(view: View) -> Callable[..., HttpResponseBase]:
        @require_safe
        @wraps(view)
        def file(request: HttpRequest, form: str, **parts: Any) -> HttpResponseBase:
            found = next((one for one in offered if one.extension == form), None)
            if found is None:
                told = {"form": form, "offered": offered}
                return error_page(request, "errors/form.html", 404, told)

            def answer() -> HttpResponseBase:
                with override(_language(request)):
                    refuse_slips(request.GET, known, several)
                    as_of = asked(request)
                    labels = chosen(request.GET, LABELS)
                    # Refused whatever the form.
                    chosen(request.GET, COMMENT)
                    chosen(request.GET, EXCEL)
                    bundle = view(request, as_of, **parts)
                    if labels:
                        bundle = bundle.labelled()
                    return _file(request, as_of, found, bundle)

            return answered(request, answer)

        return file

    return decorate


def refuse_slips(query: QueryDict, known: Collection[str], several: Collection[str]) -> None:
    """Raise BadAsk for a parameter that is none of `known`, or is repeated and not in `several`."""
    for name, values in query.lists():
        if name not in known:
            said = {"known": ", ".join(known)}
            raise BadAsk(name, _("is no parameter of this file. There are: %(known)s") % said)
        if len(values) > 1 and name not in several:
            raise BadAsk(name, _("can be given only once"))


def chosen(query: QueryDict, name: str) -> bool:
    """Whether one of CHOICES is wanted: 1, or 0 for not; raise BadAsk for anything else."""
    said = query.get(name, "").strip()
    if said not in {"", "0", "1"}:
        raise BadAsk(name, _("can only be 1, or 0 for without"))
    return said == "1"


def _language(request: HttpRequest) -> str:
    """The language that the address names, by its beginning or by `lang`; raise BadAsk."""
    said = request.GET.get("lang", "").strip()
    if said and said not in LANGUAGES:
        raise BadAsk("lang", _("is not a language of this tracker: en or es"))
    return said or get_language() or LANGUAGES[0]


def _file(request: HttpRequest, as_of: AsOf, form: FileForm, bundle: Bundle) -> HttpResponseBase:
    as_of = replace(as_of, on=bundle.day or as_of.on)
    cited = file_citation(as_of, bundle.title, cite_as(request, as_of))
    if is_asked_for_citation(request):
        return citation_answer(as_of, cited)
    etag = asked_tag(as_of, cited.address)
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = _written(request, as_of, form, bundle, cited)
        response["Content-Disposition"] = form.disposition(
            file_name(
                as_of,
                bundle.name,
                form.extension,
                dated=bundle.dated,
                told=_ended_before(as_of, bundle),
            )
        )
        response["Content-Language"] = as_of.language
        response["Link"] = _links(request, cited)
    response["ETag"] = etag
    response["Cache-Control"] = _kept(request, as_of, bundle)
    response["Access-Control-Allow-Origin"] = "*"
    mark(response)
    return response


def _links(request: HttpRequest, cited: FileCitation) -> str:
    """How it is cited, under which licence, and where a text says so."""
    beside = with_query(f"{request.path}{ENDING}", query_of(request))
    return (
        f'<{cited.address}>; rel="cite-as", <{LICENCE}>; rel="license", '
        f'<{beside}>; rel="describedby"; type="text/plain"'
    )


def _ended_before(as_of: AsOf, bundle: Bundle) -> str:
    """That the record ends before the day: a plain table has no other room to say so."""
    reach = reach_of(as_of)
    beyond = bundle.dated and reach.by_list and reach.until and as_of.on > reach.until
    return f"record-to-{reach.until.isoformat()}" if beyond and reach.until else ""


def _written(
    request: HttpRequest, as_of: AsOf, form: FileForm, bundle: Bundle, cited: FileCitation
) -> HttpResponseBase:
    match form.extension:
        case "csv":
            rows = bundle.table.rows
            line = citation_line(as_of, cited) if chosen(request.GET, COMMENT) else ""
            chunks = csv_chunks(bundle.table.table, as_of, rows(), comment=line)
            if chosen(request.GET, EXCEL):
                chunks = chain([BOM_UTF8], chunks)
            return _streamed(request, form, chunks) if bundle.long else _whole(form, chunks)
        case "xlsx":
            return _whole(form, iter([xlsx_file(as_of, bundle.sheets, cited)]))
        case "geojson":
            about = citation_members(as_of, cited)
            chunks = geojson_chunks(as_of, about, bundle.mapped, bordered=bundle.bordered)
            return _streamed(request, form, chunks)
        case _:
            about = {**citation_members(as_of, cited), **bundle.about()}
            return _whole(form, iter([json_file(as_of, about, bundle.sheets)]))


def _whole(form: FileForm, chunks: Iterator[bytes]) -> HttpResponse:
    return HttpResponse(b"".join(chunks), content_type=form.media_type)


def _streamed(request: HttpRequest, form: FileForm, chunks: Iterator[bytes]) -> HttpResponseBase:
    """Sent while it is being read; who asks for the head alone costs nothing."""
    if request.method == "HEAD":
        return HttpResponse(content_type=form.media_type)
    return StreamingHttpResponse(chunks, content_type=form.media_type)


def _kept(request: HttpRequest, as_of: AsOf, bundle: Bundle) -> str:
    """A named edition never changes; the newest may be followed by another at any moment."""
    fixed = request.GET.get("date") or as_of.program.opening_on or not bundle.dated
    if request.GET.get("edition") and fixed:
        return FOR_EVER
    return "private, no-cache" if is_signed_in(request) else f"public, max-age={NEWEST_SECONDS}"
