"""How much one network may ask in a while: counted in memory, under a hash that soon means nothing.

No address is kept. The hash is keyed with a secret and with the window it counts in, so that
nobody can tell from it who asked, nor that two windows' counts are of the same reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from time import time

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

from jurisdictions.record.counts import count_one
from jurisdictions.record.public.networks import network_in


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many requests a network has in a window, how many are left, seconds to the next one."""

    limit: int
    remaining: int
    reset: int


class TooMany(Exception):
    """The network has used up its requests."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__()
        self.allowance = allowance


def spend(request: HttpRequest) -> Allowance:
    """Count one request; raises TooMany when none was left."""
    now, window = time(), settings.API_WINDOW_SECONDS
    number = int(now // window)
    key = salted_hmac(__name__, f"{number}:{network_of(request)}").hexdigest()
    spent = count_one(key, window)
    limit = settings.API_REQUESTS
    allowance = Allowance(limit, max(0, limit - spent), ceil((number + 1) * window - now))
    if spent > limit:
        raise TooMany(allowance)
    return allowance


def spend_of_token(token: int) -> Allowance:
    """Count one call of a token; raises TooMany when none was left."""
    now, window = time(), settings.API_WINDOW_SECONDS
    number = int(now // window)
    spent = count_one(f"token:{token}:{number}", window)
    limit = settings.TOKEN_REQUESTS
    allowance = Allowance(limit, max(0, limit - spent), ceil((number + 1) * window - now))
    if spent > limit:
        raise TooMany(allowance)
    return allowance


def admit(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Count a request that was answered from kept bytes; False when none was left."""
    try:
        tell(response, spend(request))
    except TooMany:
        return False
    return True


def network_of(request: HttpRequest) -> str:
    """Where a request comes from, as far as it can be believed (settings.PROXIES)."""
    said = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return network_in(said, forwarded, settings.PROXIES)


def tell(response: HttpResponseBase, allowance: Allowance) -> None:
    """Write the allowance into the headers."""
    response["RateLimit-Limit"] = str(allowance.limit)
    response["RateLimit-Remaining"] = str(allowance.remaining)
    response["RateLimit-Reset"] = str(allowance.reset)
