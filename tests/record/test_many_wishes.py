"""Thousands of wishes: as many queries as for a few, but for what one statement can hold."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jurisdictions.models import Activation, Jurisdiction
from jurisdictions.record.proposing.preview import preview
from jurisdictions.record.proposing.proposals import WishDraft
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.people import acting, make_person
from tests.record.wishing import LATER, LIST, NOON, PROGRAM, corrected, disputed, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
STATEMENTS_MORE = 60
"""What SQLite needs more for ten times the rows: at most 999 values go into one statement."""


def wishes(count: int, metric: str) -> list[WishDraft]:
    """New figures, corrected activations and contradictions, of so many places each."""
    places = Jurisdiction.objects.exclude(geoid="US").values_list("geoid", flat=True)[:count]
    active = Activation.objects.current().values_list("geoid", flat=True)[:count]
    figures = [
        WishDraft(
            "record",
            "reported_figure",
            cells={
                "geoid": geoid,
                "metric": metric,
                "as_of": "2012",
                "value": "7",
                "source": LIST,
            },
        )
        for geoid in places
    ]
    named = [f"activation:{geoid}" for geoid in active]
    corrections = [corrected(name, note=metric) for name in named]
    return [*figures, *corrections, *(disputed(name, note=metric) for name in named)]


@pytest.mark.parametrize("what", ["propose", "accept", "preview"])
def test_ten_times_the_wishes_cost_no_query_each(what: str) -> None:
    author, reviewer = (acting(make_person(role, "US")) for role in ("contributor", "reviewer"))
    spent = []
    for count, metric in ((20, "few"), (200, "many")):
        asked = wishes(count, metric)
        with CaptureQueriesContext(connection) as proposing:
            number = proposed(author, *asked)
        with CaptureQueriesContext(connection) as trying:
            preview(program=PROGRAM, wishes=asked, at=NOON)
        with CaptureQueriesContext(connection) as accepting:
            accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER)
        spent.append({"propose": proposing, "preview": trying, "accept": accepting}[what])
    few, many = (len(one) for one in spent)
    assert many <= few + STATEMENTS_MORE
