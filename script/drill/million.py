#!/usr/bin/env python3
"""What a day of a million readers costs when they read a frozen copy.

    script/drill/million.py FOLDER

Bytes are weighed as they go over the wire (brotli, as a CDN packs) in the folder; the readers and
their ways are a model, told below. A file that a page loads is counted once for each reader.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import brotli

READERS = 1_000_000
EDGES = 300
"""Places of a large CDN, each of which asks the origin for itself, once in the day it may keep."""
VISITS = (
    # pages of this kind, by how many of a hundred readers each is opened
    ("home", r"index\.html", 40),
    ("map", r"[a-z0-9-]+/index\.html", 60),
    ("place", r"places/\d+-[^/]+/index\.html", 90),
    ("list", r"[^/]+/(?:jurisdictions|agencies|agreements)/(?:--[^/]+/)*index\.html", 15),
    ("agency", r"agencies/[^/]+/index\.html", 10),
    ("other page", r"(?:story|about|[^/]+/(?:policy|methodology|claims|flags))/index\.html", 20),
    ("table", r"[^/]+/[a-z]+\.(?:csv|json)", 2),
    ("embedded map", r"embed/[^/]+/map/index\.html", 30),
)
SAMPLE = 12
_LOADED = re.compile(r'<(?:link|script|img|source)\b[^>]*?\s(?:href|src)="(/[^"?]+)')
_LAYER = re.compile(r'"spans": "(/map/[^"?]+)')
_TELLS = re.compile(r'<link[^>]*rel="(?:canonical|alternate|icon)"[^>]*>')


def main(folder: Path) -> None:
    """Print requests and bytes by kind of page, and what still reaches the origin."""
    names = [one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()]
    requests, weight = 0.0, 0.0
    print(f"{'kind':14} {'opened':>9} {'requests':>12} {'GB':>9}   kB a page, with what it loads")
    for kind, pattern, share in VISITS:
        found = sorted(name for name in names if re.fullmatch(pattern, name))
        if not found:
            continue
        some = found[:: max(1, len(found) // SAMPLE)]
        each = [_first_visit(folder, name) for name in some]
        loads = sum(number for number, _size in each) / len(each)
        size = sum(size for _number, size in each) / len(each)
        opened = READERS * share // 100
        requests, weight = requests + opened * loads, weight + opened * size
        print(
            f"{kind:14} {opened:9,} {opened * loads:12,.0f} {opened * size / 1e9:9,.1f}"
            f"   {size / 1e3:,.0f}"
        )
    print(f"in all: {requests:,.0f} requests, {weight / 1e9:,.1f} GB; ", end="")
    print(f"{requests / 86_400:,.0f} requests a second on average")
    most = len(names) * EDGES
    shielded = len(names)
    print(f"to the origin, at most: {most:,} ({most / 86_400:,.1f}/s) by {EDGES} edges, each for")
    print(f"itself; {shielded:,} behind one shield ({shielded / requests:.4%} of all)")


def _first_visit(folder: Path, name: str) -> tuple[int, int]:
    """Requests and bytes of a page whose reader has nothing of it yet."""
    loaded = {name, *_loaded(folder, name)}
    return len(loaded), sum(_weight(folder / one) for one in loaded)


def _loaded(folder: Path, name: str) -> Iterator[str]:
    if not name.endswith(".html"):
        return
    text = _TELLS.sub("", (folder / name).read_text())
    for link in {*_LOADED.findall(text), *_LAYER.findall(text)}:
        path = unescape(link).lstrip("/")
        if (folder / path).is_file():
            yield path


@cache
def _weight(file: Path) -> int:
    body = file.read_bytes()
    packed = file.suffix in {".png", ".woff2", ".zip", ".xlsx"}
    return len(body) if packed else len(brotli.compress(body, quality=5))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
