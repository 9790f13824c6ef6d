"""A file of facts that somebody uploaded, from reading it to the proposals that came of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.fact import KIND_CHOICES
from jurisdictions.models.job import Job
from jurisdictions.models.person import Person
from jurisdictions.models.program import Program
from jurisdictions.models.proposal import Proposal


class Upload(models.Model):
    """`file` lies in DATA_DIR/uploads; the answers are the author's, the findings the reader's.

    `kind` is "" for an export whose rows name their facts themselves. `shape` is what the file
    looked like when it came: its headings and first rows. `columns` maps headings to columns ("" to
    leave one out), null while the author has not been asked; `places` maps a written name to the
    geoid that the author chose, `answers` holds what else was answered. `findings` is what the
    preview shows, `faults` one entry for each fault, `wishes` what is to be proposed, row by row.
    What was sent of it are its `parts`; it is finished once no row is left to be sent.
    `rows` are the rows as the check read them: `columns`, and for each its number, what became of
    it, its fact, its cells as they came. `mends` lie over them, `left` are rows that stay for
    later: both by sheet, so that another sheet begins with none.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=KIND_CHOICES, blank=True)
    file_name = models.CharField(_("file"), max_length=200)
    file = models.CharField(max_length=100)
    language = models.CharField(_("language"), max_length=5, default="en")
    shape = models.JSONField(_("shape"), default=dict)
    columns = models.JSONField(_("columns"), null=True, blank=True)
    places = models.JSONField(_("places"), default=dict)
    answers = models.JSONField(_("answers"), default=dict)
    findings = models.JSONField(_("findings"), default=dict)
    faults = models.JSONField(_("faults"), default=list)
    wishes = models.JSONField(_("wishes"), default=list)
    rows = models.JSONField(_("rows"), default=dict)
    mends = models.JSONField(_("mended cells"), default=dict)
    left = models.JSONField(_("rows left for later"), default=dict)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="uploads")
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="+")
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name


class UploadPart(models.Model):
    """What of a file became one proposal: the numbers that its rows bear in the sheet."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="parts")
    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="part")
    sheet = models.CharField(_("sheet"), max_length=100, blank=True)
    rows = models.JSONField(_("rows"), default=list)

    class Meta:
        verbose_name = _("sent part of an upload")
        verbose_name_plural = _("sent parts of uploads")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.upload}: {self.proposal_id}"
