"""Reverting a change, or one fact: what stood before stands again, and nothing is lost."""

from __future__ import annotations

import pytest
from django.db.models import Q

from jurisdictions.models import (
    Activation,
    Change,
    Citation,
    Edition,
    OptOutStep,
    Source,
    Span,
)
from jurisdictions.record.changing.facts import correct_fact, record_fact
from jurisdictions.record.changing.versions import Outcome
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.contradicting import adjudicate
from jurisdictions.record.proposing.revert_preview import preview_revert_change, preview_revert_fact
from jurisdictions.record.proposing.reverts import revert_change, revert_fact
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.packages import everything
from tests.people import acting, make_person
from tests.record.wishing import (
    CHRON,
    COOK,
    KANE,
    LATER,
    LETTER,
    LIST,
    NOON,
    PROGRAM,
    corrected,
    disputed,
    proposed,
    retracted,
    rows_of_every_table,
    step,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
BY_HAND = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}


@pytest.fixture
def reviewer():
    return acting(make_person("reviewer", "US", name="Rosa"))


@pytest.fixture
def author():
    return acting(make_person("contributor", "US", name="Ines"))


def accepted(author, reviewer, *wishes) -> int:
    number = proposed(author, *wishes)
    done = accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER)
    return done.change_id


def undone(by, change: int, reason: str = "A mistake."):
    return revert_change(program=PROGRAM, change=change, reason=reason, by=by, at=LATER)


def fact_undone(by, name: str = KANE, to: int | None = None, **told):
    asked = {"program": PROGRAM, "reason": "A mistake.", "by": by, "at": LATER, **told}
    return revert_fact(name=name, to_change=to, **asked)


def kane() -> Activation:
    return Activation.objects.current().get(geoid="17089")


def told(rows: dict[str, list[dict[str, object]]]) -> dict[str, list[str]]:
    """Everything, whatever its order and the edition that it came with."""
    return {
        kind: sorted(str({k: v for k, v in row.items() if k != "first_edition"}) for row in found)
        for kind, found in rows.items()
    }


def test_a_revert_is_previewed_as_it_would_be_published(author, reviewer) -> None:
    change = accepted(
        author,
        reviewer,
        step(),
        corrected(KANE),
        retracted("local_measure:cook-county-2011-09-detainer-limit"),
        disputed(COOK),
    )
    before = rows_of_every_table()
    told = {"program": PROGRAM, "by": reviewer, "at": LATER}
    effect = preview_revert_change(**told, change=change)
    assert dict(effect.outcomes) == {
        "opt_out:kane-2010:1": Outcome.RETRACTED,
        KANE: Outcome.CORRECTED,
        "local_measure:cook-county-2011-09-detainer-limit": Outcome.CREATED,
        COOK: Outcome.CORRECTED,
    }
    assert rows_of_every_table() == before
    edition = undone(reviewer, change).edition
    changed = Span.objects.filter(Q(first_edition=edition) | Q(last_edition=edition - 1))
    assert {one.geoid for one in effect.places} == set(changed.values_list("geoid", flat=True))
    assert effect.spans_changed == changed.count()


def test_the_preview_of_one_fact_tells_where_it_would_stand(author, reviewer) -> None:
    accepted(author, reviewer, corrected(KANE))
    told = {"program": PROGRAM, "by": reviewer, "at": LATER}
    effect = preview_revert_fact(**told, name=KANE, to_change=1)
    assert effect.outcomes == ((KANE, Outcome.CORRECTED),)
    assert [one.geoid for one in effect.places] == ["17089"]
    accepted(author, reviewer, corrected("source:ilchron", title="C"))
    shown = preview_revert_fact(**told, name="source:ilchron", to_change=1)
    assert (shown.outcomes, shown.places) == ((("source:ilchron", Outcome.CORRECTED),), ())


def test_the_preview_of_a_revert_that_cannot_be_says_why(author, reviewer) -> None:
    change = accepted(author, reviewer, LETTER)
    accepted(author, reviewer, step(source="kane-letter"))
    told = {"program": PROGRAM, "at": LATER, "change": change}
    effect = preview_revert_change(**told, by=reviewer)
    assert effect.outcomes == (("source:kane-letter", Outcome.REJECTED),)
    assert [str(fault) for fault in effect.faults] == [
        "sources.csv: 'source:kane-letter' is needed by opt_out:kane-2010:1"
    ]
    with pytest.raises(NotAllowed):
        preview_revert_change(**told, by=acting(make_person("reviewer", "48")))
    correct_fact(name="source:kane-letter", cells={"title": "K"}, **BY_HAND)
    with pytest.raises(Conflict):
        preview_revert_change(**told, by=reviewer)


