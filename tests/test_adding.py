"""docs/adding.md sends people to files and names that are there; others to tests that are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[A-Z]+\.md|requirements\.in)`", TEXT)))
NAMED = re.findall(r"`((?:[\w-]+/)+[\w-]+\.(?:py|js))`\s+\((`\w+`(?:[^)]*))\)", TEXT)


@pytest.mark.parametrize("path", PATHS)
def test_a_file_that_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_test_that_a_document_names_is_there(page: Path) -> None:
    named = re.findall(r"\btests/[\w/]+\.py\b", page.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize(("path", "names"), NAMED)
def test_a_name_that_it_looks_for_is_defined_in_its_file(path: str, names: str) -> None:
    code = (ROOT / path).read_text(encoding="utf-8")
    for name in re.findall(r"`(\w+)`", names):
        assert re.search(rf"^(?:class |def |    )?{name}\b", code, re.MULTILINE), name


def test_it_tells_of_everything_that_can_be_added() -> None:
    told = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    things = ("kind of fact", "dimension", "page", "format", "language", "program")
    assert told == [f"A {thing}" for thing in things]
    assert len(PATHS) > 80
    assert len(NAMED) > 30
