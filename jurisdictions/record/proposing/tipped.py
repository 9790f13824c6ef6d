"""Proposals that answer what the public had said: a tip ends with the last of them."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from jurisdictions.models import Proposal, ProposalStatus, Tip, TipStatus
from jurisdictions.models.proposal import DECIDED
from jurisdictions.record.people.permissions import Actor, demand

DOOR = "tips.answer"


def tip_answered(tip: int | None, program: str, by: Actor) -> int | None:
    """The tip that a proposal of theirs is to answer; None for none of the program.

    Raises NotAllowed for who may not answer it.
    """
    found = Tip.objects.filter(pk=tip, program__slug=program).first() if tip else None
    if found is None:
        return None
    demand(by, DOOR, found.geoid)
    return int(found.pk)


def end_tip_of(proposal: Proposal, by: Actor, at: datetime) -> None:
    """End the tip that a proposal answers, now that it is decided; the note is public.

    While another proposal answers it too it waits; whoever ended it by hand has had the last word.
    """
    if proposal.tip_id is None:
        return
    tip = Tip.objects.select_for_update().get(pk=proposal.tip_id)
    answers = Proposal.objects.filter(tip=tip)
    if tip.status != TipStatus.WAITING or answers.exclude(status__in=DECIDED).exists():
        return
    changed = answers.filter(status=ProposalStatus.ACCEPTED).exists()
    tip.status = TipStatus.ANSWERED if changed else TipStatus.CLOSED
    tip.note, tip.note_es = (_note(language, changed=changed) for language in ("en", "es"))
    tip.ended_at, tip.ended_by_id = at, by.person_id
    tip.save()


def _note(language: str, *, changed: bool) -> str:
    with override(language):
        if changed:
            return _("This was looked into, and the record was changed.")
        return _("This was looked into. The record stays as it is.")
