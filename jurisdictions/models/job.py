"""A job: work asked of the worker. This row, not the broker's message, is the truth about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

MOST_ATTEMPTS = 3


class JobStatus(models.TextChoices):
    """Where a job stands; the last three are final."""

    QUEUED = "queued", _("Queued")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Canceled")


FINAL = (JobStatus.DONE, JobStatus.FAILED, JobStatus.CANCELLED)


class Job(models.Model):
    """One job, from the asking to its end.

    `lease_until` is the moment by which a worker must have taken it (queued) or have said that it
    still works on it (running); after that moment the sweep gives it to another. Null when final.
    `result` is what some kinds of work note of what came of them.
    """

    kind = models.CharField(_("kind"), max_length=40)
    arguments = models.JSONField(_("arguments"), default=dict)
    status = models.CharField(
        _("status"), max_length=10, choices=JobStatus, default=JobStatus.QUEUED
    )
    progress = models.FloatField(_("progress"), default=0.0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    cancel_asked = models.BooleanField(_("asked to cancel"), default=False)
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.CharField(_("asked by"), max_length=150)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    error = models.TextField(_("error"), blank=True)
    result = models.JSONField(_("result"), default=dict, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["lease_until"],
                condition=Q(lease_until__isnull=False),
                name="job_lease",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(asked_by=""), name="job_names_kind_and_asker"
            ),
            models.CheckConstraint(
                condition=Q(status__in=JobStatus.values), name="job_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(progress__gte=0.0, progress__lte=1.0), name="job_progress_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(attempts__lte=MOST_ATTEMPTS), name="job_attempts_are_few"
            ),
            models.CheckConstraint(
                condition=Q(status__in=FINAL, finished_at__isnull=False, lease_until__isnull=True)
                | (~Q(status__in=FINAL) & Q(finished_at__isnull=True, lease_until__isnull=False)),
                name="job_end_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[JobStatus.RUNNING, JobStatus.DONE])
                | Q(started_at__isnull=False, attempts__gte=1),
                name="job_that_ran_has_started",
            ),
            models.CheckConstraint(
                condition=~Q(status=JobStatus.FAILED) | ~Q(error=""),
                name="job_failure_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}: {self.status}"
