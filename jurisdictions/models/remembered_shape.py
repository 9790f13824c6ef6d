"""How somebody had the columns of a file read: the next file with the same headings is read so."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person
from jurisdictions.models.program import Program


class RememberedShape(models.Model):
    """`shape` is the checksum of the headings, however they are written and in whatever order.

    `columns` maps each heading, folded and numbered among its like, to the column that it was
    chosen to be; `orders` a column of dates to what stands first in it. It is the person's alone.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="remembered_shapes")
    program = models.ForeignKey(Program, models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=20)
    shape = models.CharField(_("headings"), max_length=64)
    columns = models.JSONField(_("columns"), default=dict)
    orders = models.JSONField(_("orders of dates"), default=dict)
    file_name = models.CharField(_("file"), max_length=200)
    used_at = models.DateTimeField(_("used at"))

    class Meta:
        verbose_name = _("remembered shape of a file")
        verbose_name_plural = _("remembered shapes of files")
        ordering = ["-used_at"]
        indexes = [models.Index(fields=["used_at"], name="remembered_shape_age")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "program", "kind", "shape"], name="remembered_shape_once"
            )
        ]

    def __str__(self) -> str:
        return self.file_name
