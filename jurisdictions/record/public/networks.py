"""Who writes too often: counted in memory under a hash whose salt is forgotten within the hour."""

from __future__ import annotations

from datetime import datetime
from ipaddress import IPv6Address, IPv6Network, ip_address

from jurisdictions.record.counts import count_back, count_one, passing_key, seconds_left

HOUR = 3600


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


def seconds_to_wait(door: str, network: str, *, most: int, at: datetime) -> int:
    """Count one message of a network at a door in this hour; 0 when it may be sent, else the wait.

    Each door has a count of its own: who wrote tips may still reply.
    """
    left = seconds_left(at, HOUR)
    return left if count_one(_key(door, network, at), left) > most else 0


def give_back(door: str, network: str, *, at: datetime) -> None:
    """Count a message no longer that was not sent after all."""
    count_back(_key(door, network, at))


def _key(door: str, network: str, at: datetime) -> str:
    return passing_key("public-forms", f"{door} {network}", at=at, window=HOUR)
