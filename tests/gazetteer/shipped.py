"""The reader over the places that ship, made once."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from jurisdictions.gazetteer.index import Former, PlaceNames
from jurisdictions.gazetteer.reader import NameReader
from jurisdictions.status.successions import successions
from tests.databases import SHIPPED


@cache
def reader() -> NameReader:
    with (Path(SHIPPED) / "jurisdictions.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["geoid"] != "US"]
    return NameReader(
        PlaceNames(
            geoid=row["geoid"],
            kind=row["kind"],
            name=row["name"],
            state=row["state"],
            others=tuple(name for name in (row["name_es"], *row["aliases"].split("|")) if name),
            ocd_id=row["ocd_id"],
            population=int(row["population_2010"] or 0),
            former=tuple(
                Former(one.code, one.name, part=one.kind == "part")
                for one in successions(f"{row['predecessors']}|{row['successors']}")
                if one.code != row["geoid"]
            ),
        )
        for row in rows
    )
