"""What administrators did, where no other row says it: who, to what, when, why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.program import Program


class ActKind(models.TextChoices):
    """What was done; roles and invitations have rows of their own."""

    SUSPENDED = "suspended", _("Suspended")
    RESUMED = "resumed", _("Let in again")
    FACTORS_REMOVED = "factors-removed", _("Second factors removed")
    PROGRAM_EDITED = "program-edited", _("Program edited")


class Act(models.Model):
    """Something done to a person or to a program; never changed, never deleted.

    `detail` of an edited program: its fields, each with what stood before and after.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=ActKind)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="acts", verbose_name=_("person")
    )
    program = models.ForeignKey(
        Program, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("program")
    )
    reason = models.TextField(_("reason"), blank=True)
    detail = models.JSONField(_("detail"), default=dict)
    done_at = models.DateTimeField(_("done at"))
    done_by = models.CharField(_("done by"), max_length=150)

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(done_by=""), name="act_names_its_doer"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, program__isnull=True)
                | Q(person__isnull=True, program__isnull=False),
                name="act_is_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.done_at:%Y-%m-%d %H:%M} {self.done_by}: {self.kind}"
