"""ICE's lists as they were captured: the evidence for what was listed when."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion, PartialDateField


class CapturedList(FactVersion):
    """A file of ICE's: of which day, how many rows, which columns, the SHA-256 of its bytes."""

    list = models.CharField(_("list"), max_length=60)
    kind = models.CharField(_("kind"), max_length=20)
    file = models.CharField(_("file"), max_length=200)
    listed_on = PartialDateField(_("day of the list"), null=True, blank=True)
    date_basis = models.CharField(_("what the day rests on"), max_length=20)
    rows = models.PositiveIntegerField(_("rows"))
    columns = models.TextField(_("columns"), blank=True, help_text=_("Separated by a bar."))
    checksum = models.CharField(_("checksum"), max_length=64, db_index=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("captured list")
        verbose_name_plural = _("captured lists")
