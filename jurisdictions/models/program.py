"""A federal program that the tracker follows."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Program(models.Model):
    """A program: Secure Communities is the first; facts and editions belong to one."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    name_es = models.CharField(_("name in Spanish"), max_length=100, blank=True)
    agency = models.CharField(_("agency"), max_length=150, blank=True)
    agency_es = models.CharField(_("agency in Spanish"), max_length=150, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    summary_es = models.TextField(_("summary in Spanish"), blank=True)
    opening_on = models.DateField(
        _("opens on"),
        null=True,
        blank=True,
        help_text=_("The day that pages show unless asked for another; empty for today."),
    )
    vintage = models.CharField(
        _("boundaries"), max_length=20, help_text=_("Which boundaries its map is drawn with.")
    )

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
