"""The promise of docs/columns.md: names, order and kinds of columns never change in place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from jurisdictions.render.files.columns import TABLES
from jurisdictions.render.files.columns.compared import compared_of, ways_of
from jurisdictions.render.files.columns.flags import flags_of
from jurisdictions.render.files.columns.known_later import known_later_of
from jurisdictions.render.files.columns.programs import section_287g, secure_communities
from jurisdictions.render.files.columns.through_time import through_time_of
from jurisdictions.render.files.tables import Table

STORED: dict[str, list[list[str]]] = json.loads(
    (Path(__file__).parent / "columns.json").read_text(encoding="utf-8")
)
PROMISED = {
    "statuses": secure_communities.STATUSES,
    "spans": secure_communities.SPANS,
    **{table.name: table for table in TABLES},
    **{table.name: table for table in secure_communities.LISTS},
    "statuses-287g": section_287g.STATUSES,
    "spans-287g": section_287g.SPANS,
    **{table.name: table for table in section_287g.LISTS},
    "compared": compared_of("secure-communities"),
    "compared-ways": ways_of("secure-communities"),
    "known-later": known_later_of("secure-communities"),
    "statuses-through-time": through_time_of("secure-communities"),
    "agreements-through-time": section_287g.THROUGH_TIME,
    "flags": flags_of("secure-communities"),
}
DOCS = (Path(settings.BASE_DIR) / "docs" / "columns.md").read_text(encoding="utf-8")


def declared(table: Table) -> list[list[str]]:
    return [[column.name, column.kind.value] for column in table.columns]


@pytest.mark.parametrize("name", PROMISED)
def test_published_columns_keep_name_order_and_kind(name: str) -> None:
    table = PROMISED[name]
    published = STORED[name]
    assert declared(table)[: len(published)] == published


@pytest.mark.parametrize("name", PROMISED)
def test_a_new_column_is_promised_before_it_is_shipped(name: str) -> None:
    table = PROMISED[name]
    assert len(table.columns) == len(STORED[name])


def test_no_published_table_is_gone() -> None:
    assert set(PROMISED) == set(STORED)


@pytest.mark.parametrize("name", PROMISED)
def test_the_written_promise_lists_every_column_with_its_meaning(name: str) -> None:
    table = PROMISED[name]
    section = DOCS.split(f"\n### {name}\n", 1)[1].split("\n### ", 1)[0]
    written = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", section, re.MULTILINE)
    assert written == [(c.name, c.kind.value, c.meaning) for c in table.columns]


@pytest.mark.parametrize("name", PROMISED)
def test_no_column_stands_twice(name: str) -> None:
    table = PROMISED[name]
    assert len(set(table.names)) == len(table.names)
