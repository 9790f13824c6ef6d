"""Two sources that are one: what rests on the one rests on the other, and the one is retracted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import (
    AgencyAgreement,
    Citation,
    Jurisdiction,
    Program,
    Source,
    SourceFile,
    Watch,
    Wish,
)
from jurisdictions.models.proposal import DECIDED
from jurisdictions.models.standing import standing_facts
from jurisdictions.publish.editions import Published
from jurisdictions.record.changing.concerned import demand_everywhere, places_citing, region_of
from jurisdictions.record.changing.moments import Moment, lock_record, open_change
from jurisdictions.record.changing.moving_citations import move_citations
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.wishes import CORRECT, RECORD, RETRACT, WishDraft
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.proposals import require
from jurisdictions.status.kinds import FactKind

DOOR = "sources.unite"
CELLS = ("source", "ending_source", "validity_source")
"""The cells of facts that name a source by its key."""


@transaction.atomic
def unite_sources(
    *, program: str, gone: str, stays: str, reason: str, by: Actor, at: datetime
) -> Published:
    """Let everything that rests on one source rest on another, and publish; nothing is overwritten.

    For reviewers of every place where either is cited. What names the source in another way (an
    end of an agreement, a date of a place, a figure, whose name holds its source) follows, and so
    do its files, watches, and the wishes of open proposals. Raises NotAllowed, Refused.
    """
    lock_record()
    cited = places_citing([gone, stays])
    places = {place for each in cited.values() for place in each}
    demand_everywhere(by, DOOR, places or [region_of((), by)])
    require(reason=reason)
    on_record = set(
        Source.objects.current().filter(key__in=[gone, stays]).values_list("key", flat=True)
    )
    if gone == stays or on_record != {gone, stays}:
        raise Refused([Fault("", 0, "source", "", _("Both sources have to be on record."))])
    moment = open_change(by=by.name, reason=reason, at=at, account_id=by.account_id)
    for one in Program.objects.order_by("pk"):
        _write(one, list(_naming(one, gone, stays)), moment)
    move_citations(gone, stays, moment)
    _write(Program.objects.get(slug=program), [WishDraft(RETRACT, "", f"source:{gone}")], moment)
    _follow(gone, stays)
    return publish_change(program=program, by=by.name, reason=reason, at=at)


def _write(program: Program, wishes: list[WishDraft], moment: Moment) -> None:
    if not wishes:
        return
    plans = plan_wishes(program, wishes, moment.at)
    if plans.faults:
        raise Refused(list(plans.faults))
    write_plans(plans.made, program, moment)


def _naming(program: Program, gone: str, stays: str) -> Iterator[WishDraft]:
    """Facts of a program that name the source in a cell of their own, or in their key."""
    ends = AgencyAgreement.objects.current().filter(fact__program=program, ending_source=gone)
    names = [
        f"{FactKind.AGENCY_AGREEMENT}:{key}" for key in ends.values_list("fact__key", flat=True)
    ]
    for name, standing in standing_facts(program.pk, names).items():
        # A changed cell names what says it: what the agreement cites, which moves with the others.
        cells = {"ending_source": stays, "source": standing.cells["source"]}
        yield WishDraft(CORRECT, "", name, cells)
    if program == Program.objects.order_by("pk").first():
        dated = Jurisdiction.objects.current().filter(validity_source=gone)
        for geoid in dated.values_list("geoid", flat=True):
            yield WishDraft(CORRECT, "", f"jurisdiction:{geoid}", {"validity_source": stays})
    yield from _figures(program, gone, stays)


def _figures(program: Program, gone: str, stays: str) -> Iterator[WishDraft]:
    """The source is part of what a figure is called: it is recorded anew under the other."""
    kind = FactKind.REPORTED_FIGURE.value
    cited = Citation.objects.current().filter(
        source__key=gone, contradicts=False, fact__kind=kind, fact__program=program
    )
    names = [f"{kind}:{key}" for key in cited.values_list("fact__key", flat=True)]
    there = {name: f"{name.rpartition(':')[0]}:{stays}" for name in names}
    taken = standing_facts(program.pk, there.values())
    for name, standing in standing_facts(program.pk, names).items():
        yield WishDraft(RETRACT, "", name)
        if there[name] not in taken:
            yield WishDraft(RECORD, kind, cells={**standing.cells, "source": stays})


def _follow(gone: str, stays: str) -> None:
    """What is no fact follows as well: files, watches, and what open proposals wish."""
    SourceFile.objects.filter(source=gone).update(source=stays)
    Watch.objects.filter(source=gone).update(source=stays)
    for cell in CELLS:
        waiting = Wish.objects.exclude(proposal__status__in=DECIDED).filter(
            **{f"cells__{cell}": gone}
        )
        for wish in waiting:
            wish.cells = {**wish.cells, cell: stays}
            wish.save(update_fields=["cells"])
