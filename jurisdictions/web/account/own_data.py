"""/account/data/: all that is kept of oneself, as a file to take along."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from jurisdictions.read.keeping.own_data import own_data
from jurisdictions.record.people.people import actor_of
from jurisdictions.web.site.page import View


def _data(request: HttpRequest) -> HttpResponse:
    """The rows of every table of docs/privacy.md that are about who asks, as JSON."""
    actor = actor_of(request.user.pk)
    if actor is None:
        return redirect("account")
    answer = JsonResponse(own_data(actor.person_id), json_dumps_params={"indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="my-data.json"'
    add_never_cache_headers(answer)
    return answer


data: View = require_safe(login_required(reauthentication_required(_data)))
