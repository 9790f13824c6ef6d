"""Looks through a frozen folder: no way leads nowhere, nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from jurisdictions.freezing.addresses import file_of
from jurisdictions.freezing.sums import faults_of_sums

_TAG = re.compile(r"<([a-z]+)\b[^>]*>", re.IGNORECASE)
_LINK = re.compile(r'\s(href|src|srcset|action|data)="([^"]*)"')
_REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"]*)"')
_IN_CSS = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_IMPORT = re.compile(r"""(?:import|from)\s*\(?\s*["']([^"']+)["']""")
WAYS = frozenset({"a", "form", "area"})
"""What a reader follows; everything else is loaded, unless it is a link that only tells."""
_TELLS = re.compile(r'rel="(?:canonical|alternate|license|author|next|prev|me)"')


def faults_of(folder: Path) -> list[str]:
    """What is wrong with a frozen folder, in words; none when it is whole."""
    there = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
    faults = faults_of_sums(folder)
    for name in sorted(there):
        if not name.endswith((".html", ".css", ".js")):
            continue
        text = (folder / name).read_text()
        for link, loaded in sorted(set(_links(name, text))):
            if fault := _fault(name, link, loaded, there):
                faults.append(fault)
    return faults


def _links(name: str, text: str) -> Iterator[tuple[str, bool]]:
    """The addresses in a file, and whether each is loaded."""
    if name.endswith(".css"):
        yield from ((found, True) for found in _IN_CSS.findall(text))
    elif name.endswith(".js"):
        if not name.startswith("static/leaflet/"):
            yield from ((one, True) for one in _IMPORT.findall(text) if one.startswith((".", "/")))
    else:
        yield from ((unescape(found), False) for found in _REFRESH.findall(text))
        for tag in _TAG.finditer(text):
            way = tag[1].lower() in WAYS or bool(_TELLS.search(tag[0]))
            for kind, told in _LINK.findall(tag[0]):
                for link in told.split(",") if kind == "srcset" else [told]:
                    yield unescape(link.strip().partition(" ")[0]), not way


def _fault(name: str, link: str, loaded: bool, there: set[str]) -> str | None:
    told = urlsplit(link)
    if told.scheme or told.netloc:
        if loaded and told.scheme not in ("data", "blob"):
            return _("%(file)s loads from elsewhere: %(link)s") % {"file": name, "link": link}
        return None
    if not told.path:
        return None
    path = told.path if told.path.startswith("/") else _beside(name, told.path)
    if file_of(path) not in there:
        return _("%(file)s leads nowhere: %(link)s") % {"file": name, "link": link}
    return None


def _beside(name: str, path: str) -> str:
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/" + "/".join(parts)
