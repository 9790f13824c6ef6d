"""Where the links in mails lead: to confirm an address, and to leave.

Looking at either page does nothing: programs open links before their reader does.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from jurisdictions.mailing.telling import standing
from jurisdictions.mailing.writing import name_of
from jurisdictions.record.following import leaving
from jurisdictions.record.following.tokens import CONFIRM, LEAVE
from jurisdictions.record.following.wanted import Wanted
from jurisdictions.web.follow.page import render_follow

METHODS = ["GET", "HEAD", "POST"]


# The token is the authority; who has it has no cookie here that a foreign page could ride on.
@csrf_exempt
@require_http_methods(METHODS)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button. POST confirms the address; from then on it is told what changes."""
    at = now()
    if request.method == "POST":
        leaving.confirm(token=token, standing=standing(), at=at)
    found = leaving.behind(token=token, purpose=CONFIRM, at=at)
    if found is None:
        return render_follow(request, "follow/no_link.html", {}, status=404)
    context = {"done": found.confirmed, "name": _name(found.wanted), "wanted": found.wanted}
    return render_follow(request, "follow/confirm.html", context)


# Mail programs press the button for their reader (RFC 8058).
@csrf_exempt
@require_http_methods(METHODS)
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """A button, and another for all that the address follows. POST deletes it.

    Who presses twice is told the same twice.
    """
    if request.method == "POST":
        leaving.leave(token=token, everything="everything" in request.POST)
        return render_follow(request, "follow/left.html", {})
    found = leaving.behind(token=token, purpose=LEAVE, at=now())
    if found is None:
        return render_follow(request, "follow/no_link.html", {"left": True}, status=404)
    context = {"name": _name(found.wanted), "others": found.follows - 1}
    return render_follow(request, "follow/leave.html", context)


def _name(wanted: Wanted) -> str:
    language = get_language() or "en"
    return name_of(wanted.program, wanted.geoid, wanted.agency, language, spoken=True)
