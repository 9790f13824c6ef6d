"""The pages about the data: editions, files, columns, and packages under their own address."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from jurisdictions.record.changing.facts import correct_fact, retract_fact
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.package.files import packaged_tables
from tests.packages import NOON, PROGRAM, unpacked

pytestmark = pytest.mark.usefixtures("shipped")
NAME = "secure-communities-edition-1"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where packages are kept: that of the shipped edition is made once for all tests here."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(autouse=True)
def own_shelf(shelf: Path, settings: Any) -> None:
    settings.DATA_DIR = shelf


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def linked(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


@pytest.mark.postgresql
def test_every_column_is_explained_on_the_data_page(client: Client) -> None:
    said = client.get("/secure-communities/data/").text
    packed = {one.table for one in packaged_tables(PROGRAM)}
    named = [("file", table) for table in packed]
    named += [("table", table) for table in tables.tables_in(PROGRAM) if table not in packed]
    for where, table in named:
        part = said.split(f'id="{where}-{table.name}"')[1].split("</details>")[0]
        for column in table.columns:
            assert f"<code>{column.name}</code>" in part


def test_the_package_says_its_size_and_checksum_once_it_is_made(
    client: Client, tmp_path: Path, settings: Any
) -> None:
    settings.DATA_DIR = tmp_path
    assert '<code class="digest">' not in client.get("/secure-communities/data/").text
    content = body(client.get(f"/secure-communities/data/{NAME}.zip"))
    assert sha256(content).hexdigest() in client.get("/secure-communities/data/").text
    assert "datapackage.json" in unpacked(content)


def test_the_zip_is_offered_under_its_name_and_not_sent_twice(client: Client) -> None:
    answer = client.get(f"/secure-communities/data/{NAME}.zip")
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == f'attachment; filename="{NAME}.zip"'
    assert sha256(body(answer)).hexdigest() == answer["ETag"].strip('"')
    again = client.get(
        f"/secure-communities/data/{NAME}.zip", headers={"If-None-Match": answer["ETag"]}
    )
    assert again.status_code == 304


def test_every_file_of_the_package_is_there_by_itself(client: Client) -> None:
    files = unpacked(body(client.get(f"/secure-communities/data/{NAME}.zip")))
    for path, content in files.items():
        answer = client.get(f"/secure-communities/data/{NAME}/{path}")
        assert answer.status_code == 200, path
        assert answer.content == content
    shown = client.get(f"/secure-communities/data/{NAME}/").text
    assert "Places through time, as Parquet" in shown
    assert not re.search(r"</code></a></th>\s*<td></td>", shown), "a file of which nothing is said"
    kinds = client.get(f"/secure-communities/data/{NAME}/sources.csv")["Content-Type"]
    assert kinds.startswith("text/csv")


@pytest.mark.parametrize(
    "path",
    [
        "/secure-communities/data/secure-communities-edition-2/",
        "/secure-communities/data/secure-communities-edition-2.zip",
        "/secure-communities/data/secure-communities-edition-01/",
        "/secure-communities/data/secure-communities-edition-99999999999.zip",
        "/secure-communities/data/another-edition-1/",
        f"/secure-communities/data/{NAME}/nothing.csv",
        f"/secure-communities/data/{NAME}/../../secret-key",
        f"/secure-communities/data/{NAME}/..%2f..%2fsecret-key",
        f"/secure-communities/data/{NAME}/derived/../program.json",
        "/secure-communities/data/../secure-communities-edition-1.zip",
    ],
)
def test_what_is_not_there_is_not_found_and_leaves_nothing_behind(
    client: Client, path: str, shelf: Path
) -> None:
    assert client.get(path).status_code == 404
    made = [file.name for file in shelf.rglob("*") if file.is_file()]
    assert len(made) <= 1
    assert all(name.startswith(f"{NAME}.") for name in made)


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_search_engines_for_data_are_told_of_the_edition(client: Client, prefix: str) -> None:
    content = body(client.get(f"/secure-communities/data/{NAME}.zip"))
    said = linked(client.get(f"{prefix}/secure-communities/data/{NAME}/").text)
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Dataset")
    zipped, described, database, spans = said["distribution"]
    assert database["encodingFormat"] == "application/vnd.sqlite3"
    assert spans["encodingFormat"] == "application/vnd.apache.parquet"
    for one in (database, spans):
        assert client.get(one["contentUrl"].removeprefix("http://testserver")).status_code == 200
    assert zipped["@type"] == "DataDownload"
    assert zipped["contentUrl"] == f"http://testserver{prefix}/secure-communities/data/{NAME}.zip"
    assert zipped["sha256"] == sha256(content).hexdigest()
    assert described["contentUrl"].endswith("/datapackage.json")
    listed = linked(client.get(f"{prefix}/secure-communities/data/").text)
    assert listed["@type"] == "DataCatalog"
    assert [one["version"] for one in listed["dataset"]] == ["1.0.0"]


@pytest.mark.postgresql
def test_no_text_of_the_record_can_end_the_block_of_data(client: Client) -> None:
    from jurisdictions.models import Program

    Program.objects.update(summary="</script><b>x</b> & more")
    said = client.get(f"/secure-communities/data/{NAME}/").text
    assert "</script><b>" not in said
    assert "</script><b>x</b> & more" in linked(said)["description"]


@pytest.mark.postgresql
def test_an_edition_names_the_facts_that_changed(client: Client) -> None:
    told: dict[str, Any] = {"program": PROGRAM, "by": "Ana", "reason": "A letter.", "at": NOON}
    correct_fact(
        name="activation:48201",
        cells={"activated_on": "2008-10-28", "source": "ice_activated_list"},
        **told,
    )
    retract_fact(name="local_measure:cook-county-2011-09-detainer-limit", **told)
    assert "1 fact differs from the edition before." in " ".join(
        client.get("/secure-communities/data/secure-communities-edition-2/").text.split()
    )
    said = client.get("/secure-communities/data/secure-communities-edition-3/").text
    assert "Retracted: <code>local_measure:cook-county-2011-09-detainer-limit</code>" in said
    second = client.get("/secure-communities/data/secure-communities-edition-2/").text
    assert "Corrected: <code>activation:48201</code>" in second
    listed = client.get("/secure-communities/data/").text
    assert listed.index("secure-communities-edition-2/") < listed.index(f"{NAME}/")
    assert "A letter." in listed
    first = client.get(f"/secure-communities/data/{NAME}/").text
    assert "This is the first edition:" in first


def test_the_data_page_is_found_from_every_page(client: Client) -> None:
    assert (
        '<a href="/secure-communities/data/">Data</a>'
        in client.get("/secure-communities/policy/").text
    )
    assert (
        'href="/secure-communities/data/" aria-current="page"'
        in client.get("/secure-communities/data/").text
    )
