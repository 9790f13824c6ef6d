"""Editions: numbered, whole, and a new one only when facts or the rule changed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from jurisdictions.models import Edition, Span
from jurisdictions.publish.editions import NoRule, NothingRecorded, Published, publish_edition
from jurisdictions.record.changing.facts import correct_fact, record_fact, retract_fact
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.status.programs.secure_communities import rule
from tests.facts_on_file import with_cell, write_folder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("migrated", "empty_record")]
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROGRAM = "secure-communities"
TOLD: dict[str, Any] = {
    "program": PROGRAM,
    "by": "Ana",
    "reason": "A letter was found.",
    "at": NOON,
}


@pytest.fixture
def published(tmp_path: Path) -> Published:
    load_folder(write_folder(tmp_path), today=NOON.date(), by="Ana", at=NOON)
    return publish_edition(**TOLD)


def standing(geoid: str, edition: int = 0) -> list[tuple[str | None, str]]:
    spans = Span.objects.filter(geoid=geoid)
    if edition:
        spans = spans.filter(first_edition__lte=edition).exclude(last_edition__lt=edition)
    else:
        spans = spans.filter(last_edition=None)
    rows = sorted(spans, key=lambda span: span.start or date.min)
    return [(span.start.isoformat() if span.start else None, span.standing.status) for span in rows]


def test_the_first_edition_holds_every_place_but_the_nation(published: Published) -> None:
    assert published == Published(1, new=True, places=5, spans_changed=Span.objects.count())
    geoids = set(Span.objects.values_list("geoid", flat=True))
    assert geoids == {"17", "17031", "17097", "35", "35013"}
    assert standing("35013") == [
        (None, "not-begun"),
        ("2008-03-28", "not-begun"),
        ("2008-10-27", "not-activated"),
        ("2009-10-20", "active-agreement-not-documented"),
        ("2011-08-05", "active-without-agreement"),
    ]


def test_an_edition_says_who_when_and_from_which_facts(published: Published) -> None:
    edition = Edition.objects.get()
    assert (edition.published_by, edition.published_at) == ("Ana", NOON)
    assert edition.spans == published.spans_changed
    # 6 places, 2 sources, 2 activations, 2 + 1 steps, 1 measure, 3 events, 1 figure.
    assert edition.facts_changed == 18


def test_the_same_facts_under_the_same_rule_make_no_new_edition(published: Published) -> None:
    again = publish_edition(**TOLD)
    assert again == Published(1, new=False, places=0, spans_changed=0)
    assert Edition.objects.count() == 1


def test_another_rule_makes_a_new_edition(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule, "VERSION", "another")
    again = publish_edition(**TOLD)
    assert (again.number, again.places, again.spans_changed) == (2, 5, 0)


def test_nothing_recorded_is_nothing_to_publish(tmp_path: Path) -> None:
    from jurisdictions.models import Program

    Program.objects.create(slug=PROGRAM, name="S", vintage="2010")
    with pytest.raises(NothingRecorded, match="load them first"):
        publish_edition(**TOLD)


def test_a_program_without_a_rule_is_refused_in_words() -> None:
    with pytest.raises(NoRule, match="no rule for “b-comm”: its facts are kept"):
        publish_edition(**{**TOLD, "program": "b-comm"})


def test_recording_a_county_derives_the_county_and_the_state_that_counts_it(
    published: Published,
) -> None:
    cells = {"geoid": "17031", "activated_on": "2013-01-22", "source": "list"}
    recorded = record_fact(kind="activation", cells=cells, **TOLD)
    assert recorded.name == "activation:17031"
    assert (recorded.published.number, recorded.published.places) == (2, 2)
    assert ("2013-01-22", "active-over-objection") in standing("17031")
    assert ("2013-01-22", "active-over-objection") not in standing("17031", edition=1)


def test_a_state_derives_the_state_and_its_counties(published: Published) -> None:
    corrected = correct_fact(
        name="agreement:il:2", cells={"on": "2010-06-01", "source": "list"}, **TOLD
    )
    assert corrected.published.places == 3
    assert ("2010-03-02", "active-under-agreement") in standing("17097")


def test_a_policy_event_derives_everything(published: Published) -> None:
    cells = {"event": "ends", "on": "2014-11-20", "title": "Ended", "effect": "program-ends"}
    recorded = record_fact(kind="policy_event", cells={**cells, "source": "list"}, **TOLD)
    assert recorded.published.places == 5
    assert standing("35")[-1] == ("2014-11-20", "program-ended")


def test_a_source_that_changes_makes_an_edition_and_derives_nothing(published: Published) -> None:
    corrected = correct_fact(name="source:list", cells={"title": "The list"}, **TOLD)
    assert corrected.published == Published(2, new=True, places=0, spans_changed=0)


def test_spans_that_still_hold_stand_in_both_editions(published: Published) -> None:
    before = standing("17031")
    record_fact(
        kind="activation",
        cells={"geoid": "17031", "activated_on": "2013-01-22", "source": "list"},
        **TOLD,
    )
    assert standing("17031", edition=1) == before
    kept = Span.objects.filter(geoid="17031", first_edition=1, last_edition=None).count()
    assert kept == len(before) - 1


def test_a_retracted_fact_leaves_its_last_version_and_the_reason(published: Published) -> None:
    retracted = retract_fact(name="activation:35013", **{**TOLD, "reason": "Another county."})
    assert retracted.number == 2
    assert all(not status.startswith("active") for _day, status in standing("35013"))
    from jurisdictions.models import Activation, Citation

    version = Activation.objects.get(geoid="35013")
    assert version.ended_by is not None
    assert version.ended_by.reason == "Another county."
    assert not Citation.objects.filter(fact=version.fact, superseded_at=None).exists()


def test_a_retracted_place_has_no_spans_from_then_on(published: Published) -> None:
    retract_fact(name="activation:35013", **TOLD)
    retract_fact(name="jurisdiction:35013", **TOLD)
    assert standing("35013") == []
    assert standing("35013", edition=1) != []


def test_a_place_that_leaves_the_record_while_all_is_derived_ends_too(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    retract_fact(name="activation:35013", **TOLD)
    monkeypatch.setattr(rule, "VERSION", "2")
    retract_fact(name="jurisdiction:35013", **TOLD)
    assert standing("35013") == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jurisdiction:35013", "'jurisdiction:35013' is needed by activation:35013"),
        ("source:chron", "'source:chron' is needed by agreement:il:1"),
    ],
)
def test_what_other_facts_need_cannot_be_retracted(
    published: Published, name: str, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        retract_fact(name=name, **TOLD)
    assert Edition.objects.count() == 1


def test_publishing_is_all_or_nothing(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_values: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Edition.objects, "create", fail)
    before = list(Span.objects.values_list("pk", "last_edition").order_by("pk"))
    with pytest.raises(RuntimeError):
        correct_fact(name="agreement:il:2", cells={"on": "2010-06-01", "source": "list"}, **TOLD)
    assert list(Span.objects.values_list("pk", "last_edition").order_by("pk")) == before
    assert Edition.objects.count() == 1
    from jurisdictions.models import AgreementStep

    assert AgreementStep.objects.filter(superseded_at=None, on="2010-06-01").count() == 0


def test_progress_counts_the_places(tmp_path: Path) -> None:
    load_folder(write_folder(tmp_path), today=NOON.date(), by="Ana", at=NOON)
    told: list[tuple[int, int]] = []
    publish_edition(**TOLD, progress=lambda done, total: told.append((done, total)))
    assert told == [(5, 5)]


@pytest.mark.parametrize(
    ("kind", "cells", "said"),
    [
        ("opinion", {}, "column kind: 'opinion' is no kind of fact"),
        (
            "activation",
            {"geoid": "35013", "activated_on": "2010", "source": "list"},
            "activations.csv: 'activation:35013' is on record: correct it",
        ),
        ("activation", {"geoid": "17031"}, "activations.csv, column source: may not be blank"),
        (
            "activation",
            {"geoid": "17031", "source": "list", "day": "2010"},
            "activations.csv, column day: is no column of this kind of fact",
        ),
    ],
)
def test_a_fact_that_cannot_be_recorded_says_why(
    published: Published, kind: str, cells: dict[str, str], said: str
) -> None:
    with pytest.raises(Refused) as refused:
        record_fact(kind=kind, cells=cells, **TOLD)
    assert said in [str(fault).lstrip(", ") for fault in refused.value.faults]
    assert Edition.objects.count() == 1


def test_a_fact_that_is_not_on_record_cannot_be_corrected(published: Published) -> None:
    with pytest.raises(Refused, match="'activation:17031' is not on record"):
        correct_fact(
            name="activation:17031", cells={"activated_on": "2010", "source": "list"}, **TOLD
        )


def test_a_correction_may_not_make_it_another_fact(published: Published) -> None:
    with pytest.raises(Refused, match="would become another fact"):
        correct_fact(name="activation:35013", cells={"geoid": "17031"}, **TOLD)


def test_a_correction_keeps_the_source_unless_it_names_another(published: Published) -> None:
    from jurisdictions.models import Citation

    def cited() -> list[str]:
        current = Citation.objects.filter(fact__key="il:1", superseded_at=None)
        return [citation.source.key for citation in current]

    correct_fact(name="agreement:il:1", cells={"by": "State Police"}, **TOLD)
    assert cited() == ["chron"]
    correct_fact(name="agreement:il:1", cells={"source": "list"}, **TOLD)
    assert cited() == ["list"]


def test_a_folder_loaded_again_publishes_only_what_it_changed(
    published: Published, tmp_path: Path
) -> None:
    changed = with_cell("activations", "2010-03-02", "2010-04-02")
    load_folder(write_folder(tmp_path, activations=changed), today=NOON.date(), by="Ana", at=NOON)
    again = publish_edition(**TOLD)
    assert (again.number, again.places) == (2, 2)
    assert Edition.objects.get(number=2).facts_changed == 1
