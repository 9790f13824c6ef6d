"""The day that fingerprint sharing began in a place."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import DisclosedFact, PartialDateField


class Activation(DisclosedFact):
    """Interoperability began on `activated_on`, and perhaps ended on `deactivated_on`."""

    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    activated_on = PartialDateField(_("activated on"), null=True, blank=True)
    deactivated_on = PartialDateField(_("deactivated on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)

    class Meta(DisclosedFact.Meta):
        verbose_name = _("activation")
        verbose_name_plural = _("activations")
        constraints = [
            *DisclosedFact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(deactivated_on__isnull=True)
                | Q(activated_on__isnull=True)
                | Q(deactivated_on__gte=F("activated_on")),
                name="activation_period_forwards",
            ),
        ]
