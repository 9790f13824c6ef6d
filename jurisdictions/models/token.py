"""Tokens: what lets a program of somebody's propose in their name; and what it sent."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.proposal import Proposal
from jurisdictions.models.role import RoleName


class Token(models.Model):
    """A secret of a person's, known by its hash alone; it reaches no further than a role of theirs.

    `hint` are the last signs of the secret, to tell tokens apart. `form` is the form that it was
    made with: one that is sent twice makes one token.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="tokens")
    name = models.CharField(_("name"), max_length=100)
    secret_hash = models.CharField(max_length=64, unique=True)
    hint = models.CharField(_("ends with"), max_length=4)
    form = models.CharField(max_length=40)
    role = models.CharField(_("role"), max_length=20, choices=RoleName)
    geoid = models.CharField(_("region"), max_length=5)
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("expires at"))
    used_at = models.DateTimeField(_("last used at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "form"], name="token_one_for_each_form"),
            models.CheckConstraint(condition=~Q(name=""), name="token_has_a_name"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="token_expires_later"
            ),
            models.CheckConstraint(
                condition=~Q(role=RoleName.ADMINISTRATOR), name="token_is_for_facts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Sending(models.Model):
    """A proposal that a program sent. Sent again under one `key` it stays that one proposal.

    `digest` is of what was sent, so that another wish under the same key is noticed.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    token = models.ForeignKey(Token, models.SET_NULL, null=True, blank=True, related_name="+")
    token_name = models.CharField(_("token"), max_length=100)
    key = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    proposal = models.OneToOneField(
        Proposal, models.CASCADE, null=True, blank=True, related_name="sending"
    )
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        verbose_name = _("sending")
        verbose_name_plural = _("sendings")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "key"], condition=~Q(key=""), name="sending_once_a_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.token_name}: {self.proposal_id}"
