"""Bytes over the wire of the first visit to the map, as Chromium's network layer counts them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

import httpx

from bench.browser import open_map, opened

Row = tuple[str, str, str]


def measure(address: str) -> list[Row]:
    """What was measured, the figure, the budget: one row for each."""
    sizes = first_visit(address)
    total = sum(sizes.values()) / 1000
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:4]
    named = ", ".join(f"{path.rpartition('/')[2]} {size / 1000:.0f}" for path, size in heaviest)
    return [
        (f"first visit, {len(sizes)} files over the wire", f"{total:.0f} kB", "250 kB"),
        ("  heaviest (kB)", named, ""),
        ("span file, brotli / gzip", span_file(address, sizes), "25 kB"),
    ]


def first_visit(address: str) -> dict[str, float]:
    """Bytes received for each path, headers included, with an empty cache."""
    paths: dict[str, str] = {}
    sizes: dict[str, float] = defaultdict(float)

    def on_request(event: dict[str, Any]) -> None:
        paths[event["requestId"]] = urlsplit(event["request"]["url"]).path

    def on_end(event: dict[str, Any]) -> None:
        sizes[paths.get(event["requestId"], "?")] += event["encodedDataLength"]

    with opened() as (page, session):
        session.on("Network.requestWillBeSent", on_request)
        session.on("Network.loadingFinished", on_end)
        session.send("Network.enable")
        open_map(page, address)
    return sizes


def span_file(address: str, sizes: dict[str, float]) -> str:
    """The compressed size of the file that the slider plays."""
    path = next(path for path in sizes if path.startswith("/map/") and path.endswith(".json"))
    found = []
    for encoding in ("br", "gzip"):
        with httpx.stream("GET", f"{address}{path}", headers={"Accept-Encoding": encoding}) as got:
            assert got.headers["Content-Encoding"] == encoding
            found.append(f"{sum(map(len, got.iter_raw())) / 1000:.1f}")
    return f"{' / '.join(found)} kB"
