"""A third program is added by copying a folder, and every page has it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jurisdictions.program_set import SET
from tests.facts_on_file import write_folder
from tests.third_program.walk import COOK, PAGES, SLUG

ROOT = Path(__file__).parents[2]
ADDED = Path(__file__).parent / "tree"
NEEDED = ("jurisdictions", "tracker", "templates", "locale")
PACKAGE = SLUG.replace("-", "_")
TESTS = ("__init__.py", "settings.py", "people.py", "web/__init__.py", "web/writing.py")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tracker, with the folder copied over it."""
    made = tmp_path_factory.mktemp("third") / "tracker"
    for name in NEEDED:
        shutil.copytree(ROOT / name, made / name)
    (made / "static").symlink_to(ROOT / "static")
    shutil.copytree(ADDED, made, dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests" / "third_program", made / "tests" / "third_program")
    for name in TESTS:
        (made / "tests" / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "tests" / name, made / "tests" / name)
    return made


@pytest.fixture(scope="module")
def walked(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What was seen in a tracker with the third program, on a record of a few places."""
    folder = tmp_path_factory.mktemp("walk")
    first, out = write_folder(folder / "first"), folder / "seen.json"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.third_program.walk", str(first), str(out)],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert out.exists(), ran.stderr[-3000:]
    return json.loads(out.read_text(encoding="utf-8"))


def test_the_folder_is_the_set_of_files_and_its_facts_and_no_more() -> None:
    names = {"slug": SLUG, "package": PACKAGE}
    wanted = {f"{folder}/{name}".format(**names) for folder, files in SET for name in files}
    found = {path.relative_to(ADDED).as_posix() for path in ADDED.rglob("*") if path.is_file()}
    facts = {f"jurisdictions/data/{SLUG}/{name}.csv" for name in ("policy_events", "sources")}
    assert found == wanted | facts
    assert len(found - facts) == 7  # six of code, and what the program is called
    assert all("/programs/" in path or f"/data/{SLUG}/" in path for path in found)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers(walked: Any, page: str) -> None:
    assert walked[page]["status"] == 200, (walked[page]["location"], walked[page]["text"][-2000:])


def test_the_map_counts_what_the_program_counts(walked: Any) -> None:
    assert "“Asked for notice”: 3 of 3 jurisdictions." in text(walked, "map")
    assert "the federal position was “Asks for notice”." in text(walked, "map")
    assert "the federal position was “Silent”." in text(walked, "map before")
    assert "“Asked for notice”: no jurisdiction." in text(walked, "map before")
    assert "Illinois, “Asked for notice”: 2 of 2 jurisdictions." in text(walked, "map of a state")
    assert "Asked for notice" in text(walked, "map")
    assert "var(--status-asked-for-notice)" not in text(walked, "map as a picture")


def test_a_place_has_a_section_of_it(walked: Any) -> None:
    told = text(walked, "place under the program")
    assert "Priority Enforcement Program" in told
    assert "Asked for notice" in told
    assert 'class="swatch status-asked-for-notice"' in told


def test_every_page_leads_to_all_three(walked: Any) -> None:
    for page, current in (("policy", SLUG), ("list of the first", "secure-communities")):
        switch = text(walked, page).partition('class="programs"')[2].partition("</nav>")[0]
        assert f'href="/{SLUG}/' in switch
        assert (
            f'href="/{current}/' in switch.partition('aria-current="true"')[0].rpartition("<a")[2]
        )


def test_crawlers_and_operators_are_told_of_it(walked: Any) -> None:
    assert f"/es/{SLUG}/glossary/</loc>" in text(walked, "sitemap")
    assert json.loads(text(walked, "health"))["editions"][SLUG] == 1


def test_the_list_tells_the_programs_words(walked: Any) -> None:
    assert "Cook County" in text(walked, "list of a status")
    assert "Asks for notice" in text(walked, "list")


def test_files_have_the_programs_columns(walked: Any) -> None:
    rows = text(walked, "list as CSV").splitlines()
    assert rows[0].split(",")[:6] == ["geoid", "name", "state", "kind", "date", "status"]
    assert "asked-for-notice" in rows[1]


def test_the_api_lists_it_and_answers_for_it(walked: Any) -> None:
    programs = json.loads(text(walked, "programs in the API"))["results"]
    assert SLUG in {one["slug"] for one in programs}
    summary = json.loads(text(walked, "summary in the API"))
    assert summary["by_status"] == {"not-asked": 0, "asked-for-notice": 3, "no-longer-asked": 0}
    changed = json.loads(text(walked, "changes in the API"))["results"]
    assert {one["after"]["status"] for one in changed} == {"asked-for-notice"}
    place = json.loads(text(walked, "place in the API"))
    assert place["row"]["status"] == "asked-for-notice"
    assert place["reasons"][0]["fact"] == "policy_event:begins"
    spans = json.loads(text(walked, "timeline in the API"))["spans"]
    assert [span["position"] for span in spans] == [
        *("silent", "announced", "asks-for-notice", "ended"),
    ]


def test_the_schema_names_its_shapes(walked: Any) -> None:
    shapes = json.loads(text(walked, "schema"))["components"]["schemas"]
    assert shapes["PriorityEnforcementStatusEnum"]["enum"] == [
        "not-asked",
        "asked-for-notice",
        "no-longer-asked",
    ]
    summary = {"$ref": "#/components/schemas/PriorityEnforcementSummary"}
    assert summary in shapes["AnySummary"]["anyOf"]


def test_a_proposal_is_previewed_accepted_and_published(walked: Any) -> None:
    went = walked["proposal"]
    assert [went[step]["status"] for step in ("form", "desk", "shown", "decided")] == [
        *(200, 200, 200, 303),
    ]
    assert "No longer asked" in went["shown"]["text"]
    after = json.loads(went["after"]["text"])
    assert (after["edition"], after["by_status"]["no-longer-asked"]) == (2, 3)


def test_the_first_programs_pages_are_as_they_were(walked: Any) -> None:
    assert "Active" in text(walked, "map of the first")
    assert f'href="{COOK}' in text(walked, "list of the first")


def text(walked: Any, page: str) -> str:
    """The text of a page."""
    found: str = walked[page]["text"]
    return found
