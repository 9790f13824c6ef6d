"""Who reads a public page: nobody in particular, or somebody who keeps the record."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor, needs_second_factor

_KNOWN = "_reader"


def reader_of(request: HttpRequest) -> Actor | None:
    """Who is signed in and may use the desk; None for the public, for whom nothing is looked up.

    A page offers a reader what they may do, and the public nothing that takes an account.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    if not hasattr(request, _KNOWN):
        setattr(request, _KNOWN, _signed_in(request))
    found: Actor | None = getattr(request, _KNOWN)
    return found


def _signed_in(request: HttpRequest) -> Actor | None:
    if not request.user.is_authenticated:
        return None
    actor = actor_of(request.user.pk)
    if actor and needs_second_factor(actor) and not is_mfa_enabled(request.user):
        return None
    return actor
