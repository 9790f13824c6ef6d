"""Watch a place, a fact or a proposal, and watch it no longer."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from jurisdictions.models import Change, Fact, Interest, Jurisdiction, Person, Program, Proposal
from jurisdictions.models.interest import InterestSort
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.status.geoids import NATION

MOST = 200
"""What somebody may watch."""


@transaction.atomic
def watch_it(*, program: str, sort: str, key: str, by: Actor) -> None:
    """Watch something from now on; twice is once. Raises Refused for what one cannot see."""
    # One at a time: two that are sent at once are counted.
    Person.objects.select_for_update().get(pk=by.person_id)
    if not can_watch(program, sort, key, by):
        raise Refused([Fault("", 0, "", key, _("There is nothing of that name to watch."))])
    own = Interest.objects.filter(person_id=by.person_id)
    if own.count() >= MOST:
        raise Refused([Fault("", 0, "", key, _("There are too many: delete one first."))])
    latest = Change.objects.aggregate(latest=Max("pk"))["latest"] or 0
    own.get_or_create(
        person_id=by.person_id,
        program=Program.objects.get(slug=program),
        sort=sort,
        key=key,
        defaults={"told": latest},
    )


def can_watch(program: str, sort: str, key: str, by: Actor) -> bool:
    """Whether there is such a thing, and somebody may see it."""
    if sort == InterestSort.PLACE:
        places = Jurisdiction.objects.current().exclude(geoid=NATION)
        return places.filter(geoid=key).exists()
    if sort == InterestSort.FACT:
        kind, _colon, own_key = key.partition(":")
        facts = Fact.objects.filter(Q(program__slug=program) | Q(program=None))
        return facts.filter(kind=kind, key=own_key).exists()
    if sort != InterestSort.PROPOSAL or not key.isdecimal() or len(key) > 9:
        return False
    found = Proposal.objects.filter(pk=int(key), program__slug=program).first()
    return found is not None and may(by, "proposals.read", found.geoid, found.made_by_id)


def stop_watching(*, interest: int, by: Actor) -> None:
    """Watch something of one's own no longer; another's stays."""
    Interest.objects.filter(pk=interest, person_id=by.person_id).delete()


def watchers_of(proposal: int) -> frozenset[int]:
    """Who watches a proposal."""
    rows = Interest.objects.filter(sort=InterestSort.PROPOSAL, key=str(proposal))
    return frozenset(rows.values_list("person_id", flat=True))
