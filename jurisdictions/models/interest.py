"""What somebody who keeps the record watches: a place, a fact or a proposal."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.program import Program


class InterestSort(models.TextChoices):
    """What is watched."""

    PLACE = "place", _("Place")
    FACT = "fact", _("Fact")
    PROPOSAL = "proposal", _("Proposal")


class Interest(models.Model):
    """One watched thing; `key` is a geoid, the name of a fact, or the number of a proposal.

    `told` is the latest change of the record that was looked at for it.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="interests")
    program = models.ForeignKey(Program, models.CASCADE, related_name="+")
    sort = models.CharField(_("sort"), max_length=10, choices=InterestSort)
    key = models.CharField(_("key"), max_length=230)
    told = models.PositiveBigIntegerField(_("told up to change"), default=0)

    class Meta:
        verbose_name = _("watched thing")
        verbose_name_plural = _("watched things")
        ordering = ["sort", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "program", "sort", "key"], name="interest_once"
            ),
            models.CheckConstraint(
                condition=Q(sort__in=InterestSort.values) & ~Q(key=""), name="interest_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sort} {self.key}"
