"""Every fact that stands could be written today: its cells are read as those of a file are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from jurisdictions.models import (
    Agency,
    AgencyAgreement,
    Change,
    Fact,
    Jurisdiction,
    Program,
    Source,
)
from jurisdictions.models.standing import MODELS, standing_facts
from jurisdictions.record.cells import Known
from jurisdictions.record.changing.serving import regions_of_agencies
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.rows import draft_of
from jurisdictions.record.soundness.unsound import Unsound, each, guarded
from jurisdictions.status.kinds import SHARED

LONGEST = 60
"""So many characters of a cell are told."""


def faults_of_facts() -> Iterator[Unsound]:
    """The cells of each fact that stands, and what it is called."""
    asked: set[str] = set()
    for program in Program.objects.order_by("slug"):
        known = _known(program)
        # What all programs share is asked with the first of them.
        kinds = [kind for kind in MODELS if kind not in asked]
        asked.update(SHARED)
        for kind in kinds:
            yield from guarded(f"{program.slug} {kind}", _of_kind(kind, program, known))


def _of_kind(kind: str, program: Program, known: Known) -> Iterator[Unsound]:
    owner = None if kind in SHARED else program
    current = MODELS[kind].objects.filter(superseded_at=None).values("fact")
    facts = Fact.objects.filter(kind=kind, program=owner, pk__in=current)
    names = [f"{kind}:{key}" for key in facts.values_list("key", flat=True)]
    wrong: dict[str, list[str]] = defaultdict(list)
    for name, fact in standing_facts(program.pk, names).items():
        draft, faults = draft_of(KINDS[kind], fact.cells, known)
        if faults:
            wrong[_told(faults[0])].append(name)
        elif draft and draft.key != name.partition(":")[2]:
            wrong[_("is called otherwise by its cells")].append(name)
    for said, found in wrong.items():
        yield from each("fact", found, said)


def _told(fault: Fault) -> str:
    return f"{fault.column} “{fault.value[:LONGEST]}” {fault.reason}"


def _known(program: Program) -> Known:
    """All that cells may refer to: what was ever on record; what stands is asked elsewhere."""
    agencies = dict(Agency.objects.order_by("pk").values_list("agency", "geoid"))
    agreements = AgencyAgreement.objects.filter(fact__program=program).order_by("pk")
    latest = Change.objects.aggregate(at=Max("made_at"))["at"]
    return Known(
        # No fact was written later.
        latest.date() if latest else date.min,
        places=frozenset(Jurisdiction.objects.values_list("geoid", flat=True)),
        sources=frozenset(Source.objects.values_list("key", flat=True)),
        agencies=agencies,
        regions=regions_of_agencies(list(agencies)),
        agreements=dict(agreements.values_list("agreement", "agency")),
        program=program.slug,
    )
