"""What every page about an account has in common: the frame, who is signed in, no caching."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import needs_second_factor
from jurisdictions.web.site.frame import frame_of

ALLAUTH = ("account_", "mfa_", "usersessions_")
"""How the names of allauth's addresses begin."""


def account_frame(request: HttpRequest) -> dict[str, object]:
    """What allauth's pages find in their context besides its own; nothing on any other page."""
    name = request.resolver_match.url_name if request.resolver_match else None
    if not (name or "").startswith(ALLAUTH):
        return {}
    actor = actor_of(request.user.pk)
    needed = actor is not None and needs_second_factor(actor)
    return {
        **frame_of(request, None, here=True),
        "actor": actor,
        "second_factor_needed": needed,
    }


def render_account(
    request: HttpRequest, template: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """A page about an account; templates extend account/base.html."""
    actor = actor_of(request.user.pk) if request.user.is_authenticated else None
    frame = {**frame_of(request, None, here=True), "actor": actor, **context}
    response = render(request, template, frame, status=status)
    add_never_cache_headers(response)
    return response
