"""Numbered publications of all spans, and the spans."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.fact import Change
from jurisdictions.models.program import Program


class Edition(models.Model):
    """What the tracker said: derived from the record after `last_change` by one rule."""

    program = models.ForeignKey(
        Program, models.PROTECT, related_name="editions", verbose_name=_("program")
    )
    number = models.PositiveIntegerField(_("number"))
    # Tells it from every edition of any database: what is kept in memory and files is kept by it.
    token = models.UUIDField(default=uuid4, editable=False, unique=True)
    published_at = models.DateTimeField(_("published at"))
    published_by = models.CharField(_("published by"), max_length=150)
    reason = models.TextField(_("reason"), blank=True)
    rule_version = models.CharField(_("version of the rule"), max_length=20)
    last_change = models.ForeignKey(
        Change, models.PROTECT, related_name="+", verbose_name=_("last change")
    )
    facts_changed = models.PositiveIntegerField(_("number of facts changed"))
    spans = models.PositiveIntegerField(_("number of spans"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["program", "number"], name="edition_number_once"),
            models.UniqueConstraint(
                fields=["program", "last_change", "rule_version"],
                name="edition_once_for_its_facts_and_rule",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.program} {self.number}"


class SpanStanding(models.Model):
    """A status and a word for each dimension of the program, kept once for all its spans.

    `dimensions` is JSON: {"position": "voluntary", ...}, in the order in which the rule declares
    them. A standing never changes; each is there once.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    status = models.CharField(max_length=40)
    dimensions = models.TextField()

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "status", "dimensions"], name="standing_kept_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.dimensions}"


class Span(models.Model):
    """One standing of a place in [start, end), in a range of editions.

    It stood in the editions from `first_edition` to `last_edition` (null: it still stands).
    `reasons` are public names of facts, separated by blanks, in the order of effect.
    `days_edtf` is JSON: those of the rule's own days that are known, "" for none.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    geoid = models.CharField(max_length=5)
    start = models.DateField(null=True)
    end = models.DateField(null=True)
    # No question is asked by standing alone, so that an index would only cost.
    standing = models.ForeignKey(SpanStanding, models.PROTECT, related_name="+", db_index=False)
    since = models.DateField(null=True)
    reasons = models.TextField(blank=True)
    # Days as precise as the facts behind them (EDTF: 2010, 2010-07, 2010-07-13 or two of these
    # with a slash between them), "" for none.
    start_edtf = models.CharField(max_length=21, default="")
    end_edtf = models.CharField(max_length=21, default="")
    since_edtf = models.CharField(max_length=21, default="")
    days_edtf = models.TextField(default="")
    first_edition = models.PositiveIntegerField()
    last_edition = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("span")
        verbose_name_plural = _("spans")
        ordering = ["geoid", F("start").asc(nulls_first=True)]
        indexes = [
            models.Index(fields=["program", "geoid", "first_edition"], name="span_of_place"),
            models.Index(fields=["program", "start", "end"], name="span_on_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gt=F("start")),
                name="span_forwards",
            ),
            models.CheckConstraint(
                condition=Q(last_edition__isnull=True) | Q(last_edition__gte=F("first_edition")),
                name="span_editions_forwards",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.geoid} [{self.start}, {self.end}) {self.standing}"
