"""Steps keep the order of time and their names, whatever is put between them."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from jurisdictions.models import AgreementStep, OptOutStep, Proposal, Wish
from jurisdictions.read.keeping.histories import fact_history, place_history
from jurisdictions.read.keeping.history_rows import How
from jurisdictions.record.changing.facts import correct_fact, record_fact, retract_fact
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.proposals import WishDraft
from jurisdictions.record.proposing.reverts import revert_change, revert_fact
from jurisdictions.record.proposing.reviews import Accepted, accept_proposal
from tests.people import acting, make_person
from tests.record.wishing import LATER, LIST, NOON, PROGRAM, corrected, proposed, retracted, step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

migration = import_module("jurisdictions.migrations.0007_step_identity")
FIRST, SECOND = "opt_out:kane-2010:1", "opt_out:kane-2010:2"
ASKED = step(on="2010-07-13")
REFUSED = step(2, step="refused", on="2010-09", by="ICE")
TOLD = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}


@pytest.fixture
def author() -> Actor:
    return acting(make_person("contributor", "17", name="Ines"))


@pytest.fixture
def reviewer() -> Actor:
    return acting(make_person("reviewer", "17", name="Rosa"))


@pytest.fixture
def asked(author: Actor, reviewer: Actor) -> Accepted:
    """A request of two steps on record."""
    return accepted(proposed(author, ASKED, REFUSED), reviewer)


def accepted(number: int, by: Actor, **told: object) -> Accepted:
    asked = {"proposal": number, "revision": 1, "by": by, "at": LATER, **told}
    return accept_proposal(**asked)  # type: ignore[arg-type]


def thread() -> list[tuple[str, str, str]]:
    """The steps in their order: what each is called, what was done, when."""
    steps = OptOutStep.objects.current().filter(thread="kane-2010").order_by("seq")
    return [(one.fact.key.rpartition(":")[2], one.step, str(one.on)) for one in steps]


def inserted(number: str = "1.5", **cells: str) -> WishDraft:
    return step(**{"step": "answered", "on": "2010-08-02", "seq": number, **cells})  # type: ignore[arg-type]


@pytest.mark.parametrize("wish", [step(3, on="2010-08-02"), step(3, on="2009")])
@pytest.mark.usefixtures("asked")
def test_a_new_step_that_came_before_those_above_it_is_refused(
    author: Actor, wish: WishDraft
) -> None:
    with pytest.raises(Refused, match="does not fit between its neighbors") as refused:
        proposed(author, wish)
    assert {fault.column for fault in refused.value.faults} == {"on"}


@pytest.mark.parametrize("on", ["", "2010", "2010-09", "2012"])
@pytest.mark.usefixtures("asked")
def test_a_new_step_that_may_have_come_last_is_taken(author: Actor, on: str) -> None:
    assert proposed(author, step(3, on=on))


def test_steps_of_one_proposal_are_held_against_each_other(author: Actor) -> None:
    with pytest.raises(Refused, match="step 2 is dated 2009"):
        proposed(author, ASKED, step(2, step="refused", on="2009"))


def test_two_steps_of_one_day_stand_in_the_order_of_their_numbers(author: Actor) -> None:
    assert proposed(author, ASKED, step(2, step="refused", on="2010-07-13"))
    assert proposed(author, step(2, step="refused", on="2010-07-13"), ASKED)


@pytest.mark.usefixtures("asked")
def test_a_step_is_not_held_against_one_that_goes_with_it(author: Actor, reviewer: Actor) -> None:
    behind = step(3, step="answered", on="2010-08-02")
    accepted(proposed(author, retracted(SECOND), behind), reviewer)
    assert thread() == [("1", "requested", "2010-07-13"), ("3", "answered", "2010-08-02")]


@pytest.mark.usefixtures("asked")
def test_a_step_may_have_the_number_of_one_that_goes_with_it(
    author: Actor, reviewer: Actor
) -> None:
    instead = step(2, step="answered", on="2010-08-02", step_id="answer")
    accepted(proposed(author, retracted(SECOND), instead), reviewer)
    assert thread() == [("1", "requested", "2010-07-13"), ("answer", "answered", "2010-08-02")]


@pytest.mark.usefixtures("asked")
def test_a_step_between_two_changes_neither(author: Actor, reviewer: Actor) -> None:
    before = set(OptOutStep.objects.values_list("pk", flat=True))
    done = accepted(proposed(author, inserted()), reviewer)
    assert [name for name, _outcome in done.outcomes] == ["opt_out:kane-2010:1.5"]
    assert OptOutStep.objects.exclude(pk__in=before).count() == 1
    assert not OptOutStep.objects.filter(pk__in=before, superseded_at__isnull=False).exists()
    assert thread() == [
        ("1", "requested", "2010-07-13"),
        ("1.5", "answered", "2010-08-02"),
        ("2", "refused", "2010-09"),
    ]


@pytest.mark.usefixtures("asked")
def test_a_step_found_later_still_finds_room_between(author: Actor, reviewer: Actor) -> None:
    accepted(proposed(author, inserted()), reviewer)
    accepted(proposed(author, inserted("1.2", step="inquired", on="2010-07-20")), reviewer)
    assert [name for name, _step, _on in thread()] == ["1", "1.2", "1.5", "2"]


@pytest.mark.usefixtures("asked")
def test_two_steps_never_have_one_number(author: Actor, reviewer: Actor) -> None:
    one = proposed(author, inserted())
    other = proposed(author, inserted(step_id="other", by="Somebody"))
    accepted(one, reviewer)
    with pytest.raises(Refused, match=r"is the number of opt_out:kane-2010:1\.5"):
        accepted(other, reviewer)


@pytest.mark.parametrize("number", ["0", "-1", "1.2.3", "two", "12345", "1,000", "2.1234567"])
def test_what_is_no_number_of_a_step_is_refused(author: Actor, number: str) -> None:
    with pytest.raises(Refused, match="is not the number of a step"):
        proposed(author, inserted(number))


def test_a_comma_parts_a_number_in_spanish(author: Actor) -> None:
    number = proposed(author, inserted("1,5"))
    assert Wish.objects.get(proposal=number).cells["seq"] == "1.5"


@pytest.mark.usefixtures("asked")
def test_a_corrected_day_has_to_fit_too() -> None:
    with pytest.raises(Refused, match="step 2 is dated 2010-09"):
        correct_fact(name=FIRST, cells={"on": "2010-10-01", "source": LIST}, **TOLD)
    correct_fact(name=FIRST, cells={"on": "2010-10-01", "seq": "3", "source": LIST}, **TOLD)
    assert thread() == [("2", "refused", "2010-09"), ("1", "requested", "2010-10-01")]


@pytest.mark.usefixtures("asked")
def test_a_step_that_only_stands_elsewhere_was_moved_not_corrected() -> None:
    correct_fact(name=SECOND, cells={"seq": "5"}, **TOLD)
    history = fact_history(SECOND)
    assert history is not None
    assert [version.how for version in history.versions] == [How.MOVED, How.RECORDED]
    assert [(f.name, f.how) for f in place_history("17089")[0].facts] == [(SECOND, How.MOVED)]
    correct_fact(name=SECOND, cells={"seq": "6", "by": "DHS"}, **TOLD)
    assert place_history("17089")[0].facts[0].how is How.CORRECTED


@pytest.mark.usefixtures("asked")
def test_what_a_step_says_may_be_corrected_where_the_thread_is_out_of_order_already() -> None:
    OptOutStep.objects.filter(fact__key="kane-2010:2").update(on="2009")
    correct_fact(name=SECOND, cells={"by": "DHS"}, **TOLD)
    assert OptOutStep.objects.current().get(fact__key="kane-2010:2").by == "DHS"


@pytest.mark.usefixtures("asked")
def test_a_number_that_may_mean_two_steps_is_asked_about() -> None:
    correct_fact(name=FIRST, cells={"seq": "0.5"}, **TOLD)
    correct_fact(name=SECOND, cells={"seq": "1"}, **TOLD)
    cells = {**step(1).cells, "by": "The board"}
    with pytest.raises(Refused, match="may mean “2” or “1”"):
        record_fact(kind="opt_out", cells=cells, **TOLD)
    with pytest.raises(Refused, match="is on record: correct it"):
        record_fact(kind="opt_out", cells={**cells, "seq": "2"}, **TOLD)


@pytest.mark.usefixtures("asked")
def test_the_name_of_a_step_that_was_retracted_is_not_given_to_another() -> None:
    retract_fact(name=SECOND, **TOLD)
    with pytest.raises(Refused, match="is what a step was called that is retracted"):
        record_fact(kind="opt_out", cells=step(2, step="granted", on="2011").cells, **TOLD)
    new = record_fact(
        kind="opt_out", cells=step(2, step="granted", on="2011", step_id="3").cells, **TOLD
    )
    assert new.name == "opt_out:kane-2010:3"
    again = record_fact(
        kind="opt_out",
        cells=step(step="refused", on="2010-09", step_id="2", seq="1.5").cells,
        **TOLD,
    )
    assert again.name == SECOND


@pytest.mark.usefixtures("asked")
def test_restoring_ends_in_the_same_checks(reviewer: Actor) -> None:
    retract_fact(name=SECOND, **TOLD)
    record_fact(kind="opt_out", cells=step(2, step="granted", on="2011", step_id="3").cells, **TOLD)
    told = {"program": PROGRAM, "reason": "It stood.", "by": reviewer, "at": LATER}
    with pytest.raises(Refused, match="is the number of opt_out:kane-2010:3"):
        revert_fact(name=SECOND, to_change=None, **told)


@pytest.mark.usefixtures("asked")
def test_a_day_that_is_restored_has_to_fit_between_what_was_recorded_since(
    author: Actor, reviewer: Actor
) -> None:
    recorded = OptOutStep.objects.current().get(fact__key="kane-2010:2").change_id
    correct_fact(name=SECOND, cells={"on": "2010-12", "source": LIST}, **TOLD)
    accepted(proposed(author, inserted(on="2010-10-15")), reviewer)
    told = {"program": PROGRAM, "reason": "It stood.", "by": reviewer, "at": LATER}
    with pytest.raises(Refused, match=r"step 1\.5 is dated 2010-10-15"):
        revert_fact(name=SECOND, to_change=recorded, **told)


def test_a_change_is_reverted_whatever_was_put_between_its_steps(
    author: Actor, reviewer: Actor, asked: Accepted
) -> None:
    accepted(proposed(author, inserted()), reviewer)
    told = {"program": PROGRAM, "reason": "No.", "by": reviewer, "at": LATER}
    revert_change(change=asked.change_id, **told)
    assert thread() == [("1.5", "answered", "2010-08-02")]


@pytest.mark.usefixtures("asked")
def test_a_proposal_from_when_steps_took_over_numbers_is_asked_anew(
    author: Actor, reviewer: Actor
) -> None:
    number = proposed(author, corrected(SECOND, by="DHS"), step(3, on="2010-10"))
    newest = Wish.objects.get(proposal=number, action="record")
    newest.cells.pop("step_id")
    newest.save()
    with pytest.raises(Refused, match="took over each other's numbers"):
        accepted(number, reviewer)
    assert Proposal.objects.get(pk=number).status == "open"


def test_every_step_that_ships_is_called_by_the_number_that_it_came_with() -> None:
    for model in (AgreementStep, OptOutStep):
        for one in model.objects.select_related("fact"):
            assert one.fact.key == f"{one.thread}:{one.step_id}"


def test_steps_recorded_before_they_had_names_are_called_as_their_facts_were() -> None:
    correct_fact(name="agreement:il:4", cells={"seq": "9"}, **TOLD)
    expected = set(AgreementStep.objects.values_list("pk", "step_id"))
    AgreementStep.objects.update(step_id="")
    migration.name_steps(apps, connection.schema_editor())
    assert set(AgreementStep.objects.values_list("pk", "step_id")) == expected
