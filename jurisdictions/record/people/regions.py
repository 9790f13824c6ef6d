"""Regions of roles: the nation, or a place on record."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurisdictions.models import Jurisdiction
from jurisdictions.record.faults import Fault
from jurisdictions.record.people.permissions import INCLUDES, Actor, demand
from jurisdictions.status.geoids import NATION

DOOR = "people.administer"


def faults_of_role(role: str, geoid: str) -> list[Fault]:
    """What is wrong with a role in a region."""
    faults = []
    if role not in INCLUDES:
        faults.append(Fault("", 0, "role", role, _("There is no such role.")))
    if geoid != NATION and not Jurisdiction.objects.current().filter(geoid=geoid).exists():
        faults.append(Fault("", 0, "region", geoid, _("There is no such place on record.")))
    return faults


def demand_people(by: Actor, geoids: Iterable[str]) -> None:
    """Raise NotAllowed unless the actor keeps the people of all these regions; of none: of all."""
    for geoid in sorted(set(geoids)) or [NATION]:
        demand(by, DOOR, geoid)
