"""Which network a request comes from, as far as that can be believed (settings.PROXIES)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from jurisdictions.record.public.networks import network_in


def network_of(request: HttpRequest) -> str:
    """An IPv4 address, or the /64 of an IPv6 one; "" when it cannot be told."""
    said = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return network_in(said, forwarded, settings.PROXIES)
