"""Who writes too often: counted in memory under a hash whose salt is forgotten within the hour."""

from __future__ import annotations

import logging
from datetime import datetime
from hashlib import blake2b
from ipaddress import IPv6Address, IPv6Network, ip_address
from secrets import token_bytes

from django.core.cache import caches

COUNTS = "limits"
"""The cache that counts, by its name in settings: shared where there is Redis."""
HOUR = 3600
_SALT_BYTES = 32

logger = logging.getLogger(__name__)


def network_in(remote: str, forwarded: str, proxies: int) -> str:
    """Where a request comes from: an IPv4 address, or the /64 that an IPv6 reader has to himself.

    Behind proxies it is what the outermost of ours saw: what stands before it in X-Forwarded-For,
    anybody may write.
    """
    chain = forwarded.split(",")
    said = chain[-min(proxies, len(chain))].strip() if proxies and forwarded else remote
    try:
        address = ip_address(said)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Network((address, 64), strict=False))
    return str(address)


def seconds_to_wait(network: str, *, most: int, at: datetime) -> int:
    """Count one message of a network in this hour; 0 when it may be sent, else how long to wait."""
    left = _seconds_left(at)
    try:
        key = _key(network, at)
        caches[COUNTS].add(key, 0, timeout=left)
        sent = caches[COUNTS].incr(key)
    except Exception:  # a limit that cannot be counted stops nobody
        logger.exception("Messages of the public could not be counted")
        return 0
    return left if sent > most else 0


def give_back(network: str, *, at: datetime) -> None:
    """Count a message no longer that was not sent after all."""
    try:
        caches[COUNTS].decr(_key(network, at))
    except Exception:  # the count ends with the hour in any case
        logger.debug("A message could not be given back", exc_info=True)


def _seconds_left(at: datetime) -> int:
    return HOUR - int(at.timestamp()) % HOUR


def _key(network: str, at: datetime) -> str:
    """A key under a salt that is made for each hour and forgotten with it: no hash outlives it."""
    hour = int(at.timestamp()) // HOUR
    salt = caches[COUNTS].get_or_set(
        f"public-forms-salt:{hour}", lambda: token_bytes(_SALT_BYTES), _seconds_left(at)
    )
    if not isinstance(salt, bytes):
        raise LookupError
    return f"public-forms:{blake2b(network.encode(), key=salt, digest_size=16).hexdigest()}"
