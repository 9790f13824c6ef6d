"""After a publication only what it changed is read anew, and every answer is as if all were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jurisdictions.models import Edition, Jurisdiction
from jurisdictions.publish.editions import publish_edition
from jurisdictions.read import kept_rows, kept_spans
from jurisdictions.read.asking import ask
from jurisdictions.read.kept_spans import Standing, standing_of
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.statuses import rows_on
from jurisdictions.read.unchanged import unchanged_since
from jurisdictions.record.changing.facts import correct_fact, record_fact, retract_fact
from jurisdictions.record.ingest.folder import load_folder
from tests.facts_on_file import write_folder

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOLD: dict[str, Any] = {
    "program": "secure-communities",
    "by": "Ana",
    "reason": "A letter was found.",
    "at": NOON,
}
COOK = {"geoid": "17031", "activated_on": "2013-01-22", "source": "list"}


@pytest.fixture(autouse=True)
def published(migrated: None, empty_record: None, nothing_kept: None, tmp_path: Path) -> None:
    load_folder(write_folder(tmp_path), today=NOON.date(), by="Ana", at=NOON)
    publish_edition(**TOLD)


def newest(language: str = "en") -> AsOf:
    return ask(date="2013-06-01", today=NOON.date(), language=language)


def changed(**by: Any) -> Callable[[], None]:
    return lambda: correct_fact(**by, **TOLD) and None


def gone(*names: str) -> None:
    for name in names:
        retract_fact(name=name, **TOLD)


CHANGES: dict[str, Callable[[], None]] = {
    "a day": changed(
        name="activation:35013", cells={"activated_on": "2009-12-01", "source": "list"}
    ),
    "a note": changed(name="activation:35013", cells={"note": "Seen.", "note_es": "Visto."}),
    "another state's step": changed(
        name="agreement:il:2", cells={"on": "2010-06-01", "source": "list"}
    ),
    "a place's name": changed(name="jurisdiction:17031", cells={"name": "Cook Parish"}),
    "a place that is gone": lambda: gone("activation:17097", "jurisdiction:17097"),
    "a source's kind": changed(name="source:list", cells={"kind": "press"}),
    "a new fact": lambda: record_fact(kind="activation", cells=COOK, **TOLD) and None,
    "a fact that is gone": lambda: gone("activation:35013"),
}


def all_rows(as_of: AsOf) -> list[StatusRow]:
    return [*rows_on(as_of, "county"), *rows_on(as_of, "state")]


def told_anew(as_of: AsOf) -> tuple[dict[str, Standing], list[StatusRow]]:
    """The same by a process that has read nothing."""
    kept_spans.forget()
    kept_rows.forget()
    return dict(standing_of(as_of)), all_rows(as_of)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_follows_a_kept_edition_is_told_as_if_it_were_read_whole(
    change: Callable[[], None], language: str
) -> None:
    before = newest(language)
    old = dict(standing_of(before)), all_rows(before)
    change()
    after = newest(language)
    assert after.edition.number > before.edition.number
    found = dict(standing_of(after)), all_rows(after)
    assert list(found[0]) == sorted(found[0])
    assert found == told_anew(after)
    assert (dict(standing_of(before)), all_rows(before)) == old


def test_a_place_of_which_spans_only_went_has_none() -> None:
    gone("activation:17097")
    assert "17097" in standing_of(newest())
    gone("jurisdiction:17097")
    assert "17097" not in standing_of(newest())


def test_several_editions_later_it_still_holds() -> None:
    all_rows(newest())
    for change in CHANGES.values():
        change()
    found = dict(standing_of(newest())), all_rows(newest())
    assert found == told_anew(newest())


def test_places_that_did_not_change_are_not_read_again() -> None:
    before = standing_of(newest())
    CHANGES["a day"]()
    after = newest()
    with CaptureQueriesContext(connection) as asked:
        now = standing_of(after)
    assert not any(" ORDER BY " in one["sql"] and "IN (" not in one["sql"] for one in asked)
    assert now["17031"] is before["17031"]
    assert now["35013"] != before["35013"]


def test_a_note_leaves_all_spans_as_they_are() -> None:
    before = standing_of(newest())
    CHANGES["a note"]()
    assert standing_of(newest()) is before


def test_an_edition_of_another_database_is_not_followed() -> None:
    standing_of(newest())
    # A restored database comes to have another edition of the same number.
    Edition.objects.update(token=uuid4())
    CHANGES["a note"]()
    with CaptureQueriesContext(connection) as asked:
        found = dict(standing_of(newest()))
    assert found == told_anew(newest())[0]
    assert any("ORDER BY" in one["sql"] and "IN (" not in one["sql"] for one in asked)


def test_so_many_editions_are_kept_and_the_one_that_nobody_asks_for_goes() -> None:
    first = newest()
    standing_of(first)
    for text in ("One.", "Two.", "Three."):
        correct_fact(
            name="activation:35013", cells={"note": text, "note_es": f"{text} (es)"}, **TOLD
        )
        standing_of(newest())
    assert kept_spans.already_kept(first) is None
    assert kept_spans.already_kept(newest()) is not None


def test_places_are_kept_until_one_of_them_changes() -> None:
    first = places_of(newest())
    CHANGES["a day"]()
    assert places_of(newest()) is first
    CHANGES["a place's name"]()
    assert places_of(newest())["17031"].name == "Cook Parish"
    assert first["17031"].name == "Cook County"


def test_since_when_places_stand_is_told_by_the_first_edition_that_had_them() -> None:
    first = Edition.objects.get(number=1)
    CHANGES["a note"]()
    second = Edition.objects.get(number=2)
    told = unchanged_since(Jurisdiction, second.last_change_id, second.token.hex)
    assert told[1] == first.token.hex
    assert told[0] <= first.last_change_id
    CHANGES["a place's name"]()
    third = Edition.objects.get(number=3)
    told = unchanged_since(Jurisdiction, third.last_change_id, third.token.hex)
    assert told == (third.last_change_id, third.token.hex)


def test_a_place_that_is_taken_back_is_among_places_no_longer() -> None:
    assert "17097" in places_of(newest())
    CHANGES["a place that is gone"]()
    assert "17097" not in places_of(newest())


def test_before_any_edition_it_is_as_asked() -> None:
    Edition.objects.all().delete()
    assert unchanged_since(Jurisdiction, 10**6, "none") == (10**6, "none")
