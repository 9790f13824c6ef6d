"""A form of the desk that somebody began and did not send: theirs alone, until it expires."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person


class Draft(models.Model):
    """`path` is where the form is sent, without its language; `fields` are names and texts."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    path = models.CharField(_("address"), max_length=500)
    fields = models.JSONField(_("fields"), default=list)
    kept_at = models.DateTimeField(_("kept at"))

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-kept_at"]
        indexes = [models.Index(fields=["kept_at"], name="draft_age")]
        constraints = [
            models.UniqueConstraint(fields=["person", "path"], name="draft_one_for_each_form")
        ]

    def __str__(self) -> str:
        return self.path
