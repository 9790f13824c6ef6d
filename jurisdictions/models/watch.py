"""Addresses of sources that are looked at on a schedule, and what came whenever it was another."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.program import Program
from jurisdictions.models.proposal import Proposal
from jurisdictions.models.upload import Upload


class WatchKind(models.TextChoices):
    """What is expected at an address."""

    PAGE = "page", _("A page or a document")
    LIST = "list", _("A list, or the page that links to it")


class Watch(models.Model):
    """An address, how often it is looked at, and how the last looks ended.

    `source` is the key of the source that has the address, "" for none on record; `geoid` the
    region whose editors keep the watch. `next_look_at` is null while it is stopped. `failures` are
    looks in a row that brought nothing, `why` and `status` what was in the way of the last;
    `gone_since` is the first of those in a row that found nothing there, `vanished_at` when that
    was confirmed. `etag` and `last_modified` are what the server called what came last, `checksum`
    is its SHA-256.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=WatchKind)
    address = models.URLField(_("address"), max_length=600)
    title = models.CharField(_("title"), max_length=200)
    source = models.CharField(_("source"), max_length=60, blank=True, db_index=True)
    geoid = models.CharField(_("region"), max_length=5)
    hours = models.PositiveSmallIntegerField(_("hours between two looks"))
    begun_at = models.DateTimeField(_("begun at"))
    begun_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    looked_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    next_look_at = models.DateTimeField(_("next look at"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    why = models.CharField(_("what was in the way"), max_length=20, blank=True)
    status = models.PositiveSmallIntegerField(_("status"), default=0)
    gone_since = models.DateTimeField(_("gone since"), null=True, blank=True)
    vanished_at = models.DateTimeField(_("vanished at"), null=True, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=200, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("watched source")
        verbose_name_plural = _("watched sources")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "address"], name="an_address_is_watched_once"
            ),
            models.CheckConstraint(
                condition=Q(vanished_at=None) | Q(gone_since__isnull=False),
                name="what_vanished_is_gone",
            ),
            models.CheckConstraint(condition=Q(hours__gte=1), name="looks_lie_apart"),
        ]
        indexes = [
            models.Index(
                fields=["next_look_at"],
                condition=Q(next_look_at__isnull=False),
                name="watch_next_look",
            )
        ]

    def __str__(self) -> str:
        return self.title


class LookOutcome(models.TextChoices):
    """What a look brought that is worth keeping."""

    FIRST = "first", _("First copy")
    CHANGED = "changed", _("Changed")
    PROPOSED = "proposed", _("Became a proposal")
    ASKS = "asks", _("Asks something")
    KNOWN = "known", _("Known already")
    UNREAD = "unread", _("Could not be read")
    VANISHED = "vanished", _("Vanished")
    RETURNED = "returned", _("There again")


class Look(models.Model):
    """A look that brought something: other bytes than before, or that an address went or came.

    The bytes lie in DATA_DIR/watched under `checksum`, which is "" where nothing came. A list is
    one look for each file of its own, `address` tells which; `upload` is a list whose questions
    wait, `said` why one could not be read.
    """

    watch = models.ForeignKey(Watch, models.PROTECT, related_name="looks")
    at = models.DateTimeField(_("looked at"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=LookOutcome)
    address = models.URLField(_("address"), max_length=600, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    media_type = models.CharField(_("media type"), max_length=100, blank=True)
    charset = models.CharField(max_length=40, blank=True)
    file_name = models.CharField(_("file"), max_length=200, blank=True)
    said = models.TextField(_("what was said"), blank=True)
    upload = models.ForeignKey(Upload, models.SET_NULL, null=True, blank=True, related_name="+")
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("look at a watched source")
        verbose_name_plural = _("looks at watched sources")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.watch} {self.at:%Y-%m-%d %H:%M}: {self.outcome}"
