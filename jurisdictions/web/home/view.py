"""The root of the tracker."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from jurisdictions.read.program_addresses import path_of
from jurisdictions.web.site.old_addresses import map_moved


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """On to the map that stood here, for ever where its own query says so."""
    return map_moved(request) or HttpResponseRedirect(path_of(settings.DEFAULT_PROGRAM, "map"))
