"""The desk: a region's places, what waits, what changed, and what its record lacks."""

from __future__ import annotations

from datetime import date

import pytest

from jurisdictions.models import Citation, Source
from jurisdictions.read.asking import ask
from jurisdictions.read.keeping.desk import Desk, desk_of
from jurisdictions.read.keeping.region_changes import changes_in
from jurisdictions.read.keeping.stale_facts import stale_facts
from jurisdictions.read.lacks import LONG
from jurisdictions.read.programs.secure_communities.lacking import open_requests
from jurisdictions.read.rows import AsOf
from jurisdictions.record.proposing.proposals import remark
from jurisdictions.record.proposing.reviews import accept_proposal, ask_for_more
from tests.people import acting, make_person
from tests.record.wishing import (
    COOK,
    KANE,
    LATER,
    LIST,
    NOON,
    PROGRAM,
    corrected,
    proposed,
    retracted,
    step,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
TODAY = date(2026, 11, 23)


@pytest.fixture
def author():
    return acting(make_person("contributor", "17", name="Ines"))


@pytest.fixture
def reviewer():
    return acting(make_person("reviewer", "17", name="Rosa"))


def as_of() -> AsOf:
    return ask(today=TODAY)


def desk(by) -> Desk:
    return desk_of(
        as_of(),
        regions=by.regions("contributor"),
        reviews=by.regions("reviewer"),
        person=by.person_id,
        today=TODAY,
    )


def test_a_desk_tells_the_regions_and_their_places(author, reviewer) -> None:
    (illinois,) = desk(author).regions
    assert (illinois.geoid, illinois.places) == ("17", 103)
    assert illinois.place is not None
    assert illinois.place.label == "Illinois"
    everywhere = acting(make_person("reviewer", "US"))
    (nation,) = desk(everywhere).regions
    assert (nation.place, nation.places) == (None, 3290)


def test_what_waits_is_different_for_author_and_reviewer(author, reviewer) -> None:
    first, second = proposed(author, corrected(KANE)), proposed(author, corrected(COOK))
    own = proposed(reviewer, step())
    ask_for_more(proposal=second, revision=1, text="Eh?", by=reviewer, at=NOON)
    mine = desk(author)
    assert [line.proposal_id for line in mine.mine.first] == [first]
    assert [line.proposal_id for line in mine.asked.first] == [second]
    assert (mine.to_review.first, mine.to_review.total) == ((), 0)
    theirs = desk(reviewer)
    assert [line.proposal_id for line in theirs.to_review.first] == [first]
    assert [line.proposal_id for line in theirs.mine.first] == [own]
    remark(proposal=second, text="Page 3.", by=author, at=NOON)
    assert desk(reviewer).to_review.total == 2


def test_only_the_first_are_shown_and_all_are_counted(author, reviewer) -> None:
    for number in range(1, 8):
        proposed(author, step(number))
    waiting = desk(reviewer).to_review
    assert (len(waiting.first), waiting.total) == (5, 7)


def test_the_latest_changes_of_the_region_come_first(author, reviewer) -> None:
    first, second = corrected(KANE), retracted("local_measure:kane-county-2011-05-statement")
    for wish in (first, second):
        number = proposed(author, wish)
        accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER)
    elsewhere = proposed(acting(make_person("contributor", "18")), corrected("activation:18089"))
    everywhere = acting(make_person("reviewer", "US"))
    accept_proposal(proposal=elsewhere, revision=1, by=everywhere, at=LATER)
    gone, changed, loaded = desk(author).changes
    assert (gone.facts, gone.names) == (1, ("local_measure:kane-county-2011-05-statement",))
    assert (changed.names, changed.change.made_by) == ((KANE,), "Ines")
    assert loaded.facts > 200
    assert len(loaded.names) == 5
    assert [one.facts for one in changes_in({"US"}, PROGRAM, latest=2)] == [1, 1]
    assert len(changes_in({"US"}, PROGRAM)[-1].names) == 5


def test_a_request_without_an_answer_for_long_is_worth_another_look(author, reviewer) -> None:
    number = proposed(author, step(on="2010-07-13"))
    accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER)
    kane = next(one for one in desk(author).stale.own["requests"] if one.thread == "kane-2010")
    assert kane.days == (TODAY - date(2010, 7, 13)).days
    later = date(2010, 8, 1)
    assert open_requests(as_of(), {"17089"}, later, days=LONG) == ()
    assert [one.days for one in open_requests(as_of(), {"17089"}, later, days=10)] == [19]
    answered = proposed(author, step(2, step="refused", on="2010-08"))
    accept_proposal(proposal=answered, revision=1, by=reviewer, at=LATER)
    assert open_requests(as_of(), {"17089"}, TODAY, days=LONG) == ()


def test_a_request_of_an_unknown_day_is_open_too(author, reviewer) -> None:
    number = proposed(author, step(on=""))
    accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER)
    assert [one.days for one in open_requests(as_of(), {"17"}, TODAY, days=LONG)][-1:] == [None]


def test_facts_without_a_source_are_named(author, nothing_kept: None) -> None:
    found = Citation.objects.filter(fact__key__in=["17089", "agreements-ended"])
    found.filter(contradicts=False).delete()
    assert desk(author).stale.sourceless == (KANE,)
    nation = stale_facts(as_of(), {"US"}, TODAY)
    assert nation.sourceless == (KANE, "policy_event:agreements-ended")


def test_sources_without_an_address_are_counted_by_their_facts(author) -> None:
    (lost,) = desk(author).stale.lost_sources
    assert (lost.source.key, lost.facts) == (LIST, 103)
    everywhere = {one.source.key for one in stale_facts(as_of(), {"US"}, TODAY).lost_sources}
    assert everywhere == {LIST, "americas_voice", "truthout"}
    Source.objects.filter(key=LIST).update(url="https://example.org/list")
    assert desk(author).stale.lost_sources == ()


def test_states_without_an_agreement_on_record_are_named() -> None:
    assert stale_facts(as_of(), {"17"}, TODAY).own["undocumented"] == ()
    assert [one.place.label for one in stale_facts(as_of(), {"35"}, TODAY).own["undocumented"]] == [
        "New Mexico"
    ]
    assert stale_facts(as_of(), {"35013"}, TODAY).own["undocumented"] == ()
    nation = stale_facts(as_of(), {"US"}, TODAY)
    assert len(nation.own["undocumented"]) > 30
    each = (*nation.own.values(), nation.sourceless, nation.lost_sources)
    assert nation.count == sum(map(len, each))


def test_who_has_no_region_has_an_empty_desk() -> None:
    nobody = desk(acting(make_person("administrator", "US")))
    assert (nobody.regions, nobody.changes, nobody.stale.count) == ((), (), 0)
