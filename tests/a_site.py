"""A site of the tests' own on this machine, whose pages each test writes; with TLS if it asks."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Page:
    """What the site answers: status, headers, bytes; or what `writes` does with the connection."""

    content: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    writes: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Site:
    """Its origin, its pages by their paths, and the requests that came: path and headers."""

    origin: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order, robots.txt left out."""
        return [path for path, _headers in self.asked if path != "/robots.txt"]

    def says(self, path: str, content: bytes | str, media_type: str = "text/html") -> str:
        """Put something at a path; answers its whole address."""
        raw = content.encode() if isinstance(content, str) else content
        self.pages[path] = Page(raw, headers={"Content-Type": media_type})
        return self.origin + path


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    site: Site


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        site = self.server.site
        site.asked.append(
            (self.path, {name.lower(): value for name, value in self.headers.items()})
        )
        page = site.pages.get(self.path, Page(b"nothing here", 404))
        with suppress(OSError):
            if page.writes:
                page.writes(self)
            else:
                self._answer(page)

    def _answer(self, page: Page) -> None:
        etag = page.headers.get("ETag")
        unchanged = etag and self.headers.get("If-None-Match") == etag
        self.send_response(304 if unchanged else page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if not unchanged:
            self.send_header("Content-Length", str(len(page.content)))
        self.end_headers()
        if not unchanged:
            self.wfile.write(page.content)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def a_site(tls: Path | None = None, name: str = "127.0.0.1") -> Iterator[Site]:
    """A site for the length of a test; with TLS where `tls` is a folder for its certificate."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.site = Site(f"http{'s' if tls else ''}://{name}:{server.server_port}")
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate(tls, name))
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for a name that vouches for itself, and its key, written to a folder."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "site.pem", folder / "site.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths
