"""The browser's reader of names over the places that ship, run by node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jurisdictions.gazetteer.packing import packed_cities, packed_places, packed_zips
from tests.gazetteer.shipped import reader

SCRIPT = Path(__file__).parents[1] / "js" / "answering.js"


def answers_in_browser(texts: Iterable[str]) -> list[dict[str, Any]]:
    """What the map's search box offers for each text, from the places that ship."""
    parts = {"cities": packed_cities(), "zips": packed_zips()}
    files = {
        f"{kind}-{start}": json.loads(file)
        for kind, found in parts.items()
        for start, file in found
    }
    files["places"] = json.loads(packed_places(reader().index, {}))
    return answers_from(files, texts, "en")


def answers_from(
    files: Mapping[str, Any], texts: Iterable[str], language: str
) -> list[dict[str, Any]]:
    """What the search box offers for each text, from these files by their names."""
    return _run({"files": files, "language": language, "texts": list(texts)})


def folded_in_browser(texts: Iterable[str]) -> list[str]:
    """The keys that the browser compares texts by."""
    return _run({"fold": True, "texts": list(texts)})


def _run(asked: dict[str, Any]) -> Any:
    told = subprocess.run(
        ["node", str(SCRIPT)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)