def test_a_reverted_change_leaves_the_record_as_it_was(author, reviewer) -> None:
    before = everything()
    change = accepted(
        author,
        reviewer,
        LETTER,
        step(1, source="kane-letter"),
        step(2, step="refused", on="2010-08"),
        corrected(COOK, activated_on="2012-01-22", source=CHRON, note="By fax."),
        corrected("opt_out:illinois-2011:1", geoid="17089"),
        retracted("local_measure:kane-county-2011-05-statement"),
        disputed(KANE),
        corrected("policy_event:napolitano-lofgren-letter", on="2010-09-08"),
    )
    assert everything() != before
    done = undone(reviewer, change)
    assert set(done.facts) == {
        "source:kane-letter",
        "opt_out:kane-2010:1",
        "opt_out:kane-2010:2",
        COOK,
        KANE,
        "opt_out:illinois-2011:1",
        "local_measure:kane-county-2011-05-statement",
        "policy_event:napolitano-lofgren-letter",
    }
    assert told(everything()) == told(before)
    assert done.edition == Edition.objects.latest("number").number == 3


def test_reverting_is_a_change_of_its_own(author, reviewer) -> None:
    change = accepted(author, reviewer, corrected(KANE))
    done = undone(reviewer, change)
    made = Change.objects.get(pk=done.change_id)
    assert (made.made_by, made.account_id) == ("Rosa", reviewer.account_id)
    assert made.reason == f"Reverts change {change}: A mistake."
    assert Activation.objects.filter(geoid="17089").count() == 3
    assert kane().change_id == done.change_id


def test_a_revert_can_be_reverted(author, reviewer) -> None:
    change = accepted(author, reviewer, corrected(KANE), disputed(COOK), step())
    done = undone(reviewer, change)
    assert not OptOutStep.objects.current().filter(thread="kane-2010").exists()
    undone(reviewer, done.change_id)
    assert str(kane().activated_on) == "2010-01-05"
    assert Citation.objects.current().filter(fact__key="17031", contradicts=True).exists()
    assert OptOutStep.objects.current().filter(thread="kane-2010").exists()


def test_adjudications_come_back_too(author, reviewer) -> None:
    accepted(author, reviewer, disputed(KANE))
    told = {"program": PROGRAM, "fact": KANE, "field": "activated_on", "source": CHRON}
    adjudicate(**told, note="The list is newer.", by=reviewer, at=LATER)
    change = accepted(author, reviewer, retracted(KANE))
    undone(reviewer, change)
    against = Citation.objects.current().get(fact__key="17089", contradicts=True)
    assert against.adjudication == "The list is newer."


def test_a_change_whose_facts_were_changed_since_is_not_reverted(author, reviewer) -> None:
    change = accepted(author, reviewer, corrected(KANE), corrected(COOK))
    correct_fact(name=KANE, cells={"note": "By fax."}, **BY_HAND)
    with pytest.raises(Conflict) as conflict:
        undone(reviewer, change)
    assert (conflict.value.kind, conflict.value.facts) == ("stale", (KANE,))
    assert str(kane().activated_on) == "2010-01-05"


def test_a_source_that_others_cite_since_is_not_taken_away(author, reviewer) -> None:
    change = accepted(author, reviewer, LETTER)
    accepted(author, reviewer, step(source="kane-letter"))
    with pytest.raises(Refused, match="'source:kane-letter' is needed by opt_out:kane-2010:1"):
        undone(reviewer, change)
    assert Source.objects.current().filter(key="kane-letter").exists()


def test_a_fact_does_not_come_back_without_its_source_or_its_place(author, reviewer) -> None:
    accepted(author, reviewer, LETTER, step(source="kane-letter"))
    change = accepted(author, reviewer, retracted("opt_out:kane-2010:1"))
    accepted(author, reviewer, retracted("source:kane-letter"))
    with pytest.raises(Refused, match="'source:kane-letter' is needed by opt_out:kane-2010:1"):
        undone(reviewer, change)
    place = {"geoid": "17999", "kind": "county", "name": "New", "parent": "17", "state": "IL"}
    record_fact(kind="jurisdiction", cells=place, **BY_HAND)
    record_fact(kind="activation", cells={"geoid": "17999", "source": LIST}, **BY_HAND)
    change = accepted(author, reviewer, retracted("activation:17999"))
    accepted(author, reviewer, retracted("jurisdiction:17999"))
    with pytest.raises(Refused, match="'jurisdiction:17999' is needed by activation:17999"):
        undone(reviewer, change)


