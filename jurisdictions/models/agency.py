"""Law enforcement bodies: sheriffs, police, state agencies; they belong to no program."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.base import FactVersion
from jurisdictions.status.geoids import is_county
from jurisdictions.status.successions import BAR

THE_STATE = "state"
"""The reach of an agency that serves all of its state."""


def places_served(geoid: str, reach: str, geoids: str) -> frozenset[str]:
    """The places that an agency serves, told from its columns; its state where none is known."""
    if reach == THE_STATE or not geoids:
        return frozenset({geoid})
    return frozenset(geoids.split(BAR))


def serving(geoid: str) -> models.Q:
    """Agencies that serve a county; codes of five digits between bars, so none is part of another.

    Of a state: those that lie in it.
    """
    return models.Q(geoids__contains=geoid) if is_county(geoid) else models.Q(geoid=geoid)


class Agency(FactVersion):
    """A body: `geoid` is its state, `geoids` are the places that it serves, a bar between them.

    No choices are kept on its words: each program that tells of agencies has its own.
    """

    agency = models.CharField(_("agency"), max_length=120, db_index=True)
    geoid = models.CharField(_("geoid"), max_length=5, db_index=True)
    name = models.CharField(_("name"), max_length=200)
    aliases = models.TextField(_("aliases"), blank=True, help_text=_("Separated by a bar."))
    level = models.CharField(_("level"), max_length=20)
    kind = models.CharField(_("kind"), max_length=20)
    reach = models.CharField(_("reach"), max_length=20)
    geoids = models.TextField(_("places served"), blank=True, help_text=_("Separated by a bar."))
    matched = models.CharField(_("how its places were found"), max_length=20)
    sure = models.CharField(_("how sure"), max_length=10)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)

    class Meta(FactVersion.Meta):
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
