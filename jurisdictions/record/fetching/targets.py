"""An address, taken apart and checked, and the public addresses of the host that it names."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from urllib.parse import quote, urlsplit, urlunsplit

from django.conf import settings

from jurisdictions.record.fetching.unfetched import Unfetched, Why

LONGEST = 2000
_CONTROLS = re.compile(r"[\x00-\x20\x7f]")
_HOST = re.compile(r"[a-z0-9._:%-]+")
_NAT64 = IPv6Network("64:ff9b::/96")
_NEVER = (IPv6Network("fec0::/10"), IPv6Network("3fff::/20"), ip_network("192.88.99.0/24"))
"""What Python takes for public: addresses of a site from before 2004, of examples, of relays."""
_SAFE = "/?:@!$&'()*+,;=%-._~[]|"
"""What of an address is left as it is written; all else is percent-encoded."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of whom. `tried`: the operator lets this origin through, for trying out."""

    scheme: str
    host: str
    port: int
    path: str
    tried: bool = False

    @property
    def origin(self) -> str:
        """The scheme, the host, and the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"https": 443, "http": 80}[self.scheme]
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port != usual else "")

    @property
    def address(self) -> str:
        """The whole address, as it is asked for."""
        return self.origin + self.path


def target_of(address: str) -> Target:
    """Take an address apart. Raises Unfetched for what is none, or is not to be fetched."""
    address = address.strip()
    if not address or len(address) > LONGEST or _CONTROLS.search(address) or "\\" in address:
        raise Unfetched(Why.ADDRESS)
    try:
        parts = urlsplit(address)
        scheme, port = parts.scheme.lower(), parts.port
        host = _ascii(parts.hostname or "")
    except ValueError as wrong:
        raise Unfetched(Why.ADDRESS) from wrong
    if scheme not in {"http", "https"} or not host or parts.username is not None:
        raise Unfetched(Why.ADDRESS)
    path = urlunsplit(("", "", quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))
    found = Target(scheme, host, port or {"https": 443, "http": 80}[scheme], path)
    if found.origin in settings.FETCH_TRIED_ORIGINS:
        return Target(found.scheme, found.host, found.port, found.path, tried=True)
    if scheme != "https" or found.port != 443:
        raise Unfetched(Why.NOT_HTTPS)
    return found


def _ascii(host: str) -> str:
    """A host's name as it is asked for; ValueError for what is none.

    Looked at once it is ASCII: from letters of other scripts blanks may become, and other signs.
    """
    host = host.rstrip(".").lower()
    written = host if host.isascii() else host.encode("idna").decode("ascii")
    if not _HOST.fullmatch(written):
        raise ValueError(host)
    return written


def checked_addresses(target: Target, ends: float) -> list[str]:
    """The addresses that the host's name stands for, all of them public. Raises Unfetched.

    One that lies inside is enough to refuse all: a name that stands for both is a trap. `ends` is
    on the monotonic clock.
    """
    addresses = _looked_up(target.host, target.port, ends)
    if not addresses:
        raise Unfetched(Why.UNKNOWN_HOST)
    if not target.tried and not all(map(is_public, addresses)):
        raise Unfetched(Why.INSIDE)
    return addresses


def _looked_up(host: str, port: int, ends: float) -> list[str]:
    """What a name stands for. Raises Unfetched where it is nobody's, or the answer is not in time.

    The system's look-up takes no limit of time, and what answers for a name may be slow on purpose:
    it runs in a thread of its own, which is left to itself when the time is over.
    """
    answers: SimpleQueue[list[str] | Exception] = SimpleQueue()

    def look() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(told[4][0]) for told in found)))
        except Exception as wrong:  # told to who waits
            answers.put(wrong)

    Thread(target=look, name="look-up of a name", daemon=True).start()
    try:
        told = answers.get(timeout=max(ends - monotonic(), 0))
    except Empty:
        raise Unfetched(Why.TOO_SLOW) from None
    if isinstance(told, OSError | UnicodeError):
        raise Unfetched(Why.UNKNOWN_HOST) from told
    if isinstance(told, Exception):
        raise told
    return told


def is_public(written: str) -> bool:
    """Whether an IP address lies outside every network of the operator's, as far as can be told."""
    try:
        address = ip_address(written)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        within = _within(address)
        if within is not None:
            return is_public(str(within))
        if address.sixtofour or address.teredo:
            return False
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    inside = (ip_network(net, strict=False) for net in settings.FETCH_INSIDE)
    return not any(address in net for net in (*_NEVER, *inside))


def _within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, written into it; None for any other."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    last = int(address) & 0xFFFF_FFFF
    compatible = int(address) >> 32 == 0
    return IPv4Address(last) if address in _NAT64 or compatible else None
