"""One request to one checked address, and its answer within limits; no redirects, no second try."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

from jurisdictions.record.fetching.targets import Target
from jurisdictions.record.fetching.unfetched import Unfetched, Why

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

PIECE = 1 << 16
CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, the headers by their names in small letters, and the unpacked content."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def ask(
    target: Target, addresses: list[str], headers: Mapping[str, str], *, most: int, ends: float
) -> Answer:
    """Ask the first of the addresses that can be reached; `ends` is on the monotonic clock.

    Raises Unfetched. The connection goes to the very address that was checked, the host's name is
    what the certificate is asked for: a name that meanwhile stands for another leads nowhere.
    """
    unreached = Unfetched(Why.UNREACHABLE)
    for address in addresses:
        connection = _connection(target, address, ends)
        try:
            connection.connect()
        except Exception as wrong:  # whatever it is, the next address may do
            connection.close()
            unreached = _unreached(wrong)
            continue
        try:
            with _ended_in_time(connection, ends):
                return _exchanged(connection, target, headers, most, ends)
        finally:
            connection.close()
    raise unreached


def _connection(target: Target, address: str, ends: float) -> HTTPConnection:
    # Only here: it takes a tenth of a second, and most processes fetch nothing.
    from urllib3.connection import HTTPConnection, HTTPSConnection

    left = ends - monotonic()
    if left <= 0:
        raise Unfetched(Why.TOO_SLOW)
    timeout = min(left, CONNECT_SECONDS)
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=timeout)
    return HTTPSConnection(
        address,
        target.port,
        timeout=timeout,
        ssl_context=ssl.create_default_context(),
        server_hostname=target.host,
    )


def _unreached(wrong: Exception) -> Unfetched:
    if isinstance(wrong, Unfetched):
        return wrong
    caused: BaseException | None = wrong
    while caused:
        if isinstance(caused, ssl.SSLCertVerificationError):
            return Unfetched(Why.CERTIFICATE)
        caused = caused.__cause__ or caused.__context__
    return Unfetched(Why.UNREACHABLE)


@contextmanager
def _ended_in_time(connection: HTTPConnection, ends: float) -> Iterator[None]:
    """Cut the connection at the end of the time: a server that drips never keeps one waiting."""
    cut = Timer(max(ends - monotonic(), 0), _cut, [connection.sock])
    cut.daemon = True
    cut.start()
    try:
        yield
    finally:
        cut.cancel()


def _cut(sock: socket.socket | None) -> None:
    with suppress(OSError, AttributeError):
        if sock:
            sock.shutdown(socket.SHUT_RDWR)


def _exchanged(
    connection: HTTPConnection, target: Target, headers: Mapping[str, str], most: int, ends: float
) -> Answer:
    from urllib3.exceptions import HTTPError

    told = {"host": target.origin.partition("//")[2], **headers}
    try:
        connection.request("GET", target.path, headers=told, preload_content=False)
        with closing(connection.getresponse()) as response:
            names = {name.lower(): value for name, value in response.headers.items()}
            content = bytearray()
            while len(content) <= most and (piece := response.read(PIECE)):
                content += piece
    except (HTTPError, HTTPException, OSError, ValueError, EOFError) as wrong:
        raise Unfetched(Why.TOO_SLOW if monotonic() >= ends else Why.BROKEN) from wrong
    if len(content) > most:
        raise Unfetched(Why.TOO_LARGE)
    if monotonic() >= ends:
        raise Unfetched(Why.TOO_SLOW)
    return Answer(response.status, names, bytes(content))
