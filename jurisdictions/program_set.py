"""The set of files that every program has, each room's part of it: see docs/adding.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jurisdictions.status.programs import packages

SET: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("jurisdictions/data/{slug}", ("program.json",)),
    (
        "jurisdictions/status/programs/{package}",
        ("__init__.py", "vocabulary.py", "facts.py", "federal.py", "disclosure.py", "rule.py"),
    ),
    ("jurisdictions/publish/programs", ("{package}.py",)),
    ("jurisdictions/read/programs/{package}", ("reading.py",)),
    (
        "jurisdictions/render/programs/{package}",
        (
            *("answer.py", "colors.py", "facets.py", "glossary.py", "labels.py", "legend.py"),
            *("map_words.py", "method.py", "offers.py", "shown.py", "why.py"),
        ),
    ),
    ("jurisdictions/render/files/columns/programs", ("{package}.py",)),
    ("jurisdictions/api/programs/{package}", ("answers.py", "shapes.py")),
    ("templates/methodology/programs", ("{slug}.html",)),
)
"""Folders and their files; `slug` as addresses write it, `package` as Python does."""


def files_of(slug: str) -> list[str]:
    """The set of a program, from the root of the project; raise KeyError for no program."""
    package = packages()[slug]
    return [
        f"{folder}/{name}".format(slug=slug, package=package)
        for folder, names in SET
        for name in names
    ]


def lacking(root: Path) -> Iterator[tuple[str, str]]:
    """Every program that lacks a file of the set, with the file."""
    for slug in packages():
        for path in files_of(slug):
            if not (root / path).is_file():
                yield slug, path
