"""Histories: every version of a fact, who, when, why, and what it changed; and of a place."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from jurisdictions.models import Program
from jurisdictions.models.standing import MODELS, columns_of
from jurisdictions.read.keeping.histories import fact_history, fact_now, place_history
from jurisdictions.read.keeping.history_rows import Difference, How
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.proposing.contradicting import adjudicate
from jurisdictions.record.proposing.corrections import correct_small
from jurisdictions.record.proposing.reverts import revert_fact
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.people import acting, make_person
from tests.record.wishing import (
    CHRON,
    COOK,
    KANE,
    LATER,
    LETTER,
    LIST,
    PROGRAM,
    corrected,
    disputed,
    proposed,
    retracted,
    step,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


@pytest.fixture
def author():
    return acting(make_person("contributor", "US", name="Ines"))


@pytest.fixture
def reviewer():
    return acting(make_person("reviewer", "US", name="Rosa"))


@pytest.fixture
def accepted(author, reviewer):
    def accept(*wishes, **told) -> int:
        number = proposed(author, *wishes, **told)
        accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER)
        return number

    return accept


def test_a_fact_as_it_stands_can_fill_a_form() -> None:
    now = fact_now(KANE)
    assert now is not None
    assert (now.name, now.kind, now.key, now.geoid) == (KANE, "activation", "17089", "17089")
    assert now.base == 1
    assert now.cells == {
        "geoid": "17089",
        "activated_on": "2009-11-24",
        "deactivated_on": "",
        "disclosed_on": "",
        "note": "",
        "note_es": "",
        "source": LIST,
        "locator": "",
        "quote": "",
    }
    event = fact_now("policy_event:napolitano-lofgren-letter")
    assert event is not None
    assert (event.geoid, event.cells["effect"]) == ("US", "opt-out-procedure-published")
    assert [(one.field, one.said, one.source) for one in event.contradictions] == [
        ("on", "2010-09-08", "nilc")
    ]


def test_the_cells_of_every_kind_are_the_columns_of_its_file() -> None:
    for kind in MODELS:
        assert set(columns_of(kind)) == {column.name for column in KINDS[kind].columns}
    assert columns_of("opt_out")[:4] == ("request", "seq", "step_id", "geoid")
    assert columns_of("opt_out")[4:6] == ("on", "disclosed_on")
    assert columns_of("activation")[:4] == (
        "geoid",
        "activated_on",
        "deactivated_on",
        "disclosed_on",
    )


def test_what_is_not_on_record_has_no_now(accepted) -> None:
    accepted(retracted(KANE))
    for name in (KANE, "activation:17999", "opinion:1", "nonsense"):
        assert fact_now(name) is None
    assert fact_now(COOK, "another-program") is None


def test_a_fact_that_never_was_has_no_history() -> None:
    for name in ("activation:17999", "opinion:1", "nonsense"):
        assert fact_history(name) is None
    assert fact_history(KANE, "another-program") is None


def test_every_version_says_who_when_why_and_what(accepted, author, reviewer) -> None:
    number = accepted(corrected(KANE, activated_on="2010-01", source=CHRON), reason="A letter.")
    history = fact_history(KANE)
    assert history is not None
    second, first = history.versions
    assert (first.number, first.how, first.change.made_by) == (1, How.RECORDED, "the tests")
    assert first.change.proposal is None
    assert (second.number, second.how) == (2, How.CORRECTED)
    change = second.change
    assert (change.made_by, change.reason, change.proposal, change.title) == (
        "Ines",
        "A letter.",
        number,
        "A letter",
    )
    assert (change.decided_by, change.edited, change.made_at) == ("Rosa", False, LATER)
    assert second.differences == (
        Difference("activated_on", "2009-11-24", "2010-01"),
        Difference("source", LIST, CHRON),
    )
    assert first.ended_by == second.change
    assert second.ended_by is None
    assert history.sources[LIST].title
    assert (history.kind, history.key, history.geoid, history.retracted) == (
        "activation",
        "17089",
        "17089",
        False,
    )


def test_a_retracted_fact_leaves_a_tombstone_with_the_reason(accepted) -> None:
    accepted(disputed(KANE))
    accepted(retracted(KANE), reason="Another county.")
    history = fact_history(KANE)
    assert history is not None
    assert history.retracted
    tombstone = history.versions[0]
    assert (tombstone.how, tombstone.cells, tombstone.change.reason) == (
        How.RETRACTED,
        {},
        "Another county.",
    )
    assert Difference("activated_on", "2009-11-24", "") in tombstone.differences
    assert [one.said for one in tombstone.undisputed] == ["2009-12-01"]


def test_what_is_recorded_again_goes_on_with_the_same_history(accepted, reviewer) -> None:
    accepted(retracted(KANE))
    revert_fact(program=PROGRAM, name=KANE, to_change=1, reason="No.", by=reviewer, at=LATER)
    history = fact_history(KANE)
    assert history is not None
    assert [one.how for one in history.versions] == [How.RECORDED, How.RETRACTED, How.RECORDED]
    assert history.versions[0].cells == history.versions[2].cells
    assert history.versions[0].change.reason == f"Reverts {KANE}: No."


def test_contradictions_are_versions_too(accepted, reviewer) -> None:
    accepted(disputed(KANE))
    told = {"program": PROGRAM, "fact": KANE, "field": "activated_on", "source": CHRON}
    adjudicate(**told, note="The list is newer.", by=reviewer, at=LATER)
    history = fact_history(KANE)
    assert history is not None
    judged, against, _first = history.versions
    assert (against.how, judged.how) == (How.DISPUTED, How.DISPUTED)
    assert [one.adjudication for one in against.disputed] == [""]
    assert [one.adjudication for one in judged.disputed] == ["The list is newer."]
    assert len(judged.undisputed) == 1
    assert judged.differences == ()
    assert CHRON in history.sources


def test_a_source_and_a_place_have_histories() -> None:
    for name, geoid in (("source:ilchron", ""), ("jurisdiction:17089", "17089")):
        history = fact_history(name)
        assert history is not None
        assert (len(history.versions), history.geoid, history.sources) == (1, geoid, {})


def test_a_fact_history_costs_the_same_however_long(
    accepted, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(1, 6):
        accepted(corrected(KANE, activated_on=f"2010-01-0{day}"))
    with django_assert_max_num_queries(5):
        history = fact_history(KANE)
    assert history is not None
    assert len(history.versions) == 6


def test_the_history_of_a_place_is_that_of_its_facts(accepted, reviewer) -> None:
    accepted(corrected(KANE), step(), disputed(KANE))
    accepted(retracted("local_measure:kane-county-2011-05-statement"), corrected(COOK))
    editor = acting(make_person("editor", "US"))
    told = {"program": PROGRAM, "name": KANE, "reason": "A slip.", "by": editor, "at": LATER}
    correct_small(**told, cells={"source": CHRON})
    accepted(disputed(KANE, said="2009-12-02"))
    disputed_again, small, gone, first, *_ = place_history("17089")
    assert [(one.name, one.how) for one in first.facts] == [
        (KANE, How.CORRECTED),
        ("opt_out:kane-2010:1", How.RECORDED),
    ]
    assert [(one.name, one.how, one.kind) for one in gone.facts] == [
        ("local_measure:kane-county-2011-05-statement", How.RETRACTED, "local_measure")
    ]
    assert [(one.name, one.how) for one in small.facts] == [(KANE, How.CORRECTED)]
    assert small.change.reason == "A slip."
    assert [(one.name, one.how) for one in disputed_again.facts] == [(KANE, How.DISPUTED)]


def test_a_fact_that_was_moved_belongs_to_both_places(accepted) -> None:
    accepted(corrected("opt_out:illinois-2011:1", geoid="17089"))
    for geoid in ("17", "17089"):
        names = {one.name for one in place_history(geoid)[0].facts}
        assert "opt_out:illinois-2011:1" in names


def test_the_nation_has_the_federal_acts(accepted) -> None:
    accepted(corrected("policy_event:napolitano-lofgren-letter", on="2010-09-08"))
    latest, first = place_history("US")
    assert [one.name for one in latest.facts] == ["policy_event:napolitano-lofgren-letter"]
    kinds = {one.kind for one in first.facts}
    assert kinds == {"jurisdiction", "policy_event", "reported_figure"}


def test_another_program_has_its_own_history() -> None:
    Program.objects.create(slug="next", name="Next", vintage="2010")
    assert [f.name for c in place_history("17089", "next") for f in c.facts] == [
        "jurisdiction:17089"
    ]


def test_a_place_that_is_not_there_has_no_history() -> None:
    assert place_history("17999") == ()


def test_moments_are_those_of_the_changes(accepted) -> None:
    accepted(LETTER)
    history = fact_history("source:kane-letter")
    assert history is not None
    assert isinstance(history.versions[0].change.made_at, datetime)
