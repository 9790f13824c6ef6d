"""What the public tells: something is wrong; and what a jurisdiction itself replies."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.program import Program


class TipStatus(models.TextChoices):
    """Where a tip stands."""

    WAITING = "waiting", _("Waits for an answer")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")
    DISCARDED = "discarded", _("Discarded")


class Tip(models.Model):
    """Somebody without an account says that something is wrong; no trace of who is kept.

    `fact` is the public name of the fact meant, "" for the place as a whole. `note` is public,
    `text` only where an editor chose to quote it. Nothing of a discarded tip is shown. `earlier`
    holds the notes that this one replaced.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    fact = models.CharField(_("fact"), max_length=230, blank=True)
    text = models.TextField(_("what is wrong"))
    evidence = models.TextField(_("where it can be seen"), blank=True)
    language = models.CharField(_("language"), max_length=5)
    received_at = models.DateTimeField(_("received at"))
    status = models.CharField(
        _("status"), max_length=10, choices=TipStatus, default=TipStatus.WAITING
    )
    note = models.TextField(_("public note"), blank=True)
    note_es = models.TextField(_("public note in Spanish"), blank=True)
    quoted = models.BooleanField(_("quoted beside the note"), default=False)
    earlier = models.JSONField(_("earlier notes"), default=list)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("tip")
        verbose_name_plural = _("tips")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="tip_says_something"),
            models.CheckConstraint(
                condition=Q(status=TipStatus.WAITING, ended_at__isnull=True, ended_by__isnull=True)
                | (
                    Q(status__in=[TipStatus.ANSWERED, TipStatus.CLOSED], ended_at__isnull=False)
                    & ~Q(note="")
                    & Q(ended_by__isnull=False)
                )
                | Q(
                    status=TipStatus.DISCARDED,
                    quoted=False,
                    note="",
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                ),
                name="tip_ends_with_a_public_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.geoid}: {self.text[:60]}"


class ReplyStatus(models.TextChoices):
    """Where a jurisdiction's reply stands."""

    WAITING = "waiting", _("Waits to be verified")
    SHOWN = "shown", _("Shown")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Reply(models.Model):
    """What the jurisdiction itself says, shown beside the fact once a reviewer has verified it.

    `office` speaks for the place; `verified_how` says how a reviewer made sure of that. The reply
    is in English, Spanish or both: nobody translates it for the jurisdiction.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    fact = models.CharField(_("fact"), max_length=230, blank=True)
    office = models.CharField(_("office"), max_length=200)
    contact = models.CharField(
        _("how to verify it"),
        max_length=300,
        help_text=_("Seen by reviewers only, and erased once it is decided."),
        blank=True,
    )
    text = models.TextField(_("reply"), blank=True)
    text_es = models.TextField(_("reply in Spanish"), blank=True)
    received_at = models.DateTimeField(_("received at"))
    status = models.CharField(
        _("status"), max_length=10, choices=ReplyStatus, default=ReplyStatus.WAITING
    )
    verified_how = models.TextField(_("how it was verified, or why not shown"), blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_why = models.TextField(_("why it was withdrawn"), blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status=ReplyStatus.WAITING, decided_at__isnull=True, decided_by__isnull=True
                )
                | (
                    ~Q(status=ReplyStatus.WAITING)
                    & ~Q(verified_how="")
                    & Q(decided_at__isnull=False, decided_by__isnull=False, contact="")
                ),
                name="reply_decision_whole",
            ),
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(text_es=""), name="reply_says_something"
            ),
            models.CheckConstraint(
                condition=(
                    Q(status=ReplyStatus.WITHDRAWN)
                    & ~Q(withdrawn_why="")
                    & Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                )
                | (
                    ~Q(status=ReplyStatus.WITHDRAWN)
                    & Q(withdrawn_why="", withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                ),
                name="reply_withdrawal_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} ({self.geoid})"
