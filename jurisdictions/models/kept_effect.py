"""What accepting an open proposal would change, worked out ahead for the line of the queue."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.proposal import Proposal


class KeptEffect(models.Model):
    """The effect of a `revision` of a proposal on the record as it stood after the change `seen`.

    `places` is how many places would have another status on some days. One of them is told:
    `geoid`, from `day` on (EDTF, "" from the beginning), `before` and `after` as words of the
    program's vocabulary, "" where it is not on record. `faults`: wishes that are refused as the
    record stands. `stale`: facts were changed since the author saw them.
    """

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="effect")
    revision = models.PositiveSmallIntegerField(_("revision"))
    seen = models.BigIntegerField(_("latest change"))
    places = models.PositiveIntegerField(_("places"), default=0)
    geoid = models.CharField(_("geoid"), max_length=5, blank=True)
    day = models.CharField(_("day"), max_length=40, blank=True)
    before = models.CharField(_("before"), max_length=60, blank=True)
    after = models.CharField(_("after"), max_length=60, blank=True)
    faults = models.PositiveIntegerField(_("faults"), default=0)
    stale = models.BooleanField(_("stale"), default=False)

    class Meta:
        verbose_name = _("kept effect")
        verbose_name_plural = _("kept effects")
        ordering = ["proposal"]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.places}"
