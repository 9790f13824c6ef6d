"""States, districts, territories, counties and their equivalents, by Census geoid."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion, PartialDateField
from jurisdictions.status.vocabulary import PlaceKind

KINDS = [(kind.value, kind.value) for kind in PlaceKind]


class Jurisdiction(FactVersion):
    """A place: `geoid` is text, 2 digits for a state, 5 for a county, US for the nation."""

    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, choices=KINDS)
    name = models.CharField(_("name"), max_length=100)
    name_es = models.CharField(_("name in Spanish"), max_length=100, blank=True)
    state = models.CharField(_("state"), max_length=2, blank=True)
    parent = models.CharField(_("parent"), max_length=5, blank=True)
    ocd_id = models.CharField(_("OCD id"), max_length=120, blank=True)
    population_2010 = models.PositiveIntegerField(_("population in 2010"), null=True, blank=True)
    aliases = models.TextField(_("aliases"), blank=True, help_text=_("Separated by a bar."))
    valid_from = PartialDateField(_("valid from"), null=True, blank=True)
    valid_to = PartialDateField(_("valid to"), null=True, blank=True)
    predecessors = models.TextField(_("predecessors"), blank=True)
    successors = models.TextField(_("successors"), blank=True)
    validity_source = models.CharField(_("source of its dates"), max_length=60, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("jurisdiction")
        verbose_name_plural = _("jurisdictions")
        constraints = [
            *FactVersion.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="jurisdiction_validity_forwards",
            ),
        ]
