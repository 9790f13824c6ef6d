"""The data package of 287(g): valid, in its own words, and the same facts when loaded again."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from jurisdictions.publish.editions import publish_edition
from jurisdictions.read.rows import AsOf
from jurisdictions.record.changing.moments import Outcome
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.render.files.package.build import package_bytes
from tests.agencies_on_file import write_agencies
from tests.facts_on_file import write_folder
from tests.packages import NOON, TODAY, asked, load_and_publish, unpacked, unpacked_into
from tests.render.files.test_package import table, validated

pytestmark = pytest.mark.usefixtures("migrated", "empty_record")
SLUG = "287g"


@pytest.fixture
def edition(tmp_path: Path) -> AsOf:
    """A few agencies of Illinois, published."""
    load_and_publish(write_folder(tmp_path / "places"))
    load_folder(write_agencies(tmp_path / "in"), today=TODAY, by="Ana", at=NOON)
    publish_edition(program=SLUG, by="Ana", reason="", at=NOON)
    return asked(program=SLUG)


def tables_told(said: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in said["resources"] if one["type"] == "table"]


def told(edition: AsOf) -> dict[str, Any]:
    return dict(json.loads(unpacked(package_bytes(edition))["datapackage.json"]))


def test_it_is_valid_to_its_last_cell_and_reference(edition: AsOf, tmp_path: Path) -> None:
    (tmp_path / "package.zip").write_bytes(package_bytes(edition))
    report = validated(tmp_path / "package.zip")
    assert report["valid"], report


def test_an_agreement_refers_to_its_agency_and_to_what_followed(edition: AsOf) -> None:
    schema = {one["name"]: one["schema"] for one in tables_told(told(edition))}
    named = {
        (one["fields"][0], one["reference"].get("resource", "itself"))
        for one in schema["agency-agreements"]["foreignKeys"]
    }
    assert {("agency", "agencies"), ("superseded_by", "itself")} <= named
    assert "foreignKeys" in schema["applications"]


def test_its_codebook_has_the_words_of_its_own_files(edition: AsOf) -> None:
    files = unpacked(package_bytes(edition))
    words = table(files, "derived/codebook.csv")
    assert all(word["label"] and word["label_es"] for word in words)
    known = {word["word"] for word in words}
    for one in tables_told(json.loads(files["datapackage.json"])):
        closed = [f for f in one["schema"]["fields"] if "enum" in f.get("constraints", {})]
        rows = list(csv.DictReader(StringIO(files[one["path"]].decode(), newline="")))
        for field in closed:
            assert {row[field["name"]] for row in rows} - {""} <= known, field["name"]
    assert "task-force-restored" in known
    assert "not-optional" not in known


def test_its_keywords_are_its_own(edition: AsOf) -> None:
    said = told(edition)
    assert said["keywords"][0] == "287(g)"
    assert "fingerprints" not in said["keywords"]


def test_its_facts_come_back_cell_for_cell(edition: AsOf, tmp_path: Path) -> None:
    content = package_bytes(edition)
    folder = unpacked_into(tmp_path / "out", content)
    reports = load_folder(folder, today=TODAY, by="Ana", at=NOON)
    assert {found for one in reports for _row, _name, found in one.outcomes} == {Outcome.UNCHANGED}
