"""Every program has the same set of files, and its rule says what everybody else reads of it."""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from pathlib import Path

import pytest

from jurisdictions.status import programs
from jurisdictions.status.program import Dimension
from jurisdictions.status.programs import packages, rule_of

FOLDERS = sorted(
    found.name
    for found in Path(programs.__path__[0]).iterdir()
    if found.is_dir() and not found.name.startswith("_")
)


def test_each_folder_is_a_program_with_a_slug_of_its_own() -> None:
    assert sorted(packages().values()) == FOLDERS
    assert "secure-communities" in packages()
    with pytest.raises(KeyError):
        rule_of("no-such-program")


@pytest.mark.parametrize("slug", sorted(packages()))
def test_a_rule_declares_its_words_and_its_days(slug: str) -> None:
    rule = rule_of(slug)
    assert rule.VERSION
    assert issubclass(rule.STATUSES, StrEnum)
    assert all(isinstance(one, Dimension) for one in rule.DIMENSIONS)
    assert all(issubclass(one.values, StrEnum) for one in rule.DIMENSIONS)
    names = [one.name for one in rule.DIMENSIONS]
    for name in chain(names, rule.DAYS):
        assert name.isidentifier()
    assert len({"status", "since", *names, *rule.DAYS}) == 2 + len(names) + len(rule.DAYS)
    assert callable(rule.tracks_of)
    assert callable(rule.known_facts)
    assert callable(rule.publicity_of)
