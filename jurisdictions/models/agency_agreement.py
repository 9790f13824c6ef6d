"""Agreements that agencies sign with ICE under section 287(g)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion, PartialDateField


class AgencyAgreement(FactVersion):
    """One signed instrument: an agency, a model, a signing; `geoid` is the agency's state.

    `listed_from` is the day of the first list of ICE's that had it, `listed_until` of the last once
    it is gone, `missing_from` of the next list without it. `absent` are lists between that lacked
    it, from the first without it to the next with it.
    """

    agreement = models.CharField(_("agreement"), max_length=150, db_index=True)
    agency = models.CharField(_("agency"), max_length=120, db_index=True)
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    model = models.CharField(_("model"), max_length=30)
    signed_on = PartialDateField(_("signed on"), null=True, blank=True)
    listed_from = PartialDateField(_("listed from"), null=True, blank=True)
    listed_until = PartialDateField(_("listed until"), null=True, blank=True)
    missing_from = PartialDateField(_("missing from"), null=True, blank=True)
    absent = models.TextField(
        _("missing meanwhile"), blank=True, help_text=_("Separated by a bar.")
    )
    ended_on = PartialDateField(_("ended on"), null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=30, blank=True)
    superseded_by = models.CharField(_("followed by"), max_length=150, blank=True)
    moa_url = models.URLField(_("address of its text"), max_length=600, blank=True)
    basis = models.CharField(_("what it is known from"), max_length=20)
    ending_source = models.CharField(_("source of its end"), max_length=60, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("agency agreement")
        verbose_name_plural = _("agency agreements")
