"""What a person may do, and where; and the invitations that give it."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person


class RoleName(models.TextChoices):
    """Each of the first three includes those before it; administrators keep people, not facts."""

    CONTRIBUTOR = "contributor", _("Contributor")
    EDITOR = "editor", _("Editor")
    REVIEWER = "reviewer", _("Reviewer")
    ADMINISTRATOR = "administrator", _("Administrator")


class Role(models.Model):
    """A role in a region, from one moment to another; ended, never deleted.

    `geoid` is US, a state's 2 digits or a county's 5; it includes what lies below it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="roles")
    role = models.CharField(_("role"), max_length=20, choices=RoleName)
    geoid = models.CharField(_("region"), max_length=5)
    given_at = models.DateTimeField(_("given at"))
    given_by = models.CharField(_("given by"), max_length=150)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.CharField(_("ended by"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "geoid"],
                condition=Q(ended_at__isnull=True),
                name="role_once_in_its_region",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
                name="role_end_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role} in {self.geoid}"


class Invitation(models.Model):
    """An account offered to an address; only the hash of its link's secret is kept.

    `roles` is a list of `[role, geoid]`.
    """

    email = models.EmailField(_("e-mail"))
    secret_hash = models.CharField(max_length=64, unique=True)
    roles = models.JSONField(_("roles"), default=list)
    language = models.CharField(_("language"), max_length=5, default="en")
    invited_at = models.DateTimeField(_("invited at"))
    invited_by = models.CharField(_("invited by"), max_length=150)
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def over(self, at: datetime) -> str:
        """Why it cannot be accepted any more: used, withdrawn or expired; "" while it can."""
        if self.accepted_at is not None:
            return "used"
        if self.withdrawn_at is not None:
            return "withdrawn"
        return "expired" if self.expires_at <= at else ""


def hash_of(secret: str) -> str:
    """What is kept of an invitation's secret, which is random enough to need no salt."""
    return sha256(secret.encode()).hexdigest()
