"""The set of files that every program has, each room's part of it: see docs/adding.md.

What else the shared code asks of a program is made from its rule and its words where it has no file
for it (`render/plain`, `read/plain_reading.py`, ...).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jurisdictions.status.kinds import KINDS_OF_FACT
from jurisdictions.status.programs import packages, rule_of

Set = tuple[tuple[str, tuple[str, ...]], ...]
SET: Set = (
    ("jurisdictions/data/{slug}", ("program.json",)),
    ("jurisdictions/status/programs/{package}", ("__init__.py", "vocabulary.py", "rule.py")),
    ("jurisdictions/render/programs/{package}", ("labels.py", "glossary.py", "colors.py")),
)
"""Folders and their files; `slug` as addresses write it, `package` as Python does."""

OF_KINDS: Set = (
    (
        "jurisdictions/status/programs/{package}",
        ("kinds.py", "facts.py", "federal.py", "disclosure.py"),
    ),
    ("jurisdictions/record/programs/{package}", ("kinds.py",)),
    ("jurisdictions/publish/programs", ("{package}.py",)),
    ("jurisdictions/read/programs/{package}", ("reading.py",)),
    (
        "jurisdictions/render/programs/{package}",
        ("map_words.py", "method.py", "why.py"),
    ),
    ("jurisdictions/web/programs/{package}", ("forms.py",)),
    ("templates/methodology/programs", ("{slug}.html",)),
)
"""Those that a program with kinds of fact of its own has as well: nothing else can tell them."""


def files_of(slug: str, root: Path) -> list[str]:
    """The set of a program whose files lie below `root`; raise KeyError for no program."""
    named = {"slug": slug, "package": packages()[slug]}
    kinds = (f"{folder}/kinds.py" for folder, files in OF_KINDS if "kinds.py" in files)
    own = any((root / path.format(**named)).is_file() for path in kinds)
    return [
        f"{folder}/{name}".format(**named)
        for folder, names in (*SET, *(OF_KINDS if own else ()))
        for name in names
    ]


def lacking(root: Path) -> Iterator[tuple[str, str]]:
    """Every program that lacks a file of the set, with the file."""
    for slug in packages():
        for path in files_of(slug, root):
            if not (root / path).is_file():
                yield slug, path


OF_ACTS = ("BEGIN", "END", "POSITIONS", "STANDING", "COUNTED")
"""What the rule of a program without kinds of its own has to say: the rest is made of it."""


def unsaid() -> Iterator[tuple[str, str]]:
    """Every program whose rule does not say something of these, with its name."""
    for slug in packages():
        if not any(one.program == slug for one in KINDS_OF_FACT.values()):
            for name in OF_ACTS:
                if not hasattr(rule_of(slug), name):
                    yield slug, name
