"""The effect of every open proposal, worked out by the worker and kept for the queue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet

from jurisdictions.models import Change, KeptEffect, Proposal, Wish
from jurisdictions.models.proposal import DECIDED
from jurisdictions.models.standing import in_parts
from jurisdictions.publish.changes import Changed, changed_facts
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.proposing.conflicts import stale_names
from jurisdictions.record.proposing.preview import PlaceEffect, effect_of, first_turn
from jurisdictions.record.proposing.reviews import wishes_of
from jurisdictions.record.proposing.trial import trial
from jurisdictions.status.geoids import NATION, state_of

AT_A_TIME = 20
"""Proposals that are tried out in one copy of the record."""
Tell = Callable[[float], None]


def keep_effects(*, at: datetime, tell: Tell = lambda done: None) -> int:
    """Work out the effect of each open proposal that has none, or whose record has moved.

    Nobody waits meanwhile. Answers how many were worked out.
    """
    _confirm_untouched(_latest())
    due = list(due_effects().order_by("pk").values_list("pk", flat=True))
    done = 0
    for part in _parts(due):
        with trial():
            latest = _latest()
            found = [_tried(one, latest, at) for one in _open().filter(pk__in=part).order_by("pk")]
        _store(found)
        done += len(part)
        tell(done / len(due))
    return done


def due_effects() -> QuerySet[Proposal]:
    """The open proposals whose effect is not known, or was worked out before the latest change."""
    known = Q(effect__revision=F("revision"), effect__seen__gte=_latest())
    return _open().exclude(pk__in=Proposal.objects.filter(known).values("pk"))


def _open() -> QuerySet[Proposal]:
    return Proposal.objects.exclude(status__in=DECIDED).select_related("program")


def _latest() -> int:
    return Change.objects.aggregate(latest=Max("pk"))["latest"] or 0


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), AT_A_TIME):
        yield numbers[start : start + AT_A_TIME]


def _tried(proposal: Proposal, latest: int, at: datetime) -> KeptEffect:
    """The effect of one, within a trial; what was written for it is undone."""
    with transaction.atomic():
        wishes = wishes_of(proposal)
        plans = plan_wishes(proposal.program, wishes, at, decided=True)
        stale = bool(stale_names(plans.made))
        effect = effect_of(proposal.program, wishes, plans, at)
        transaction.set_rollback(True)
    changed = [place for place in effect.places if place.other_status]
    kept = KeptEffect(
        proposal=proposal,
        revision=proposal.revision,
        seen=latest,
        places=len(changed),
        faults=len(effect.faults),
        stale=stale,
    )
    if changed:
        _tell_of(kept, min(changed, key=lambda place: (place.geoid != proposal.geoid, place.geoid)))
    return kept


def _tell_of(kept: KeptEffect, place: PlaceEffect) -> None:
    turn = first_turn(place)
    kept.geoid = place.geoid
    if turn is not None:
        kept.day, kept.before, kept.after = turn.day, turn.before, turn.after


def _store(found: Sequence[KeptEffect]) -> None:
    """Keep what was worked out, for those that still wait."""
    columns = ["revision", "seen", "places", "geoid", "day", "before", "after", "faults", "stale"]
    with transaction.atomic():
        waiting = set(
            _open().filter(pk__in=[o.proposal_id for o in found]).values_list("pk", flat=True)
        )
        KeptEffect.objects.bulk_create(
            [one for one in found if one.proposal_id in waiting],
            update_conflicts=True,
            unique_fields=["proposal"],
            update_fields=columns,
        )
        KeptEffect.objects.filter(proposal__status__in=DECIDED).delete()


def _confirm_untouched(latest: int) -> None:
    """Effects that the changes since cannot have touched hold for the latest change too."""
    rows = KeptEffect.objects.filter(seen__lt=latest).order_by("proposal__program", "seen")
    known = rows.values_list("proposal__program", "seen", "proposal", "proposal__geoid")
    for (program, seen), group in groupby(known, key=lambda row: row[:2]):
        changed = changed_facts(program, seen, latest)
        shown = [(number, geoid) for *_of, number, geoid in group]
        for part in in_parts(_untouched(shown, changed)):
            KeptEffect.objects.filter(proposal__in=part, seen=seen).update(seen=latest)


def _untouched(rows: Sequence[tuple[int, str]], changed: Changed) -> list[int]:
    """The proposals in states where nothing changed, and of whose facts none did."""
    if changed.places is None:
        return []
    states = {state_of(place) for place in changed.places}
    elsewhere = [n for n, geoid in rows if geoid != NATION and state_of(geoid) not in states]
    return sorted(set(elsewhere) - _naming(elsewhere, changed.facts))


def _naming(proposals: Collection[int], names: Collection[str]) -> set[int]:
    """Those of the proposals that wish something of facts of these names, or cite them."""
    found: set[int] = set()
    sources = [name.partition(":")[2] for name in names if name.startswith("source:")]
    for part in in_parts(list(proposals)):
        wishes = Wish.objects.of_its_revision().filter(proposal__in=part)
        for number, name, source in wishes.values_list("proposal", "name", "cells__source"):
            if name in names or source in sources:
                found.add(number)
    return found
