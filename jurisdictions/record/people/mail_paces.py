"""How often people want mail: chosen by kind, everywhere or in a region."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Jurisdiction, MailKind, MailPace, Pace, Person
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.jobs.mails import gather_anew
from jurisdictions.record.people.permissions import Actor
from jurisdictions.status.geoids import NATION

MOST = 100
"""Choices that somebody may make."""


@transaction.atomic
def choose_paces(*, paces: Mapping[str, str], geoid: str, by: Actor, at: datetime) -> None:
    """Choose the pace of kinds in a region, also for what is not yet sent. Raises Refused."""
    # One at a time: two that are sent at once are counted.
    Person.objects.select_for_update().get(pk=by.person_id)
    own = MailPace.objects.filter(person_id=by.person_id)
    known = Jurisdiction.objects.current().filter(geoid=geoid)
    if geoid != NATION and not known.exists():
        said = _("There is no such place on record.")
        raise Refused([Fault("", 0, "region", geoid, said)])
    for kind, pace in paces.items():
        if kind not in MailKind.values or pace not in Pace.values:
            raise Refused([Fault("", 0, kind, pace, _("There is no such choice."))])
        own.update_or_create(
            person_id=by.person_id, kind=kind, geoid=geoid, defaults={"pace": pace}
        )
    if own.count() > MOST:
        said = _("There are too many: delete one first.")
        raise Refused([Fault("", 0, "region", geoid, said)])
    gather_anew(person=by.person_id, at=at)


@transaction.atomic
def forget_pace(*, pace: int, by: Actor, at: datetime) -> None:
    """Take back a choice of one's own; another's stays."""
    Person.objects.select_for_update().get(pk=by.person_id)
    MailPace.objects.filter(pk=pace, person_id=by.person_id).delete()
    gather_anew(person=by.person_id, at=at)
