"""A queue of hundreds costs no more queries than one of a few."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jurisdictions.models import Activation, Claim, KeptEffect, Person, Program, Proposal, Wish
from tests.people import make_person, sign_in
from tests.record.wishing import PROGRAM

pytestmark = pytest.mark.usefixtures("shipped")
QUEUE = "/secure-communities/desk/proposals/"


def fill(author: Person, reviewer: Person, many: int) -> None:
    """So many open proposals, each with an effect, every third with somebody on it."""
    at, program = timezone.now(), Program.objects.get(slug=PROGRAM)
    geoids = Activation.objects.current().order_by("geoid").values_list("geoid", flat=True)[:many]
    told = {"program": program, "made_by": author, "made_at": at, "reason": "A log."}
    made = Proposal.objects.bulk_create(
        [Proposal(geoid=geoid, title=f"Correction {geoid}", **told) for geoid in geoids]
    )
    Wish.objects.bulk_create(
        Wish(
            proposal=one,
            position=0,
            action="correct",
            kind="activation",
            name=f"activation:{one.geoid}",
            geoid=one.geoid,
            cells={"activated_on": "2010-01-05"},
            day="2010-01-05",
        )
        for one in made
    )
    words = {"before": "not-activated", "after": "active-under-agreement", "day": "2010-01-05"}
    KeptEffect.objects.bulk_create(
        KeptEffect(proposal=one, revision=1, seen=10**6, places=2, geoid=one.geoid, **words)
        for one in made
    )
    later = at + timedelta(hours=1)
    Claim.objects.bulk_create(
        Claim(proposal=one, person=reviewer, since=at, until=later) for one in made[::3]
    )


def queries(client: Client, query: dict[str, str]) -> int:
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(QUEUE, query)
    assert answer.status_code == 200
    assert "→ Active under an agreement, from January 5, 2010; 1 more place." in answer.text
    return len(seen)


@pytest.mark.parametrize("query", [{}, {"of": "all", "conflict": ""}, {"q": "Correction"}])
def test_a_queue_of_hundreds_takes_as_many_queries_as_one_of_three(
    client: Client, query: dict[str, str]
) -> None:
    author, reviewer = make_person("contributor", "US"), make_person("reviewer", "US")
    sign_in(client, reviewer)
    fill(author, reviewer, 3)
    client.get(QUEUE, query)
    few = queries(client, query)
    Proposal.objects.all().delete()
    fill(author, reviewer, 500)
    assert queries(client, query) == few <= 30
