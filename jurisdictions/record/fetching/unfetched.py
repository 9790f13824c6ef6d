"""Why nothing came from an address: a code to keep, and words for whoever asked for it."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from django.utils.translation import gettext as _


class Why(StrEnum):
    """What was in the way."""

    ADDRESS = "address"
    NOT_HTTPS = "not-https"
    INSIDE = "inside"
    UNKNOWN_HOST = "unknown-host"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    ROBOTS = "robots"
    GONE = "gone"
    REFUSED = "refused"
    BUSY = "busy"
    FAILING = "failing"
    REDIRECTS = "redirects"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    BROKEN = "broken"


LASTING = frozenset({Why.ADDRESS, Why.NOT_HTTPS, Why.INSIDE})
"""What no second try will mend."""


class Unfetched(ValueError):
    """Nothing came. `status` is the server's, 0 for none; `wait` is how long it asks to be left."""

    def __init__(self, why: Why, status: int = 0, wait: timedelta | None = None) -> None:
        self.why, self.status, self.wait = why, status, wait
        super().__init__(f"{why}{f' {status}' if status else ''}")

    @property
    def text(self) -> str:
        """A sentence in the language of the moment."""
        return words_of(self.why, self.status)


def words_of(why: str, status: int = 0) -> str:
    """The sentence for a code that was kept; "" for one that nobody knows."""
    said = {
        Why.ADDRESS: _("This is no address of the web: write it from https:// on."),
        Why.NOT_HTTPS: _("Only addresses that begin with https:// are fetched, on its own port."),
        Why.INSIDE: _("The address leads into a network that is not public."),
        Why.UNKNOWN_HOST: _("No server of this name was found."),
        Why.UNREACHABLE: _("The server could not be reached."),
        Why.CERTIFICATE: _("The server's certificate does not prove that it is the one named."),
        Why.ROBOTS: _("The site asks programs not to read this address (robots.txt)."),
        Why.GONE: _("There is nothing at this address any more (status %(status)d)."),
        Why.REFUSED: _("The server does not give this to the tracker (status %(status)d)."),
        Why.BUSY: _("The server asks to be left alone for a while (status %(status)d)."),
        Why.FAILING: _("The server failed (status %(status)d)."),
        Why.REDIRECTS: _("The address leads on and on to others."),
        Why.TOO_LARGE: _("What is there is larger than is fetched."),
        Why.TOO_SLOW: _("The server took too long."),
        Why.BROKEN: _("What the server sent broke off or makes no sense."),
    }.get(Why(why) if why in set(Why) else None, "")  # type: ignore[arg-type]
    return said % {"status": status} if "%(" in said else said
