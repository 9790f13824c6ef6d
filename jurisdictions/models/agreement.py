"""The agreement (MOA) between ICE and a state identification bureau, in dated steps."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import DisclosedFact, PartialDateField, StepNumberField
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    AgreementStepKind,
)

BASES = [(basis.value, basis.value) for basis in AgreementBasis]
STEPS = [(step.value, step.value) for step in AgreementStepKind]


class AgreementStep(DisclosedFact):
    """A step of an agreement; `thread` names the agreement.

    `step_id` names the step in it and stays for good; `seq` is its number there, which orders the
    steps and may change.
    """

    thread = models.CharField(_("agreement"), max_length=100)
    seq = StepNumberField(_("step number"))
    step_id = models.CharField(_("name of the step"), max_length=40)
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    on = PartialDateField(_("on"), null=True, blank=True)
    step = models.CharField(_("step"), max_length=40, choices=STEPS)
    by = models.CharField(_("by"), max_length=200, blank=True)
    by_es = models.CharField(_("by, in Spanish"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    summary_es = models.TextField(_("summary in Spanish"), blank=True)
    basis = models.CharField(
        _("what the date rests on"), max_length=20, choices=BASES, blank=True, default=""
    )

    class Meta(DisclosedFact.Meta):
        verbose_name = _("agreement step")
        verbose_name_plural = _("agreement steps")
