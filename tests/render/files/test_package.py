"""The data package: valid, deterministic, and the same facts when it is loaded again."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jurisdictions.record import kinds
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.render.files.package.build import package_bytes
from jurisdictions.render.files.package.files import packaged_tables
from jurisdictions.status.programs import packages
from tests.databases import SHIPPED
from tests.facts_on_file import FILES, with_cell, with_line, write_folder
from tests.packages import (
    NOON,
    PROGRAM,
    asked,
    empty,
    everything,
    load_and_publish,
    shipped_package,
    unpacked,
    unpacked_into,
)

FRICTIONLESS = [sys.executable, "-m", "frictionless", "validate", "--json"]


def validated(zipped: Path) -> dict[str, Any]:
    done = subprocess.run([*FRICTIONLESS, zipped.name], cwd=zipped.parent, capture_output=True)
    return dict(json.loads(done.stdout))


def table(files: dict[str, bytes], path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(files[path].decode(), newline="")))


@pytest.fixture(scope="module")
def small() -> dict[str, str]:
    """Facts with cells that are hard to write and to read."""
    hard = '"=1+1 said ""no"", then\nleft; |bars| — ñ, 100%, {x}"'
    return {
        "sources": with_line("sources", f"tricky,{hard},'=publisher,2010-07,https://e.org/?a=b&c"),
        "activations": with_line("activations", f"17031,2011,2012-05,tricky,{hard}"),
        "reported_figures": with_line(
            "reported_figures", "17,removals-change,2009,2010-02,-5,persons,+ more than,tricky"
        ),
        "local_measures": with_line(
            "local_measures", "dated-never,17,@City,,,bill,-,=SUM(A1),unknown,list"
        ),
    }


@pytest.mark.usefixtures("shipped")
def test_a_package_is_valid_to_its_last_cell(tmp_path: Path) -> None:
    (tmp_path / "package.zip").write_bytes(shipped_package())
    report = validated(tmp_path / "package.zip")
    assert report["valid"], report
    forms = [task["type"] for task in report["tasks"]]
    # As CSV, cell by cell; as Parquet each, and as one database, by size and checksum.
    assert (forms.count("table"), forms.count("file")) == (12, 12 + 1)


@pytest.mark.usefixtures("empty_record")
def test_a_package_with_a_wrong_cell_is_found_out(tmp_path: Path) -> None:
    as_of = load_and_publish(write_folder(tmp_path / "in"))
    folder = unpacked_into(tmp_path / "out", package_bytes(as_of))
    assert validated(folder / "datapackage.json")["valid"]
    wrong = (folder / "agreements.csv").read_text().replace("signed-by-state", "signed-by-nobody")
    (folder / "agreements.csv").write_text(wrong)
    assert not validated(folder / "datapackage.json")["valid"]


@pytest.mark.usefixtures("shipped")
def test_the_same_edition_gives_the_same_bytes() -> None:
    assert shipped_package() == package_bytes(asked(language="es", date="2010-01-01"))


@pytest.mark.usefixtures("shipped")
def test_the_descriptor_is_of_the_second_version_and_labels_what_is_missing() -> None:
    said = json.loads(unpacked(shipped_package())["datapackage.json"])
    assert said["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (said["name"], said["version"]) == ("secure-communities-edition-1", "1.0.0")
    assert said["licenses"][0]["name"] == "CC0-1.0"
    with (SHIPPED / "sources.csv").open(encoding="utf-8", newline="") as file:
        recorded = list(csv.DictReader(file))
    paths = {source["path"] for source in said["sources"] if "path" in source}
    # Those that were replaced credit nobody: nothing rests on them.
    assert paths <= {row["url"] for row in recorded} - {""}
    with (SHIPPED / "activations.csv").open(encoding="utf-8", newline="") as file:
        rested_on = {row["source"] for row in csv.DictReader(file)}
    assert {row["url"] for row in recorded if row["key"] in rested_on} - {""} <= paths
    assert 100 < len(said["sources"]) <= len(recorded)
    assert "homepage" not in said
    for schema in (one["schema"] for one in said["resources"] if one["type"] == "table"):
        assert schema["missingValues"] == [{"value": "", "label": "not known, or does not apply"}]
        assert all(field["title"] and field["description"] for field in schema["fields"])


@pytest.mark.usefixtures("shipped")
def test_the_homepage_and_the_publisher_are_named_where_they_are_known() -> None:
    files = unpacked(package_bytes(asked(), publisher="A Clinic", homepage="https://t.example/1/"))
    said = json.loads(files["datapackage.json"])
    assert said["homepage"] == said["id"] == "https://t.example/1/"
    assert {"title": "A Clinic", "roles": ["publisher"]} in said["contributors"]
    assert 'url: "https://t.example/1/"' in files["CITATION.cff"].decode()
    assert "https://t.example/1/" in files["README.md"].decode()


@pytest.mark.usefixtures("shipped")
def test_every_checksum_is_that_of_its_file() -> None:
    files = unpacked(shipped_package())
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {path: sha256(content).hexdigest() for path, content in files.items()}
    resources = json.loads(files["datapackage.json"])["resources"]
    assert {one["path"]: one["hash"] for one in resources} == {
        one["path"]: f"sha256:{sums[one['path']]}" for one in resources
    }


@pytest.mark.usefixtures("shipped")
def test_the_codebook_gives_every_word_in_both_languages() -> None:
    words = table(unpacked(shipped_package()), "derived/codebook.csv")
    assert all(word["label"] and word["label_es"] for word in words)
    status = {w["word"]: w for w in words if w["vocabulary"] == "status"}
    assert status["opted-out"]["label"] == "Opted out"
    assert status["opted-out"]["label_es"] != "Opted out"
    assert all(word["meaning"] for word in status.values())


def test_every_column_of_every_fact_file_is_explained() -> None:
    declared = {kind.file: kind.columns for kind in kinds.KINDS.values()}
    declared[kinds.CONTRADICTIONS_FILE] = kinds.CONTRADICTION_COLUMNS
    packed = {one.path: one.table for program in packages() for one in packaged_tables(program)}
    for file, columns in declared.items():
        assert packed[file].names == tuple(column.name for column in columns)
        assert all(column.title and column.explained for column in packed[file].columns)


@pytest.mark.usefixtures("shipped")
def test_the_shipped_facts_come_back_cell_for_cell_and_span_for_span(tmp_path: Path) -> None:
    before = everything()
    folder = unpacked_into(tmp_path, shipped_package())
    empty()
    load_and_publish(folder)
    after = everything()
    assert {kind: len(rows) for kind, rows in after.items()} == {
        kind: len(rows) for kind, rows in before.items()
    }
    for kind, rows in before.items():
        assert after[kind] == rows, kind


@pytest.mark.usefixtures("shipped")
def test_the_fact_files_say_what_the_shipped_ones_say() -> None:
    files = unpacked(shipped_package())
    for path in SHIPPED.glob("*.csv"):
        ours = table(files, path.name)
        theirs = list(csv.DictReader(StringIO(path.read_text(encoding="utf-8"), newline="")))
        kept = [{name: row[name] for name in theirs[0]} for row in ours]
        assert kept == theirs, path.name
    assert json.loads(files["program.json"]) == json.loads((SHIPPED / "program.json").read_text())


@pytest.mark.postgresql
@pytest.mark.usefixtures("empty_record")
def test_cells_that_are_hard_to_write_come_back_as_they_were(
    tmp_path: Path, small: dict[str, str]
) -> None:
    as_of = load_and_publish(write_folder(tmp_path / "in", **small))
    before = everything()
    folder = unpacked_into(tmp_path / "out", package_bytes(as_of))
    assert "'=SUM(A1)" in (folder / "local_measures.csv").read_text()
    assert ",-5,persons,'+ more than," in (folder / "reported_figures.csv").read_text()
    empty()
    load_and_publish(folder)
    assert everything() == before


@pytest.mark.usefixtures("empty_record")
def test_a_kind_without_facts_has_no_file(tmp_path: Path) -> None:
    as_of = load_and_publish(
        write_folder(tmp_path / "in", local_measures=None, conflicting_citations=None)
    )
    folder = unpacked_into(tmp_path / "out", package_bytes(as_of))
    assert not (folder / "local_measures.csv").exists()
    assert not (folder / "conflicting_citations.csv").exists()
    before = everything()
    empty()
    load_and_publish(folder)
    assert everything() == before


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("=+-@'\"|,\n"),
    max_size=30,
)


@pytest.mark.usefixtures("empty_record")
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(summary=CELL, note=CELL)
def test_whatever_text_was_recorded_comes_back(
    tmp_path_factory: pytest.TempPathFactory, summary: str, note: str
) -> None:
    empty()
    into = StringIO()
    csv.writer(into, lineterminator="\n").writerows(
        [["17097", "2010-03-02", "", "list", note], ["35013", "2009-10-20", "", "list", summary]]
    )
    head = FILES["activations.csv"].partition("\n")[0] + "\n"
    folder = tmp_path_factory.mktemp("in")
    as_of = load_and_publish(write_folder(folder, activations=head + into.getvalue()))
    before = everything()
    out = unpacked_into(tmp_path_factory.mktemp("out"), package_bytes(as_of))
    empty()
    load_and_publish(out)
    assert everything() == before


@pytest.mark.usefixtures("shipped")
def test_a_later_package_lists_what_changed_and_an_earlier_one_stays_as_it_was() -> None:
    first = shipped_package()
    name = "activation:48201"
    correct_fact(
        program=PROGRAM,
        name=name,
        cells={"activated_on": "2008-10-28", "source": "ice_activated_list"},
        by="Ana",
        reason="A letter.",
        at=NOON,
    )
    files = unpacked(package_bytes(asked()))
    assert table(files, "derived/changes.csv") == [{"fact": name, "change": "corrected"}]
    assert json.loads(files["datapackage.json"])["version"] == "2.0.0"
    assert package_bytes(asked(edition="1")) == first


@pytest.mark.usefixtures("empty_record")
def test_the_words_that_a_file_may_hold_are_named_with_their_labels(tmp_path: Path) -> None:
    as_of = load_and_publish(
        write_folder(tmp_path, agreements=with_cell("agreements", "signed-by-state", "declined"))
    )
    said = json.loads(unpacked(package_bytes(as_of))["datapackage.json"])
    schema = next(one["schema"] for one in said["resources"] if one["name"] == "agreements")
    step = next(field for field in schema["fields"] if field["name"] == "step")
    assert {"value": "declined", "label": "Declined by the state"} in step["categories"]
    assert schema["primaryKey"] == ["agreement", "step_id"]
    assert {"fields": ["source"], "reference": {"resource": "sources", "fields": ["key"]}} in (
        schema["foreignKeys"]
    )
