"""Where the local server listens: HOST and PORT from the environment, refused in plain words."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address

ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - recognised, not chosen

BACKLOG = 1024
"""Connections that wait in the system's queue while all processes are busy."""


class AddressRefused(Exception):
    """The server cannot listen there; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port."""

    host: str
    port: int

    @property
    def near(self) -> str:
        """The host under which this machine reaches the server."""
        return ANYWHERE.get(self.host, self.host)

    @property
    def is_private(self) -> bool:
        """Whether only this machine reaches the server."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def bind(self) -> str:
        """As it is written in an address."""
        return f"{_bracketed(self.host)}:{self.port}"

    @property
    def url(self) -> str:
        """As a person opens it."""
        return f"http://{_bracketed(self.near)}:{self.port}/"


def address_from(environment: Mapping[str, str]) -> Address:
    """The address that HOST and PORT name; raises AddressRefused."""
    text = environment.get("PORT", "").strip() or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65_535):
        message = f"PORT is {text!r}: write a number from 1 to 65535."
        raise AddressRefused(message)
    return Address(environment.get("HOST", "").strip() or "127.0.0.1", int(text))


FIRST_HANDED_OVER = 3
"""The number of the first socket that systemd hands over (sd_listen_fds)."""


def handed_over(environment: Mapping[str, str]) -> socket.socket | None:
    """The one socket that systemd listens at for this process; None when there is none."""
    ours = environment.get("LISTEN_PID") == str(os.getpid())
    if not ours or environment.get("LISTEN_FDS") != "1":
        return None
    return socket.socket(fileno=FIRST_HANDED_OVER)


def listening_at(address: Address) -> socket.socket:
    """A socket that listens there; raises AddressRefused."""
    refuse_if_taken(address)
    family, kind, protocol, _, where = socket.getaddrinfo(
        address.host, address.port, type=socket.SOCK_STREAM
    )[0]
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(where)
    except OSError as wrong:
        listening.close()
        raise AddressRefused(_reason(wrong, address)) from wrong
    listening.listen(BACKLOG)
    return listening


def refuse_if_taken(address: Address) -> None:
    """Raise AddressRefused unless the server could listen there now."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM
        )[0]
    except socket.gaierror as wrong:
        message = f"HOST is {address.host!r}, which is no address of this machine."
        raise AddressRefused(message) from wrong
    try:
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
    except OSError as wrong:
        raise AddressRefused(_reason(wrong, address)) from wrong
    if answers(address):
        raise AddressRefused(_taken(address))


def answers(address: Address) -> bool:
    """Whether somebody listens there.

    Some systems let two servers listen on one port, so asking is surer than binding.
    """
    try:
        socket.create_connection((address.near, address.port), timeout=1).close()
    except (OSError, OverflowError):
        return False
    return True


def _reason(wrong: OSError, address: Address) -> str:
    if wrong.errno == errno.EADDRINUSE:
        return _taken(address)
    if wrong.errno == errno.EACCES:
        return f"Port {address.port} is for the system only: choose one above 1023 with PORT."
    return f"Cannot listen on {address.bind}: {wrong.strerror}."


def _taken(address: Address) -> str:
    return (
        f"Port {address.port} is taken: another program listens there. "
        f"Stop it, or choose another port, for example: PORT={_other(address.port)} ./script/server"
    )


def _other(port: int) -> int:
    return port + 1 if port < 65_535 else port - 1


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
