"""A view of the queue that somebody gave a name."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.person import Person


class SavedView(models.Model):
    """Which list, filters and order, as the query of an address; `shared` with the whole team."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="views")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(_("view"), max_length=600)
    shared = models.BooleanField(_("shared with the team"), default=False)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="view_one_of_a_name"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(query=""), name="view_says_what"),
        ]

    def __str__(self) -> str:
        return self.name
