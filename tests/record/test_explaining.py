"""What explains a flag: a reviewer says it; it is a fact with versions like every other."""

from __future__ import annotations

import pytest

from jurisdictions.models import Change, Citation, Explanation
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.explaining import explain
from tests.people import acting, make_person
from tests.record.wishing import LATER, NOON, PROGRAM

pytestmark = pytest.mark.django_db
FELL = "figure-fell-04013-noncriminal-removals-2010-04-2010-07"
WHY = "The July release counts only removals that were final by then."


@pytest.fixture
def reviewer(shipped):
    return acting(make_person("reviewer", "04", name="Noor"))


def explained(by, text: str = WHY, **told):
    asked = {"program": PROGRAM, "flag": FELL, "geoid": "04013", "by": by, "at": NOON, **told}
    return explain(text=text, **asked)


def standing() -> Explanation:
    return Explanation.objects.current().get()


def sources() -> list[str]:
    return [one.source.key for one in Citation.objects.current().filter(fact=standing().fact)]


def test_an_explanation_is_published_at_once_and_changes_no_status(reviewer) -> None:
    published = explained(reviewer, text_es="La de julio cuenta solo las definitivas.")
    assert (published.number, published.new, published.spans_changed) == (2, True, 0)
    assert (standing().summary, standing().fact.name) == (WHY, f"explanation:{FELL}")
    change = Change.objects.latest("pk")
    assert (change.made_by, change.reason) == ("Noor", f"Explained a flag: {WHY}")
    assert sources() == [], "a source may be named and need not be"


@pytest.mark.postgresql
def test_it_is_said_otherwise_with_a_source_and_taken_back_and_every_version_stays(
    reviewer,
) -> None:
    explained(reviewer)
    explained(reviewer, "Another reason.", source="nilc", locator="note 3", at=LATER)
    assert (standing().summary, sources()) == ("Another reason.", ["nilc"])
    explained(reviewer, "Another reason.", source="", at=LATER)
    assert sources() == []
    explained(reviewer, "", at=LATER)
    assert not Explanation.objects.current().exists()
    assert Explanation.objects.count() == 2
    assert Change.objects.latest("pk").reason == "Took the explanation of a flag back."


@pytest.mark.parametrize(
    ("told", "column"),
    [
        ({"text": " "}, "summary"),
        ({"text": "", "text_es": "Solo en español."}, "summary"),
        ({"source": "nobody"}, "source"),
    ],
)
def test_what_cannot_stand_is_refused_whole(reviewer, told: dict[str, str], column: str) -> None:
    with pytest.raises(Refused) as refused:
        explained(reviewer, **told)
    assert [fault.column for fault in refused.value.faults] == [column]
    assert not Explanation.objects.exists()


def test_who_saw_another_explanation_writes_over_none(reviewer) -> None:
    explained(reviewer, base=0)
    with pytest.raises(Conflict):
        explained(reviewer, "Mine.", base=0)
    with pytest.raises(Refused, match="Nothing would change"):
        explained(reviewer)


@pytest.mark.parametrize(("role", "region"), [("editor", "04"), ("reviewer", "06")])
def test_only_a_reviewer_of_the_region_explains(shipped, role: str, region: str) -> None:
    with pytest.raises(NotAllowed):
        explained(acting(make_person(role, region)))
