"""/metrics: numbers for Prometheus, for who has the token of the operator."""

from __future__ import annotations

from secrets import compare_digest

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jurisdictions.operating.metrics.telling import TEXT, metrics_text

BEARER = "Bearer "


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The numbers; 404 where METRICS_TOKEN is not set, 401 without the token."""
    if not settings.METRICS_TOKEN:
        raise Http404
    said = request.headers.get("Authorization", "")
    given = said.removeprefix(BEARER) if said.startswith(BEARER) else ""
    if not compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        refused = HttpResponse("METRICS_TOKEN is asked for.\n", "text/plain", status=401)
        refused["WWW-Authenticate"] = 'Bearer realm="metrics"'
        return refused
    return HttpResponse(metrics_text(timezone.now), TEXT)
