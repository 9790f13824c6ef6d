"""A kept file that was damaged is made anew; nothing is made for a reader who has it already."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from jurisdictions.render.reports.typst import press

pytestmark = pytest.mark.usefixtures("shipped")
DAY = "date=2010-06-08&edition=1"
KEPT = [
    ("map", "/map/secure-communities/1/status.json"),
    ("pictures", f"/secure-communities/map.png?{DAY}"),
    ("packages", "/secure-communities/data/secure-communities-edition-1.zip"),
    ("packages", "/secure-communities/data/secure-communities-edition-1/agreements.csv"),
]
MADE_TO_ORDER = [
    f"/secure-communities/places/06075.pdf?{DAY}",
    f"/secure-communities/places/10.pdf?{DAY}",
    f"/secure-communities/jurisdictions.pdf?state=DE&{DAY}",
    f"/secure-communities/briefing.pdf?{DAY}",
    f"/secure-communities/requests/arlington-2010.pdf?{DAY}",
    f"/secure-communities/requests/arlington-2010.zip?{DAY}",
]


@pytest.fixture(autouse=True)
def own_shelf(tmp_path: Path, settings: Any) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def answer(client: Client, address: str, **headers: str) -> tuple[int, bytes, str]:
    found: Any = client.get(address, headers=headers)
    content = bytes(found.content)
    if found.get("Content-Encoding") == "gzip":  # with a name of random length
        content = gzip.decompress(content)
    return found.status_code, content, found["ETag"]


@pytest.mark.parametrize(("shelf", "address"), KEPT)
def test_a_cut_file_is_never_sent(
    client: Client, own_shelf: Path, shelf: str, address: str
) -> None:
    codings = ("br", "gzip", "identity")
    right = [answer(client, address, Accept_Encoding=coding) for coding in codings]
    kept = [path for path in (own_shelf / shelf).iterdir() if path.is_file()]
    assert kept
    for path in kept:
        os.truncate(path, 8)
    assert [answer(client, address, Accept_Encoding=coding) for coding in codings] == right
    assert all(path.stat().st_size > 8 for path in kept)


@pytest.mark.parametrize(("shelf", "address"), KEPT)
def test_a_deleted_folder_or_one_that_cannot_be_made_stops_nobody(
    client: Client, own_shelf: Path, shelf: str, address: str
) -> None:
    right = answer(client, address)
    shutil.rmtree(own_shelf / shelf)
    assert answer(client, address) == right
    shutil.rmtree(own_shelf / shelf)
    (own_shelf / shelf).write_text("no folder")
    assert answer(client, address) == right


@pytest.mark.parametrize("address", [*MADE_TO_ORDER, *(address for _shelf, address in KEPT)])
def test_who_has_a_file_already_is_told_so_before_any_work(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, content, etag = answer(client, address)
    assert (status, bool(content)) == (200, True)

    def refuse(*_given: Any, **_told: Any) -> bytes:
        raise AssertionError("it was made again")

    monkeypatch.setattr(press, "_pressed", refuse)
    assert answer(client, address, If_None_Match=etag) == (304, b"", etag)


def test_a_reader_who_has_another_file_is_sent_this_one(client: Client) -> None:
    tags = {answer(client, address)[2] for address in MADE_TO_ORDER}
    assert len(tags) == len(MADE_TO_ORDER)
    first = MADE_TO_ORDER[0]
    assert answer(client, first.replace("06-08", "06-09"))[2] not in tags
    assert answer(client, f"/es{first}")[2] not in tags


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/secure-communities/places/06075.pdf", "06075-san-francisco-county-california"),
        ("/secure-communities/jurisdictions.pdf?state=DE", "jurisdictions"),
        ("/secure-communities/briefing.pdf?since=2010-01-01", "briefing-since-2010-01-01"),
        ("/secure-communities/map.png", "map"),
        ("/secure-communities/places/06075.csv", "06075-san-francisco-county-california"),
    ],
)
def test_a_files_name_says_as_known_when(client: Client, address: str, name: str) -> None:
    mark = "&" if "?" in address else "?"
    named: Any = client.get(f"{address}{mark}date=2010-06-08&known=2010-09-01")
    ending = address.partition("?")[0].rpartition(".")[2]
    told = f"secure-communities-{name}-2010-06-08-known-2010-09-01-edition-1.{ending}"
    assert f'filename="{told}"' in named["Content-Disposition"]
