"""Agencies on ICE's list of those that wait for an agreement."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion, PartialDateField


class Application(FactVersion):
    """A row of the list of the waiting, from the first list with it through the last.

    `name` is as listed; `agency` is blank where that is nobody on record, and `geoid` the state.
    """

    application = models.CharField(_("application"), max_length=150)
    agency = models.CharField(_("agency"), max_length=120, blank=True, db_index=True)
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    name = models.CharField(_("name"), max_length=200)
    model = models.CharField(_("model"), max_length=30)
    pending_from = PartialDateField(_("pending from"), null=True, blank=True)
    pending_until = PartialDateField(_("pending until"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=40, blank=True)
    agreement = models.CharField(_("agreement"), max_length=150, blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("application")
        verbose_name_plural = _("applications")
