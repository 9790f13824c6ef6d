"""The documented shapes of calls that propose and of their answers."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.api.shapes import Problem
from jurisdictions.api.writing.bodies import ACTIONS
from jurisdictions.record.sending import MOST_WISHES

STATUSES = ("open", "asked", "accepted", "rejected", "withdrawn")
OUTCOMES = ("created", "corrected", "unchanged", "retracted", "rejected")


class WishSent(s.Serializer[Any]):
    """What is to be done to one fact."""

    action = s.ChoiceField(choices=ACTIONS)
    kind = s.CharField(
        required=False, help_text=_("The kind of a new fact, as in /api/v1/facts/<kind>/.")
    )
    fact = s.CharField(
        required=False,
        help_text=_("The public name of a fact on record, such as activation:17031."),
    )
    cells = s.DictField(
        child=s.CharField(allow_blank=True),
        required=False,
        help_text=_(
            "Texts by column, as in the file of the kind: all of a new fact, of one on record"
            " those that change. Keys of new facts are made where they are left out. To contradict:"
            " field, said, source, locator, note."
        ),
    )
    base = s.IntegerField(
        required=False,
        allow_null=True,
        min_value=1,
        max_value=2**63 - 1,
        help_text=_(
            "The change after which you saw the fact: one that was changed since is refused."
        ),
    )


class ProposalSent(s.Serializer[Any]):
    """A proposal to be made."""

    program = s.CharField(required=False, help_text=_("The program’s slug; the default one."))
    title = s.CharField(max_length=200)
    reason = s.CharField(help_text=_("Stays in the public history of the facts."))
    wishes = s.ListField(child=WishSent(), min_length=1, max_length=MOST_WISHES)
    dry_run = s.BooleanField(
        required=False, help_text=_("Only check it, and tell what accepting it would change.")
    )


class WishOfProposal(s.Serializer[Any]):
    """A wish as the proposal holds it."""

    action = s.ChoiceField(choices=ACTIONS)
    kind = s.CharField()
    fact = s.CharField()


class ProposalTold(s.Serializer[Any]):
    """A proposal, and what became of it."""

    proposal = s.IntegerField()
    program = s.CharField()
    region = s.CharField(help_text=_("The smallest region that holds all places concerned."))
    title = s.CharField()
    reason = s.CharField()
    status = s.ChoiceField(choices=STATUSES)
    revision = s.IntegerField()
    edited = s.BooleanField(help_text=_("Whether the reviewer changed it before accepting."))
    made_at = s.CharField()
    question = s.CharField(help_text=_("What a reviewer asked, while it waits for an answer."))
    decided_at = s.CharField(allow_null=True)
    decided_by = s.CharField()
    decision = s.CharField(help_text=_("The reviewer’s reason."))
    change = s.IntegerField(allow_null=True)
    edition = s.IntegerField(allow_null=True, help_text=_("The edition that first holds it."))
    wishes = WishOfProposal(many=True)
    page = s.CharField()


class ProposalsTold(s.Serializer[Any]):
    """One's own proposals, the newest first."""

    count = s.IntegerField()
    next = s.CharField(allow_null=True)
    results = ProposalTold(many=True)


class WishTried(s.Serializer[Any]):
    """What would become of a wish."""

    wish = s.IntegerField()
    fact = s.CharField()
    outcome = s.ChoiceField(choices=OUTCOMES)


class PlaceTried(s.Serializer[Any]):
    """A place whose statuses or dimensions would be others."""

    geoid = s.CharField()
    name = s.CharField()
    changed_from = s.CharField(allow_null=True)
    other_status = s.BooleanField()
    status_before = s.CharField(allow_null=True)
    status_after = s.CharField(allow_null=True)


class CautionTold(s.Serializer[Any]):
    """What to look at again; nothing is refused for it."""

    wish = s.IntegerField(allow_null=True)
    fact = s.CharField()
    field = s.CharField()
    reason = s.CharField()


class Tried(s.Serializer[Any]):
    """What would come of a proposal that was only tried."""

    dry_run = s.BooleanField()
    region = s.CharField()
    wishes = WishTried(many=True)
    places = PlaceTried(many=True)
    spans_changed = s.IntegerField()
    cautions = CautionTold(many=True)


class FaultTold(s.Serializer[Any]):
    """One thing that is wrong."""

    wish = s.IntegerField(
        allow_null=True, help_text=_("The number of the wish, from 1; null for the whole.")
    )
    field = s.CharField()
    value = s.CharField()
    reason = s.CharField()


class Refusal(Problem):
    """Why nothing was proposed."""

    faults = FaultTold(many=True)
