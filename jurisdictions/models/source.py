"""Where facts come from, and which fact a source supports or contradicts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion, PartialDateField, Version, version_constraints
from jurisdictions.models.fact import Fact
from jurisdictions.status.vocabulary import SourceKind

KINDS = [(kind.value, kind.value) for kind in SourceKind]


class Source(FactVersion):
    """A publication; a blank address means that none was found.

    `vanished_on` is the day since which nothing is found at its address any more.
    """

    key = models.CharField(_("key"), max_length=60)
    title = models.TextField(_("title"))
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    published_on = PartialDateField(_("published on"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=600, blank=True)
    vanished_on = PartialDateField(_("nothing at its address since"), null=True, blank=True)
    kind = models.CharField(_("sort of source"), max_length=20, choices=KINDS, blank=True)
    archive_url = models.URLField(_("address in the Internet Archive"), max_length=700, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")


class Citation(Version):
    """A source supports a fact, or says otherwise on one field of it."""

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="+", verbose_name=_("fact"))
    source = models.ForeignKey(Fact, models.PROTECT, related_name="+", verbose_name=_("source"))
    contradicts = models.BooleanField(_("contradicts"), default=False)
    field = models.CharField(_("field"), max_length=40, blank=True)
    recorded = models.CharField(_("recorded"), max_length=200, blank=True)
    said = models.CharField(_("said"), max_length=200, blank=True)
    locator = models.CharField(_("page or passage"), max_length=200, blank=True)
    # The words of the source, in its own language.
    quote = models.TextField(_("words quoted"), blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    # Why the recorded value stands, in a reviewer's words; of contradictions only.
    adjudication = models.TextField(_("why the recorded value stands"), blank=True)
    adjudication_es = models.TextField(_("the same in Spanish"), blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            *version_constraints(),
            models.UniqueConstraint(
                fields=["fact", "source", "contradicts", "field"],
                condition=Q(superseded_at__isnull=True),
                name="citation_one_current",
            ),
            models.CheckConstraint(
                condition=Q(contradicts=False, field="", said="")
                | (Q(contradicts=True) & ~Q(field="") & ~Q(said="")),
                name="a_contradiction_names_its_field",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {'≠' if self.contradicts else '→'} {self.fact}"
