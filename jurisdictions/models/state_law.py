"""What states command, ask for or forbid about agreements with ICE."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion, PartialDateField


class StateLaw(FactVersion):
    """A law, an order or a directive of a state; one without a day takes part in no rule."""

    law = models.CharField(_("law"), max_length=100)
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    name = models.CharField(_("name"), max_length=200)
    name_es = models.CharField(_("name in Spanish"), max_length=200, blank=True)
    adopted_on = PartialDateField(_("adopted on"), null=True, blank=True)
    in_force_on = PartialDateField(_("in force on"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=40)
    summary = models.TextField(_("summary"), blank=True)
    summary_es = models.TextField(_("summary in Spanish"), blank=True)
    sure = models.CharField(_("how sure"), max_length=10)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("state law")
        verbose_name_plural = _("state laws")
