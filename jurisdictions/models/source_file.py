"""Files of sources: the evidence itself, kept beside what the record says of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.proposal import Proposal


class SourceFile(models.Model):
    """A file of a source; its bytes lie in DATA_DIR/evidence under their SHA-256.

    `source` is the source's key, "" until the form that it came with is sent; `proposal` the one
    that it came with. `address` is where the worker fetched it, "" for one that was attached.
    For reviewers only until `shown_at`; `wants_public` says that it may be shown once it was
    reviewed. Of a removed file the name and the bytes are gone, and the note stays.
    """

    source = models.CharField(_("source"), max_length=60, blank=True, db_index=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("bytes"))
    media_type = models.CharField(_("media type"), max_length=100)
    address = models.URLField(_("fetched from"), max_length=600, blank=True)
    added_at = models.DateTimeField(_("added at"))
    added_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="files"
    )
    wants_public = models.BooleanField(_("may be shown once reviewed"), default=False)
    shown_at = models.DateTimeField(_("shown to everybody since"), null=True, blank=True)
    shown_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("shown by")
    )
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)
    removed_by = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("removed by"),
    )
    removal = models.TextField(_("why it was removed"), blank=True)

    class Meta:
        verbose_name = _("file of a source")
        verbose_name_plural = _("files of sources")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at=None, removal="")
                | (Q(removed_at__isnull=False, name="") & ~Q(removal="")),
                name="a_removed_file_leaves_a_note",
            ),
            models.CheckConstraint(
                condition=Q(shown_at=None, shown_by=None)
                | (Q(shown_at__isnull=False, shown_by__isnull=False) & ~Q(source="")),
                name="a_file_is_shown_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.checksum[:12]
