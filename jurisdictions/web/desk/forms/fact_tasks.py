"""The form for a fact on record: what it says now, and the change that made it so."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404

from jurisdictions.read.keeping.histories import fact_now, fact_promised
from jurisdictions.read.keeping.promised_sources import all_known, not_on_record
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import sources_by_key
from jurisdictions.record.changing.concerned import region_of_fact
from jurisdictions.record.changing.wishes import CONTRADICT
from jurisdictions.record.kinds import KINDS
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.web.desk.forms.offered import offered_at
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.tasks import near_sources, own_facts, where_text
from jurisdictions.web.desk.forms.typed import whole_number


def fact_task(as_of: AsOf, action: str, name: str, disputed: str = "") -> Task:
    """What is to be done to a fact; 404 for one that is not on record.

    A source may say otherwise on one that is only proposed.
    """
    found = fact_now(name, as_of.program.slug)
    if found is None and action == CONTRADICT:
        found = fact_promised(name, as_of.program.slug)
    if found is None or found.kind not in KINDS:
        raise Http404
    region = region_of_fact(name, found.geoid)
    place = places_of(as_of).get(region)
    known = sources_by_key(as_of)
    near = near_sources(own_facts(as_of, region)) if found.kind != "source" else ()
    return Task(
        action=action,
        kind=found.kind,
        as_of=as_of,
        region=region,
        where=where_text(place),
        place=place if found.kind != "source" else None,
        name=name,
        told=fact_title(found.kind, found.cells),
        now=found.cells,
        base=found.base,
        disputed=disputed,
        known=all_known(known),
        promised=not_on_record(known),
        near=near,
        offered=offered_at(as_of, found.kind, region, known, name),
    )


def with_base(task: Task, base: str) -> Task:
    """The task on the version that the person saw when they opened the form."""
    return replace(task, base=whole_number(base, task.base))