def test_a_reviewer_reverts_in_their_region_only(author, reviewer) -> None:
    change = accepted(author, reviewer, corrected("opt_out:illinois-2011:1", geoid="18"))
    illinois = acting(make_person("reviewer", "17"))
    for by in (illinois, acting(make_person("editor", "US"))):
        with pytest.raises(NotAllowed):
            undone(by, change)
        with pytest.raises(NotAllowed):
            fact_undone(by, "opt_out:illinois-2011:1")
    undone(illinois, accepted(author, reviewer, corrected(KANE)))
    undone(illinois, accepted(author, reviewer, corrected("source:ilchron", title="C")))
    undone(illinois, accepted(author, reviewer, LETTER))


def test_a_reason_is_asked_for_and_a_change_that_there_is(author, reviewer) -> None:
    change = accepted(author, reviewer, corrected(KANE))
    with pytest.raises(Refused, match="may not be blank"):
        undone(reviewer, change, reason=" ")
    with pytest.raises(Refused, match="may not be blank"):
        fact_undone(reviewer, reason="")
    with pytest.raises(Change.DoesNotExist):
        undone(reviewer, 99)


def test_a_change_that_touched_nothing_cannot_be_reverted(reviewer) -> None:
    empty = Change.objects.create(made_at=LATER, made_by="Ben", reason="Nothing.")
    with pytest.raises(Refused, match="Nothing would change"):
        undone(reviewer, empty.pk)


def test_the_latest_change_of_one_fact_is_undone_alone(author, reviewer) -> None:
    accepted(author, reviewer, corrected(KANE), corrected(COOK))
    done = fact_undone(reviewer)
    assert done.facts == (KANE,)
    assert str(kane().activated_on) == "2009-11-24"
    assert str(Activation.objects.current().get(geoid="17031").activated_on) == "2010-01-05"
    made = Change.objects.get(pk=done.change_id)
    assert made.reason == f"Reverts {KANE}: A mistake."


def test_a_fact_goes_back_to_any_version(author, reviewer) -> None:
    first = accepted(author, reviewer, corrected(KANE))
    accepted(author, reviewer, corrected(KANE, activated_on="2010-02", source=CHRON))
    accepted(author, reviewer, retracted(KANE))
    fact_undone(reviewer, to=first)
    assert str(kane().activated_on) == "2010-01-05"
    cited = Citation.objects.current().get(fact__key="17089", fact__kind="activation")
    assert cited.source.key == LIST
    with pytest.raises(Refused, match="Nothing would change"):
        fact_undone(reviewer, to=first)


def test_going_back_to_before_it_was_recorded_retracts_a_fact(author, reviewer) -> None:
    change = accepted(author, reviewer, step())
    fact_undone(reviewer, "opt_out:kane-2010:1", to=change - 1)
    assert not OptOutStep.objects.current().filter(thread="kane-2010").exists()
    assert not Span.objects.filter(reasons__contains="kane-2010", last_edition=None).exists()


def test_a_fact_changed_since_it_was_looked_at_is_shown_again(author, reviewer) -> None:
    seen = accepted(author, reviewer, corrected(KANE))
    accepted(author, reviewer, disputed(KANE))
    with pytest.raises(Conflict) as conflict:
        fact_undone(reviewer, to=1, base=seen)
    assert (conflict.value.kind, conflict.value.facts) == ("stale", (KANE,))


def test_what_was_never_on_record_cannot_be_reverted(reviewer) -> None:
    for name in ("activation:17999", "opinion:1", "source:nobody"):
        with pytest.raises(Refused, match="was never on record"):
            fact_undone(reviewer, name)


def test_a_source_goes_back_for_all_who_cite_it(author, reviewer) -> None:
    accepted(author, reviewer, corrected("source:ilchron", title="Chronology"))
    fact_undone(reviewer, "source:ilchron")
    assert Source.objects.current().get(key="ilchron").title != "Chronology"
