"""What the federal government said and did."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import DisclosedFact, PartialDateField


class PolicyEvent(DisclosedFact):
    """A federal act; `effect` is what it does to the rules, in a word of its program's."""

    event = models.CharField(_("event"), max_length=100)
    on = PartialDateField(_("on"), null=True, blank=True)
    instrument = models.CharField(_("instrument"), max_length=60, blank=True)
    by = models.CharField(_("by"), max_length=200, blank=True)
    by_es = models.CharField(_("by, in Spanish"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=200)
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    effect = models.CharField(_("effect"), max_length=40)
    summary = models.TextField(_("summary"), blank=True)
    summary_es = models.TextField(_("summary in Spanish"), blank=True)

    class Meta(DisclosedFact.Meta):
        verbose_name = _("policy event")
        verbose_name_plural = _("policy events")
