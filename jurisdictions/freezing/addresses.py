"""Which addresses are frozen, and the file of each: the rule that links follow."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, unquote, urlsplit

from jurisdictions.read.program_addresses import is_program

SHOWN_BY_SCRIPT = frozenset({"date", "layer", "state", "place", "isolate"})
"""What the map's script reads of its own address, whoever serves the page."""
SAME_PAGE = frozenset({"program", "v", "edition"})
"""What changes no more than where the page opens, or names what is frozen anyway."""
OF_LISTS = frozenset({"state", "page"})
_LANGUAGE = re.compile(r"^/es(?=/)")
_ROOM = re.compile(r"^/([a-z0-9-]+)/$")
_SERVER = re.compile(
    r"^/(?:api|admin|account|desk|follow|mail|dev|invitation|healthz|metrics|oembed|cite\.|embed/$"
    r"|places/$|places/search|places/[^/]+/wrong|[^/]+/(?:desk|reports|history|account)\b"
    r"|[^/]+/sources/[^/]+/files/|[^/]+/places/[^/]+/(?:wrong|reply|report|history)"
    r"|embed/[^/]+/(?:place|timeline)/\d{5}/)"
)
_PLACE_FILE = re.compile(r"^/[^/]+/places/\d{5}[^/]*\.[a-z0-9]+$")
_FILE = re.compile(r"\.([a-z0-9]+)$")
_HEAVY = frozenset({"pdf", "geojson", "zip", "parquet", "txt"})
"""Made by seconds of work each: they stay with the server, but for those of a data package."""
_PACKAGE = re.compile(r"^/[^/]+/data/.+(?<!\.citation\.txt)$")
_LIST = re.compile(
    r"^/[^/]+/(?:jurisdictions|agencies|agreements|charts|calendar\.ics|feed\.atom)/?$"
)
_PICTURE = frozenset({"png", "svg"})


def asked(link: str, *, shown: bool = False) -> str | None:
    """What a link asks the tracker for, as it is frozen; None for what needs the server.

    `shown`: it is loaded by the page (a picture), and not a way to somewhere else.
    """
    told = urlsplit(unescape(link))
    bare = _LANGUAGE.sub("", told.path)
    if not bare.startswith("/") or _SERVER.match(bare) or _PLACE_FILE.match(bare):
        return None
    form = _FILE.search(bare)
    if form and form[1] in _HEAVY and not _PACKAGE.match(bare):
        return None
    query = [(name, value) for name, value in parse_qsl(told.query) if name not in SAME_PAGE]
    names = {name for name, _value in query}
    if _is_map(bare) and names <= SHOWN_BY_SCRIPT:
        return told.path
    if not names:
        return told.path
    is_list = bool(_LIST.match(bare)) and names <= OF_LISTS
    is_picture = shown and form is not None and form[1] in _PICTURE
    if not is_list and not is_picture:
        return None
    return f"{told.path}?{'&'.join(f'{name}={value}' for name, value in sorted(query))}"


def address_in_copy(link: str, question: str) -> str:
    """Where a frozen answer stands: what the script of a page reads of the query stays."""
    told = urlsplit(unescape(link))
    tail = f"#{told.fragment}" if told.fragment else ""
    path, _mark, query = question.partition("?")
    if not query:
        keeps = _is_map(_LANGUAGE.sub("", path)) and bool(told.query)
        return f"{path}?{told.query}{tail}" if keeps else f"{path}{tail}"
    parts = [f"{name}-{_plain(value)}" for name, value in parse_qsl(query)]
    if path.endswith("/"):
        return f"{path}{''.join(f'--{part}/' for part in parts)}{tail}"
    stem, _dot, form = path.rpartition(".")
    return f"{stem}--{'--'.join(parts)}.{form}{tail}"


def file_of(address: str) -> str:
    """The file inside the folder that a plain server gives for an address."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _is_map(bare: str) -> bool:
    found = _ROOM.match(bare)
    return found is not None and is_program(found[1])


def _plain(value: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "_", value)
