"""A small record of 287(g) in two editions, and followers who were told of the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from jurisdictions.models import Follower
from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.following.asking import ask_to_follow
from jurisdictions.record.following.leaving import confirm
from jurisdictions.record.following.tokens import CONFIRM, token_of
from jurisdictions.record.following.wanted import Wanted
from jurisdictions.record.ingest.folder import load_folder
from tests.agencies_on_file import FILES, write_agencies

FIRST, SECOND = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 25, 9, tzinfo=UTC)
"""A Monday, before the hour of weekly mails; a Wednesday."""
BEFORE, AFTER = ({"287g": number, "secure-communities": 1} for number in (1, 2))
"""What stood when followers confirmed, and what stands."""
ADDRESS = "ana@example.org"
LAKE = """\
il-lake-sheriff,17,Lake County Sheriff,,county,sheriff,whole-county,17097,name,high,lists,
"""
NEW = """\
il-lake-sheriff:wso:2026-11-20,il-lake-sheriff,17,warrant-service,2026-11-20,,,,,,,,text,,paper,
"""


def record(folder: Path, at: datetime, **changed: str | None) -> None:
    """Load the small folder, with some files otherwise, and publish."""
    load_folder(write_agencies(folder, **changed), today=at.date(), by="the tests", at=at)
    publish_edition(program="287g", by="the tests", reason="The Paper was read again", at=at)


def second() -> dict[str, str]:
    """Zion's agreement ended on another day, and Lake County has a new one."""
    signed, agencies = (FILES[f"{name}.csv"] for name in ("agency_agreements", "agencies"))
    return {
        "agencies": agencies + LAKE,
        "agency_agreements": signed.replace("2026-02-18", "2026-02-17") + NEW,
    }


@pytest.fixture(scope="module")
def two_editions(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """287(g) beside Secure Communities, published twice."""
    folder = tmp_path_factory.mktemp("agencies") / "287g"
    with django_db_blocker.unblock(), transaction.atomic():
        record(folder, FIRST)
        record(folder, SECOND, **second())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def published(two_editions: None, db: None, settings: Any) -> None:
    """The same; mails go to the test's outbox."""
    settings.MAILS_ARRIVE = True


def follow(at: datetime = FIRST, address: str = ADDRESS, **wanted: Any) -> Follower:
    """Somebody asked and confirmed when the first edition stood."""
    ask_to_follow(address=address, wanted=Wanted(**wanted), at=at)
    asked = Follower.objects.get(address=address, confirmed_at=None)
    asked.waiting.all().delete()
    assert confirm(token=token_of(asked, CONFIRM), standing=BEFORE, at=at)
    return Follower.objects.get(pk=asked.pk)
