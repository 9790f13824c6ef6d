"""The threads of requests and agreements as they stand: the cells of every step, by its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.conf import settings
from django.db.models import Q

from jurisdictions.models import Fact, Program
from jurisdictions.models.standing import standing_facts

Thread = tuple[str, str]
"""The kind of its steps, and its key."""
Steps = Mapping[str, Mapping[str, str]]


def threads_now(threads: Collection[Thread], program: str = "") -> Mapping[Thread, Steps]:
    """The steps on record of some threads. Two queries, and two for every 500 steps of a kind."""
    if not threads:
        return {}
    owner = Program.objects.get(slug=program or settings.DEFAULT_PROGRAM)
    wanted = Q()
    for kind, thread in threads:
        wanted |= Q(kind=kind, key__startswith=f"{thread}:")
    names = [fact.name for fact in Fact.objects.filter(wanted, program=owner)]
    found: dict[Thread, dict[str, Mapping[str, str]]] = defaultdict(dict)
    for name, standing in standing_facts(owner.pk, names).items():
        kind, thread, _step = name.split(":")
        found[kind, thread][name] = standing.cells
    return found
