"""A browser that signed in before is known by a cookie: nobody elsewhere can slow it down."""

from __future__ import annotations

from secrets import token_urlsafe

from allauth.account.signals import password_reset, user_logged_in
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac

COOKIE = "device"
SALT = "jurisdictions.web.accounts.devices"
"""What browsers keep was sealed under this name: they stay known."""
AGE_SECONDS = 365 * 24 * 3600
MOST_ACCOUNTS = 4
"""Accounts that one browser is known to; the latest stay."""
_NEWLY_KNOWN = "device_of"


def install() -> None:
    """Know a browser from now on that signed in, or that opened a mailed link for a password."""
    user_logged_in.connect(_note, dispatch_uid="know-device")
    password_reset.connect(_note, dispatch_uid="know-device-by-mail")


def device_of(request: HttpRequest, address: str) -> str:
    """The mark of the browser, when it is known to the account of an address; else ""."""
    return _marks(request).get(_owner(address), "")


def mark_device(request: HttpRequest, response: HttpResponseBase) -> None:
    """Give the browser its cookie, when this answer ends a sign-in."""
    address = getattr(request, _NEWLY_KNOWN, "")
    if not address:
        return
    marks = _marks(request)
    mark = marks.pop(_owner(address), "") or token_urlsafe(12)
    kept = dict([*marks.items(), (_owner(address), mark)][-MOST_ACCOUNTS:])
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=SALT),
        max_age=AGE_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _note(request: HttpRequest, user: object, **_: object) -> None:
    setattr(request, _NEWLY_KNOWN, str(getattr(user, "email", "")))


def _marks(request: HttpRequest) -> dict[str, str]:
    try:
        told = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=AGE_SECONDS)
    except signing.BadSignature:
        return {}
    return {str(owner): str(mark) for owner, mark in dict(told).items()}


def _owner(address: str) -> str:
    """Whose mark it is, without the address itself."""
    return salted_hmac(SALT, address.lower()).hexdigest()[:16]
