"""The package's tables for databases: typed, keyed, the same rows, and named in the descriptor."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from sqlite3 import Connection, connect
from typing import Any

import pytest
from arro3.io import read_parquet

from jurisdictions.render.files.package.build import package_bytes
from jurisdictions.render.files.package.parquet import ParquetFailed, write_parquet_files
from tests.facts_on_file import with_line, write_folder
from tests.packages import load_and_publish, unpacked, unpacked_into

pytestmark = pytest.mark.usefixtures("migrated", "empty_record")
DATABASE = "secure-communities.sqlite"
HOME = "https://t.example/data/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The package of a small record, unpacked; a date of it is a month, a step is a half."""
    said = {
        "activations": with_line("activations", "17031,2011-07,2012-05,list,'=1+1"),
        "reported_figures": with_line(
            "reported_figures", "17,removals-change,2009,2010-02,-5,persons,+ more,list"
        ),
    }
    as_of = load_and_publish(write_folder(tmp_path / "in", **said))
    return unpacked_into(tmp_path / "out", package_bytes(as_of, homepage=HOME))


def opened(folder: Path) -> Any:
    return closing(connect(folder / DATABASE))


def described(folder: Path) -> list[dict[str, Any]]:
    return list(json.loads((folder / "datapackage.json").read_text())["resources"])


def tables(folder: Path) -> dict[str, dict[str, Any]]:
    """The CSV files by the name of their table."""
    return {Path(one["path"]).stem: one for one in described(folder) if one["format"] == "csv"}


def rows_of(database: Connection, table: str) -> list[tuple[Any, ...]]:
    return database.execute(f'SELECT * FROM "{table}" ORDER BY rowid').fetchall()  # noqa: S608


def test_every_table_has_as_many_rows_in_each_form(folder: Path) -> None:
    with opened(folder) as database:
        for name, one in tables(folder).items():
            text = (folder / one["path"]).read_text(encoding="utf-8")
            expected = len(list(csv.DictReader(StringIO(text, newline=""))))
            assert len(rows_of(database, name)) == expected
            parquet = read_parquet(folder / f"parquet/{name}.parquet").read_all()
            assert parquet.num_rows == expected > 0


def test_the_database_holds_the_keys_and_references_that_the_descriptor_tells(folder: Path) -> None:
    with opened(folder) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for name, one in tables(folder).items():
            told = {
                (
                    reference["fields"][0],
                    reference["reference"].get("resource", one["name"]).replace("-", "_"),
                    reference["reference"]["fields"][0],
                )
                for reference in one["schema"].get("foreignKeys", [])
            }
            found = database.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
            assert {(row[3], row[2], row[4]) for row in found} == told
            columns = database.execute(f'PRAGMA table_info("{name}")').fetchall()
            key = [row[1] for row in sorted(columns, key=lambda row: row[5]) if row[5]]
            assert key == one["schema"].get("primaryKey", [])


def test_a_partial_date_is_its_first_day_beside_what_is_known(folder: Path) -> None:
    with opened(folder) as database:
        asked = "SELECT activated_on, activated_on_edtf, note FROM activations WHERE geoid='17031'"
        # A database runs no cell, so that the text needs no apostrophe before it.
        assert database.execute(asked).fetchall() == [("2011-07-01", "2011-07", "=1+1")]
        types = {row[1]: row[2] for row in database.execute("PRAGMA table_info(activations)")}
        assert (types["activated_on"], types["activated_on_edtf"]) == ("DATE", "TEXT")
    found = read_parquet(folder / "parquet/activations.parquet").read_all()
    cook = found.column("geoid").to_pylist().index("17031")
    assert found.column("activated_on").to_pylist()[cook] == date(2011, 7, 1)
    assert found.column("activated_on_edtf").to_pylist()[cook] == "2011-07"


def test_numbers_and_truths_are_no_texts(folder: Path) -> None:
    def types(name: str) -> dict[str, str]:
        schema = read_parquet(folder / f"parquet/{name}.parquet").schema
        return {field.name: str(field.type) for field in schema}

    assert "Int64" in types("reported_figures")["value"]
    assert "Float64" in types("agreements")["seq"]
    assert "Boolean" in types("citations")["contradicts"]
    spans = types("spans")
    assert "Date32" in spans["start"]
    assert "Utf8" in spans["start_edtf"]
    assert "Utf8" in spans["geoid"]
    assert list(spans) == [f["name"] for f in tables(folder)["spans"]["schema"]["fields"]]
    with opened(folder) as database:
        value = "SELECT value FROM reported_figures WHERE metric='removals-change'"
        assert database.execute(value).fetchone()[0] == -5


def test_each_form_says_what_it_is_and_how_to_cite_it(folder: Path) -> None:
    with opened(folder) as database:
        about = dict(database.execute("SELECT item, value FROM about").fetchall())
        assert about["Permanent address"] == HOME
        assert "Edition 1, published November 22, 2026" in about["Cite as"]
        assert about["License"].startswith("CC0 1.0")
        (statement,) = database.execute(
            "SELECT sql FROM sqlite_master WHERE name='activations'"
        ).fetchone()
        assert "-- The day on which fingerprint sharing began." in statement
    raw = (folder / "parquet/activations.parquet").read_bytes()
    assert b"Edition 1, published November 22, 2026" in raw
    shown = json.loads((folder / "metadata.json").read_text())
    assert shown["source_url"] == HOME
    columns = shown["databases"]["secure-communities"]["tables"]["activations"]["columns"]
    assert columns["activated_on"] == "The day on which fingerprint sharing began."


def test_the_descriptor_names_every_such_file_with_its_checksum(folder: Path) -> None:
    forms = {one["path"]: one for one in described(folder) if one["format"] != "csv"}
    on_disk = {str(f.relative_to(folder)) for f in folder.rglob("*") if f.suffix == ".parquet"}
    assert set(forms) == on_disk | {DATABASE}
    sums = (folder / "SHA256SUMS").read_text()
    for path, one in forms.items():
        assert f"{one['hash'].removeprefix('sha256:')}  {path}\n" in sums
        assert one["bytes"] == (folder / path).stat().st_size


def test_what_the_parquet_process_could_not_do_is_told(tmp_path: Path) -> None:
    with pytest.raises(ParquetFailed, match="no_such_table"):
        write_parquet_files(tmp_path / "none.sqlite", {"no_such_table": {}}, tmp_path)


def test_the_same_record_gives_the_same_bytes_in_each_form(tmp_path: Path) -> None:
    as_of = load_and_publish(write_folder(tmp_path / "in"))
    first, again = (unpacked(package_bytes(as_of)) for _time in range(2))
    assert first == again
    with closing(connect(":memory:")) as database:
        database.deserialize(first[DATABASE])
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
    assert read_parquet(BytesIO(first["parquet/spans.parquet"])).read_all().num_rows > 0
