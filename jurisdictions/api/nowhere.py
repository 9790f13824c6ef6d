"""An address of the API that there is not."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils.translation import gettext as _

from jurisdictions.api.answering import OpenView, opened


class NowhereView(OpenView):
    """Not found, as a problem; an address that lacks only its last slash is sent on."""

    schema = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Redirect to the address with a slash where that one exists."""
        slashed = f"{request.path_info}/"
        known = resolve(slashed).url_name != "api-nowhere"
        if known and not request.path_info.endswith("/"):
            there = request.get_full_path(force_append_slash=True)
            return opened(HttpResponsePermanentRedirect(there))
        return super().dispatch(request, *args, **kwargs)

    def get(self, *_args: Any) -> HttpResponseBase:
        """Always refuses."""
        message = _("There is nothing at this address. The API is described at /api/docs/.")
        raise Http404(message)
