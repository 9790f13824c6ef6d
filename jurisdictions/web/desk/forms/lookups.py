"""What the forms ask while somebody types: how a date is understood, which sources there are."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from jurisdictions.read.sources import sources_by_key
from jurisdictions.render.words.days import date_text
from jurisdictions.web.desk.forms.fields import date_cell
from jurisdictions.web.desk.forms.source_form import about_source
from jurisdictions.web.desk.forms.tasks import edition_of

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
    """Every source on record: key, title, and who published it when."""
    del request
    rows = sources_by_key(edition_of()).values()
    found = [{"key": row.key, "title": row.title, "about": about_source(row)} for row in rows]
    return _kept(JsonResponse({"sources": found}))


def _kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response
