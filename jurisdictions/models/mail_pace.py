"""How often somebody who keeps the record wants mail of a kind, in a region."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person


class MailKind(models.TextChoices):
    """What mails tell of."""

    PROPOSALS = "proposals", _("Proposals that wait for a decision")
    REMARKS = "remarks", _("Remarks, and where you are named")
    MINE = "mine", _("Decisions and questions about your proposals")
    TIPS = "tips", _("Tips and replies")
    WATCHED = "watched", _("Your watch list")


class Pace(models.TextChoices):
    """When a mail comes."""

    AT_ONCE = "at_once", _("at once")
    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")


class MailPace(models.Model):
    """The pace of a kind in a region and all within; the smallest region decides.

    `geoid` is that of the nation for everywhere. What no row tells of comes at once.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="paces")
    kind = models.CharField(_("kind"), max_length=10, choices=MailKind)
    geoid = models.CharField(_("region"), max_length=5)
    pace = models.CharField(_("how often"), max_length=10, choices=Pace)

    class Meta:
        verbose_name = _("pace of mails")
        verbose_name_plural = _("paces of mails")
        ordering = ["geoid", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "geoid"], name="pace_one_of_a_kind_and_region"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=MailKind.values) & Q(pace__in=Pace.values),
                name="pace_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.geoid}: {self.pace}"
