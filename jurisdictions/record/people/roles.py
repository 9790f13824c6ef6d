"""Give and end roles; the tracker is never left without an administrator."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Person, Role
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import ADMINISTRATOR, Actor
from jurisdictions.record.people.regions import demand_people, faults_of_role
from jurisdictions.status.geoids import NATION


class LastAdministrator(Exception):
    """Without this person nobody could invite people, give roles or let anybody in again."""


@transaction.atomic
def give_role(*, person: int, role: str, geoid: str, by: Actor, at: datetime) -> int:
    """Give a role in a region; answers its id. A role that is held already stays as it is.

    Raises NotAllowed, Refused.
    """
    demand_people(by, [geoid])
    if faults := faults_of_role(role, geoid):
        raise Refused(faults)
    found = Person.objects.select_for_update().get(pk=person)
    if found.left_at is not None:
        raise Refused([Fault("", 0, "", found.name, _("has left and can hold no role."))])
    held, _made = Role.objects.get_or_create(
        person=found,
        role=role,
        geoid=geoid,
        ended_at=None,
        defaults={"given_at": at, "given_by": by.name},
    )
    return held.pk


@transaction.atomic
def end_role(*, role: int, by: Actor, at: datetime) -> None:
    """End a role; one that has ended stays ended. Raises NotAllowed, LastAdministrator."""
    administrators = administrators_locked()
    found = Role.objects.select_for_update().get(pk=role)
    demand_people(by, [found.geoid])
    if found.ended_at is not None:
        return
    administers = found.role == ADMINISTRATOR and found.geoid == NATION
    if administers and administrators == {found.person_id}:
        raise LastAdministrator
    found.ended_at, found.ended_by = at, by.name
    found.save(update_fields=["ended_at", "ended_by"])


def administrators_locked() -> frozenset[int]:
    """Ids of the people who administer the whole tracker now.

    Taken first by whoever may end one of them, so that two of them cannot end each other.
    """
    held = Role.objects.select_for_update().filter(role=ADMINISTRATOR, geoid=NATION, ended_at=None)
    people = [role.person_id for role in held.order_by("pk")]
    acting = Person.objects.filter(pk__in=people, suspended_at=None, account__isnull=False)
    return frozenset(acting.values_list("pk", flat=True))
