"""Whether the tracker can serve: the number of the edition that stands."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jurisdictions.read.editions import newest_edition


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 with the edition number; 503 before the first edition."""
    del request
    edition = newest_edition(settings.DEFAULT_PROGRAM)
    if edition is None:
        return JsonResponse({"status": "no edition published yet", "edition": None}, status=503)
    return JsonResponse({"status": "ok", "edition": edition.number})
