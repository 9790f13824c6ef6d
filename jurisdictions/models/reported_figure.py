"""Numbers that somebody published, kept beside what the record itself gives."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import DisclosedFact, PartialDateField


class ReportedFigure(DisclosedFact):
    """`value` of `metric` as of a day, or for the period that begins with `period_start`.

    `reason` says why it differs from what the record gives for the same, where that is known.
    """

    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    metric = models.CharField(_("metric"), max_length=60)
    period_start = PartialDateField(_("period from"), null=True, blank=True)
    as_of = PartialDateField(_("as of"), null=True, blank=True)
    value = models.BigIntegerField(_("value"))
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    reason = models.TextField(_("why it differs"), blank=True)
    reason_es = models.TextField(_("why it differs, in Spanish"), blank=True)

    class Meta(DisclosedFact.Meta):
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
