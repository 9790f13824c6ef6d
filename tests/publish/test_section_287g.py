"""The facts of 287(g) that ship, published: what ICE counted, and what a change touches."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.db.models import Q

from jurisdictions.models import Change, Program
from jurisdictions.models.edition import Edition, Span
from jurisdictions.publish.derive import load_facts
from jurisdictions.publish.editions import programs_recorded, publish_edition
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.status.geoids import is_county
from jurisdictions.status.programs.section_287g.counts import counted
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
NOW = datetime(2026, 11, 23, tzinfo=UTC)
LATER = datetime(2026, 11, 24, tzinfo=UTC)
LAST_LIST = date(2026, 5, 18)
PUBLISHED: list[tuple[date, int, int]] = [
    (date(2010, 10, 29), 71, 71),
    (date(2017, 8, 1), 60, 60),
    (date(2025, 1, 20), 135, 133),
    (date(2026, 1, 14), 1319, 1096),
    # ICE's list has 1,843: three were signed by then and listed later.
    (LAST_LIST, 1846, 1552),
]


def standing(day: date) -> dict[str, str]:
    """The status of each place on a day."""
    spans = Span.objects.filter(program__slug="287g", last_edition=None)
    spans = spans.filter(Q(start=None) | Q(start__lte=day), Q(end=None) | Q(end__gt=day))
    return dict(spans.values_list("geoid", "standing__status"))


def agreements() -> set[AgencyAgreement]:
    """All agreements on record, as the rule reads them."""
    last = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    loaded = load_facts(Program.objects.get(slug="287g"), last)
    states = [geoid for geoid in loaded.parents if not is_county(geoid)]
    seen = [loaded.seen(geoid) for geoid in states]
    return {one for facts in seen for one in (*facts.local, *facts.state_agencies)}


@pytest.mark.parametrize(("day", "in_force", "agencies"), PUBLISHED)
def test_the_record_gives_what_ice_counted(day: date, in_force: int, agencies: int) -> None:
    assert counted(agreements(), day) == (in_force, agencies)


def test_the_counties_stand_as_counted_on_the_day_of_the_last_list() -> None:
    found = Counter(status for geoid, status in standing(LAST_LIST).items() if is_county(geoid))
    assert found == {
        "task-force": 621,
        "jail-enforcement": 66,
        "warrant-service": 245,
        "state-task-force": 996,
        "forbidden-by-state": 263,
        "ended": 35,
        "none-recorded": 1008,
    }


def test_editions_are_numbered_for_each_program() -> None:
    assert programs_recorded() == ["secure-communities", "287g"]
    numbers = Edition.objects.values_list("program__slug", "number")
    assert sorted(numbers) == [("287g", 1), ("secure-communities", 1)]


def test_nothing_of_it_is_news_to_the_first_program() -> None:
    again = publish_edition(program="secure-communities", by="Ana", reason="", at=LATER)
    assert not again.new


def test_a_change_of_one_agreement_derives_the_county_that_the_agency_serves_and_its_state() -> (
    None
):
    with transaction.atomic():
        done = correct_fact(
            program="287g",
            name="agency_agreement:al-autauga-county-sheriff-office:tfm:2025-09-22",
            cells={"signed_on": "2025-09-21", "source": "rr_lists"},
            by="Ana",
            reason="The text says so",
            at=LATER,
        )
        touched = Span.objects.filter(program__slug="287g", first_edition=2)
        assert set(touched.values_list("geoid", flat=True)) <= {"01001", "01"}
        transaction.set_rollback(True)
    assert (done.published.number, done.published.places) == (2, 2)


def test_a_change_of_an_agency_publishes_the_program_that_tells_of_it_and_no_other() -> None:
    name = "agency:al-autauga-county-sheriff-office"
    with transaction.atomic():
        done = correct_fact(
            program="287g",
            name=name,
            cells={"geoids": "01003", "source": "rr_lists"},
            by="Ana",
            reason="It is another county",
            at=LATER,
        )
        others = Edition.objects.filter(program__slug="secure-communities").count()
        transaction.set_rollback(True)
    assert (done.published.places, others) == (3, 1)


def test_a_change_of_a_place_publishes_both_programs() -> None:
    with transaction.atomic():
        correct_fact(
            program="secure-communities",
            name="jurisdiction:17031",
            cells={"note": "The second most populous."},
            by="Ana",
            reason="To be told",
            at=LATER,
        )
        numbers = set(Edition.objects.values_list("program__slug", "number"))
        transaction.set_rollback(True)
    assert {("287g", 2), ("secure-communities", 2)} <= numbers
