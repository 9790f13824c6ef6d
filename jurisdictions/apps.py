"""The app's name in Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JurisdictionsConfig(AppConfig):
    """Facts over time, derived status, its map and reports."""

    name = "jurisdictions"
    verbose_name = _("Jurisdictions")

    def ready(self) -> None:
        from jurisdictions import checks  # noqa: F401 - importing registers them
        from jurisdictions.web.account import devices, privacy

        devices.install()
        privacy.install()
