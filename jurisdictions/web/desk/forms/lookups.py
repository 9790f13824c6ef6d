"""What the forms ask while somebody types: how a date is understood, which sources there are."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from jurisdictions.read.keeping.promised_sources import not_on_record
from jurisdictions.read.sources import sources_by_key
from jurisdictions.record.people.permissions import CONTRIBUTOR
from jurisdictions.render.words.days import date_text
from jurisdictions.web.desk.forms.fields import date_cell
from jurisdictions.web.desk.forms.source_form import about_promised, about_source
from jurisdictions.web.desk.forms.tasks import edition_of
from jurisdictions.web.site.reader import reader_of

KEPT_SECONDS = 60


@require_safe
def date(request: HttpRequest) -> HttpResponse:
    """How a written date is understood: `{"said": …}`, or why it is not: `{"wrong": …}`."""
    try:
        answer = {"said": date_text(date_cell(request.GET.get("text", "")))}
    except ValidationError as wrong:
        answer = {"wrong": " ".join(wrong.messages)}
    return _kept(JsonResponse(answer))


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every source on record: key, title, and who published it when.

    For who works at the desk also those that are only proposed so far.
    """
    known = sources_by_key(edition_of())
    reader = reader_of(request)
    works = bool(reader and reader.regions(CONTRIBUTOR))
    promised = not_on_record(known) if works else {}
    rows = [(row, about_source(row)) for row in known.values()]
    rows += [(one.source, about_promised(one)) for one in promised.values()]
    found = [{"key": row.key, "title": row.title, "about": about} for row, about in rows]
    response = _kept(JsonResponse({"sources": found}))
    patch_vary_headers(response, ["Cookie"])
    if reader is not None:
        response["Cache-Control"] = "private, no-store"
    return response


def _kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response
