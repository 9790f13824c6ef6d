"""The identity of a fact, and the change that a version came with."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.program import Program
from jurisdictions.status.kinds import SHARED, FactKind

KIND_TEXTS = {
    FactKind.JURISDICTION: _("Jurisdiction"),
    FactKind.SOURCE: _("Source"),
    FactKind.AGENCY: _("Agency"),
    FactKind.ACTIVATION: _("Activation"),
    FactKind.AGREEMENT: _("Agreement step"),
    FactKind.OPT_OUT: _("Opt-out step"),
    FactKind.LOCAL_MEASURE: _("Local measure"),
    FactKind.AGENCY_AGREEMENT: _("Agency agreement"),
    FactKind.APPLICATION: _("Application"),
    FactKind.STATE_LAW: _("State law"),
    FactKind.LIST: _("Captured list"),
    FactKind.POLICY_EVENT: _("Policy event"),
    FactKind.REPORTED_FIGURE: _("Reported figure"),
    FactKind.EXPLANATION: _("Explanation"),
}
KIND_CHOICES = [(kind.value, KIND_TEXTS[kind]) for kind in FactKind]
"""What the columns that hold a kind of fact may say, and what the admin calls it."""


class Fact(models.Model):
    """What stays the same from version to version: a kind and a key, in a program or in all.

    Places, sources and agencies belong to no program. The order of `id` is the order of the files.
    """

    program = models.ForeignKey(
        Program, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("program")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=KIND_CHOICES)
    key = models.CharField(_("key"), max_length=200)

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "kind", "key"],
                condition=Q(program__isnull=False),
                name="fact_once_in_its_program",
            ),
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=Q(program__isnull=True),
                name="shared_fact_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SHARED, program__isnull=True)
                | (~Q(kind__in=SHARED) & Q(program__isnull=False)),
                name="only_shared_kinds_are_of_no_program",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The public name: `opt_out:arlington-2010:2`."""
        return f"{self.kind}:{self.key}"


class Change(models.Model):
    """Who changed the record, when and why; every version names the change it came with.

    The order of `id` is the order of the changes: writers hold the program's row.
    """

    made_at = models.DateTimeField(_("made at"))
    made_by = models.CharField(_("made by"), max_length=150)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(made_by=""), name="change_names_its_maker"),
            models.CheckConstraint(condition=~Q(reason=""), name="change_gives_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M} {self.made_by}: {self.reason}"
