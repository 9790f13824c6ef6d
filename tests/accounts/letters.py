"""Delivers the mails that were asked for, as the worker does."""

from __future__ import annotations

from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from jurisdictions import tasks
from jurisdictions.models import Job
from jurisdictions.record.jobs.account_mails import KIND, wipe_account_mail
from jurisdictions.record.jobs.queue import finish_job, take_job


def letters() -> list[EmailMessage]:
    """Every mail that is in the outbox once those about accounts were sent."""
    for number in Job.objects.filter(kind=KIND, status="queued").values_list("pk", flat=True):
        job = take_job(job_id=number, at=timezone.now(), lease=tasks.job_lease())
        assert job
        tasks.account_mail_job(job.arguments, lambda progress: None)
        finish_job(job=job, at=timezone.now())
        wipe_account_mail(number)
    return mail.outbox
