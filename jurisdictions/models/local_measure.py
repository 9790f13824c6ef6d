"""Local acts: resolutions, limits on detainers, choices to opt in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import DisclosedFact, PartialDateField
from jurisdictions.status.programs.secure_communities.vocabulary import (
    DateBasis,
    MeasureKind,
    MeasureOutcome,
)

BASES = [(basis.value, basis.value) for basis in DateBasis]
KINDS = [(kind.value, kind.value) for kind in MeasureKind]
OUTCOMES = [(outcome.value, outcome.value) for outcome in MeasureOutcome]


class LocalMeasure(DisclosedFact):
    """A local act; `place` is who acted (a city, say), `geoid` the county or state it is for.

    `ended_on` is the first day on which it no longer held: repealed, expired, struck down.
    """

    measure = models.CharField(_("measure"), max_length=150)
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    place = models.CharField(_("place"), max_length=100, blank=True)
    on = PartialDateField(_("on"), null=True, blank=True)
    ended_on = PartialDateField(_("ended on"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=40, choices=KINDS)
    by = models.CharField(_("by"), max_length=200, blank=True)
    by_es = models.CharField(_("by, in Spanish"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    summary_es = models.TextField(_("summary in Spanish"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=40, choices=OUTCOMES)
    date_basis = models.CharField(
        _("what the date rests on"), max_length=20, choices=BASES, blank=True, default=""
    )

    class Meta(DisclosedFact.Meta):
        verbose_name = _("local measure")
        verbose_name_plural = _("local measures")
