"""Every role at every door, GET and POST, in and out of the region."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLResolver, get_resolver

from tests.web.doors.cast import CAST
from tests.web.doors.document import DOCUMENT, written
from tests.web.doors.open_to_all import KEPT_OTHERWISE, NAMELESS, OPEN
from tests.web.doors.probe import knock
from tests.web.doors.table import DOORS, addresses
from tests.web.doors.world import build_world


def test_every_address_has_an_entry_and_every_entry_an_address() -> None:
    assert {door.name for door in DOORS} == set(addresses())
    assert len({door.name for door in DOORS}) == len(DOORS)


def test_no_address_of_the_whole_site_is_left_out() -> None:
    """A new address is put either into the table or among those that everybody reads."""
    elsewhere = OPEN | KEPT_OTHERWISE.keys()
    assert not elsewhere & set(addresses())
    assert every_name() - set(addresses()) - NAMELESS == elsewhere


def every_name() -> set[str]:
    """The names of all addresses but those of the admin, which asks for a superuser itself."""

    def walk(patterns: list[Any]) -> Iterator[str]:
        for one in patterns:
            if not isinstance(one, URLResolver):
                yield one.name or str(one.pattern)
            elif one.app_name != "admin":
                yield from walk(one.url_patterns)

    return set(walk(get_resolver().url_patterns))


@pytest.mark.django_db
@pytest.mark.usefixtures("few_agencies")
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_door_opens_to_whom_the_table_says_and_to_nobody_else(
    method: str, settings: Any, tmp_path: Path
) -> None:
    settings.UPLOADS_ROOT = tmp_path
    settings.MAILS_ARRIVE = True
    world = build_world()
    wrong = []
    for door in DOORS:
        for sort in CAST:
            got = knock(world, sort.key, method, door.address(world, sort.key), door.data)
            if got not in (meant := door.expected(sort.key, method)):
                wrong.append(f"{method} {door.name}, {sort.label}: {got}, not {sorted(meant)}")
    assert not wrong, "\n".join(wrong)


def test_the_document_is_the_table(settings: Any) -> None:
    file = settings.BASE_DIR / DOCUMENT
    assert file.read_text(encoding="utf-8") == written(), (
        "Write it anew: .venv/bin/python -m tests.web.doors.document"
    )
