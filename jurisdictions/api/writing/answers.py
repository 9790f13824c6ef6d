"""What a call that proposes is answered."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from jurisdictions.api.links import full_address
from jurisdictions.read.keeping.sent_proposals import SentProposal
from jurisdictions.read.program_addresses import in_program
from jurisdictions.record.proposing.preview import PlaceEffect
from jurisdictions.record.sending import Tried

Answer = dict[str, Any]


def proposal_answer(request: HttpRequest, row: SentProposal) -> Answer:
    """A proposal and what became of it."""
    with in_program(row.program):
        page = reverse("proposal", kwargs={"proposal": row.proposal_id})
    return {
        "proposal": row.proposal_id,
        "program": row.program,
        "region": row.geoid,
        "title": row.title,
        "reason": row.reason,
        "status": row.status,
        "revision": row.revision,
        "edited": row.edited,
        "made_at": row.made_at.isoformat(timespec="seconds"),
        "question": row.question,
        "decided_at": row.decided_at and row.decided_at.isoformat(timespec="seconds"),
        "decided_by": row.decided_by,
        "decision": row.decision,
        "change": row.change,
        "edition": row.edition,
        "wishes": [
            {"action": one.action, "kind": one.kind, "fact": one.fact} for one in row.wishes
        ],
        "page": full_address(request, page),
    }


def tried_answer(tried: Tried) -> Answer:
    """What would come of it: every wish, every place whose status or dimensions would differ."""
    effect = tried.effect
    return {
        "dry_run": True,
        "region": tried.geoid,
        "wishes": [
            {"wish": number, "fact": fact, "outcome": str(outcome)}
            for number, (fact, outcome) in enumerate(effect.outcomes, start=1)
        ],
        "places": [_place(one) for one in effect.places],
        "spans_changed": effect.spans_changed,
        "cautions": [
            {"wish": one.row or None, "fact": one.fact, "field": one.column, "reason": one.reason}
            for one in effect.cautions
        ],
    }


def _place(one: PlaceEffect) -> Answer:
    before, after = one.statuses
    return {
        "geoid": one.geoid,
        "name": one.name,
        "changed_from": one.changed_from and one.changed_from.isoformat(),
        "other_status": one.other_status,
        "status_before": before and str(before),
        "status_after": after and str(after),
    }
