"""`python -m script.gazetteer PLACES ZIPS` writes the packed lists (see README.md beside)."""

from __future__ import annotations

import csv
import gzip
import sys
from itertools import groupby
from pathlib import Path

INTO = Path(__file__).resolve().parents[2] / "jurisdictions" / "data" / "gazetteer"


def cities(path: Path) -> str:
    """A line for each state, "IL", then one for each place in it: name, geoids, ZIP codes."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (row["state"], row["place"]))
    lines: list[str] = []
    for state, inside in groupby(rows, key=lambda row: row["state"]):
        lines.append(state)
        for row in inside:
            geoids = " ".join(row["geoids"].split("|"))
            lines.append(f"{row['place']}\t{geoids}\t{row['zips']}")
    return "\n".join(lines) + "\n"


def zips(path: Path) -> str:
    """A line for each ZIP code: the code and its geoids, blanks between."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["zip"])
    return "".join(f"{row['zip']} {' '.join(row['geoids'].split('|'))}\n" for row in rows)


def main(places: str, codes: str) -> None:
    """Write both lists; the same inputs give the same bytes."""
    for name, text in (("cities", cities(Path(places))), ("zips", zips(Path(codes)))):
        packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
        (INTO / f"{name}.txt.gz").write_bytes(packed)
        print(f"{name}: {text.count(chr(10))} lines, {len(packed)} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
