"""Who is on a proposal, so that two reviewers do not look at the same one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.proposal import Proposal


class Claim(models.Model):
    """A reviewer's "I am on it": until a moment, after which it stands for nothing.

    There is one a proposal at most; it goes when the proposal is decided. `taken_from` is whom it
    was taken over from.
    """

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="claim")
    person = models.ForeignKey(Person, models.CASCADE, related_name="claims")
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"))
    taken_from = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["proposal"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="claim_lapses"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.proposal_id}"
