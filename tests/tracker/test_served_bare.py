"""Scripts and style sheets are served without comments and indents, and with all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.test import Client

from tracker.static_headers import add_headers
from tracker.storage import Bare

STATIC = Path(settings.BASE_DIR) / "static"
FILES = sorted(
    path.relative_to(STATIC).as_posix()
    for folder, end in (("js", "*.js"), ("css", "*.css"))
    for path in (STATIC / folder).rglob(end)
)


def served(folder: Path, name: str) -> str:
    with Bare(FileSystemStorage(folder)).open(name) as file:
        return file.read().decode()


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_comment_is_served(name: str) -> None:
    bare, waiting = lines(served(STATIC, name)), iter(lines((STATIC / name).read_text()))
    left_out = []
    for line in bare:
        left_out += _until(line, waiting)
    left_out += list(waiting)
    inside = False
    for line in map(str.strip, left_out):
        inside = inside or line.startswith("/*")
        assert inside or line.startswith("//"), line
        inside = inside and not line.endswith("*/")
    assert not inside


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _until(line: str, waiting: Iterator[str]) -> list[str]:
    passed: list[str] = []
    for other in waiting:
        if other == line:
            return passed
        passed.append(other)
    raise AssertionError(f"{line} is not of the file")


def test_no_text_of_ours_begins_a_line_like_a_comment() -> None:
    """A text over several lines could: then its lines would be lost."""
    for name in FILES:
        for text in re.findall(r"`[^`]*`", served(STATIC, name)):
            assert not re.search(r"^\s*(//|/\*)", text, re.MULTILINE), name


def test_comments_are_left_out_by_whole_lines(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(
        '/** What it is. */\n\nexport const at = "https://x"; // stays\n  // goes\n'
        "  /*\n   * goes\n   */\n  const b = 1;\n"
    )
    assert served(tmp_path, "a.js") == ('\nexport const at = "https://x"; // stays\nconst b = 1;\n')


def test_a_text_over_several_lines_keeps_its_indents(tmp_path: Path) -> None:
    text = "const a = {\n  b: `one\n  two`,\n};\n"
    (tmp_path / "a.js").write_text(text)
    assert served(tmp_path, "a.js") == text


def test_static_files_let_no_type_be_guessed_and_pictures_load_nothing() -> None:
    for name, has_policy in (("a.js", False), ("a.css", False), ("icon.svg", True)):
        headers: dict[str, str] = {}
        add_headers(headers, name, f"/static/{name}")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert ("Content-Security-Policy" in headers) is has_policy
        assert headers.get("Content-Type") == ("text/javascript" if name == "a.js" else None)


@pytest.mark.django_db
def test_pages_keep_their_policies_whatever_static_files_say(client: Client) -> None:
    answer = client.get("/healthz")
    for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"):
        assert answer[name]
