"""Why the recorded value stands although a source says otherwise: a reviewer's note."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Program
from jurisdictions.models.standing import standing_facts
from jurisdictions.publish.editions import Published
from jurisdictions.record.changing.concerned import demand_everywhere, region_of_fact
from jurisdictions.record.changing.disputes import standing_by_name, with_what_stands
from jurisdictions.record.changing.facts import the_plan
from jurisdictions.record.changing.moments import lock_record, open_change
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.wishes import CONTRADICT, WishDraft
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.kinds import CONTRADICTIONS_FILE
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.public_words import tidy

DOOR = "facts.adjudicate"


@transaction.atomic
def adjudicate(
    *,
    program: str,
    fact: str,
    field: str,
    source: str,
    note: str,
    note_es: str = "",
    by: Actor,
    at: datetime,
    reason: str = "",
) -> Published:
    """Say why the record stands against a source, or with a blank note take that back.

    The note is kept with the contradiction and published. Raises NotAllowed; Refused when there is
    no such contradiction on record.
    """
    lock_record()
    found = Program.objects.get(slug=program)
    standing = standing_facts(found.pk, [fact]).get(fact)
    if standing is None:
        raise Refused([Fault(CONTRADICTIONS_FILE, 0, "fact", fact, _("is not on record"))])
    demand_everywhere(by, DOOR, [region_of_fact(fact, standing.place)])
    before = standing_by_name(found, [fact]).get((fact, field, source))
    if before is None:
        why = _("does not contradict the record on this")
        raise Refused([Fault(CONTRADICTIONS_FILE, 0, "source", source, why)])
    said = {"field": field, "said": before.said, "source": source}
    told = {"adjudication": tidy(note), "adjudication_es": tidy(note_es)}
    cells = {**with_what_stands(said, before, erase=False), **told}
    plan = the_plan(found, WishDraft(CONTRADICT, standing.kind, fact, cells), at)
    why = tidy(reason) or _("Adjudicated a contradiction: %(note)s") % {"note": tidy(note)}
    moment = open_change(by=by.name, reason=why, at=at, account_id=by.account_id)
    write_plans([plan], found, moment)
    return publish_change(program=program, by=by.name, reason=why, at=at)
