"""Why something in the record that calls for a second look is as it is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion


class Explanation(FactVersion):
    """What a reviewer found out of the flag (or the group of flags) of this key."""

    flag = models.CharField(_("flag"), max_length=200)
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    summary = models.TextField(_("summary"))
    summary_es = models.TextField(_("summary in Spanish"), blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("explanation")
        verbose_name_plural = _("explanations")
