"""The worker fetches what lies at a source's address, and keeps it for reviewers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from jurisdictions.models import Job, Source, SourceFile
from jurisdictions.record.evidence import asking
from jurisdictions.record.faults import Refused
from jurisdictions.record.fetching.unfetched import Unfetched, Why
from jurisdictions.record.jobs.queue import finish_job, take_job
from jurisdictions.record.people.permissions import NotAllowed
from tests.people import acting, make_person
from tests.record.evidence_files import letter
from tests.record.wishing import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


@dataclass(frozen=True)
class Came:
    """What a fetch brought."""

    content: bytes
    file_name: str = "letter.pdf"


def fetched(monkeypatch: Any, answer: Any) -> asking.FetchState | None:
    """An editor asks, and the worker gets this answer."""
    Source.objects.filter(key="ilchron").update(url="https://example.org/letter.pdf")
    editor = acting(make_person("editor", "17"))
    asking.ask_fetch(source="ilchron", language="en", by=editor, at=NOON)
    with pytest.raises(Refused, match="fetched already"):
        asking.ask_fetch(source="ilchron", language="en", by=editor, at=NOON)

    def fetch(address: str, **told: Any) -> Came:
        assert address == "https://example.org/letter.pdf"
        if isinstance(answer, Exception):
            raise answer
        return Came(answer)

    monkeypatch.setattr(asking, "fetch", fetch)
    job = Job.objects.get(kind=asking.KIND)
    taken = take_job(job_id=job.pk, at=NOON, lease=timedelta(minutes=1))
    assert taken is not None
    asking.fetch_source_file(**taken.arguments, at=NOON)
    finish_job(job=taken, at=NOON)
    return asking.fetch_state("ilchron")


def test_what_comes_is_kept_for_reviewers_with_its_address(monkeypatch: Any) -> None:
    state = fetched(monkeypatch, letter())
    assert state == asking.FetchState(False, "")
    file = SourceFile.objects.get()
    assert (file.source, file.name, file.address) == (
        "ilchron",
        "letter.pdf",
        "https://example.org/letter.pdf",
    )
    assert (file.shown_at, file.wants_public) == (None, False)


def test_why_nothing_was_kept_is_told(monkeypatch: Any) -> None:
    state = fetched(monkeypatch, Unfetched(Why.GONE, 404))
    assert state is not None
    assert state.why
    assert not SourceFile.objects.exists()


def test_what_acts_by_itself_is_not_kept(monkeypatch: Any) -> None:
    state = fetched(monkeypatch, b"<svg/>")
    assert state is not None
    assert "SVG" in state.why


def test_only_editors_of_its_places_ask_and_only_for_safe_addresses() -> None:
    other = acting(make_person("editor", "48"))
    with pytest.raises(NotAllowed):
        asking.ask_fetch(source="ilchron", language="en", by=other, at=NOON)
    Source.objects.filter(key="ilchron").update(url="http://example.org/letter.pdf")
    editor = acting(make_person("editor", "17"))
    with pytest.raises(Refused):
        asking.ask_fetch(source="ilchron", language="en", by=editor, at=NOON)
    assert not Job.objects.filter(kind=asking.KIND).exists()
