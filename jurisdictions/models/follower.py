"""Who is mailed what changes: an address, what it follows, and the mails that wait to be sent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

FOLLOWS = ["address", "program", "geoid", "agency"]


class Follower(models.Model):
    """An address that follows a place, an agency or all of a program, and nothing else of anybody.

    `program` is a slug, "" for every program; `geoid` a place, "" for none; `agency` the id of an
    agency. Until it is confirmed it goes at `expires_at`. `seed` is what the tokens of its links
    are made from with SECRET_KEY; of these only hashes are kept. `told` has the editions up to
    which it was told: "287g:5 secure-communities:2". It is looked at again from `look_at` on.
    `mails` numbers the mails begun, the confirmation not counted; `failures` are mails in a row
    that the address refused for good.
    """

    address = models.EmailField()
    program = models.CharField(max_length=40, blank=True)
    geoid = models.CharField(max_length=5, blank=True)
    agency = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=5)
    weekly = models.BooleanField(default=False)
    plain = models.BooleanField(default=False)
    seed = models.CharField(max_length=43)
    confirm_hash = models.CharField(max_length=64, unique=True)
    leave_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    told = models.TextField(blank=True)
    look_at = models.DateTimeField(null=True, blank=True)
    mails = models.PositiveIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("follower by mail")
        verbose_name_plural = _("followers by mail")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["look_at"], condition=Q(look_at__isnull=False), name="follower_to_look_at"
            ),
            models.Index(
                fields=["expires_at"],
                condition=Q(expires_at__isnull=False),
                name="follower_unconfirmed",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=FOLLOWS,
                condition=Q(confirmed_at__isnull=False),
                name="follower_once_confirmed",
            ),
            models.UniqueConstraint(
                fields=FOLLOWS, condition=Q(confirmed_at__isnull=True), name="follower_asks_once"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, expires_at__isnull=False, look_at=None)
                | Q(confirmed_at__isnull=False, expires_at__isnull=True, look_at__isnull=False),
                name="follower_confirmed_or_expires",
            ),
            models.CheckConstraint(
                condition=Q(geoid="") | Q(agency=""), name="follower_of_one_thing"
            ),
            models.CheckConstraint(condition=~Q(address=""), name="follower_has_an_address"),
        ]

    def __str__(self) -> str:
        # No address: this is shown in messages of errors.
        return f"{self.pk}: {self.program} {self.geoid}{self.agency}"


class FollowerMail(models.Model):
    """A mail to a follower from the asking until a mail server has it; then the row goes.

    `number` 0 is the confirmation. It tells what changed from the editions `since` to `until`.
    `handed_at` is set before a mail server is told anything: what has it is never sent again.
    """

    follower = models.ForeignKey(Follower, models.CASCADE, related_name="waiting")
    number = models.PositiveIntegerField()
    message_id = models.CharField(max_length=200, unique=True)
    since = models.TextField(blank=True)
    until = models.TextField(blank=True)
    made_at = models.DateTimeField()
    try_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    handed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("mail to a follower")
        verbose_name_plural = _("mails to followers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["follower", "number"], name="follower_mail_once"),
        ]

    def __str__(self) -> str:
        return self.message_id
