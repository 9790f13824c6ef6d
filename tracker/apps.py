"""The admin, without leaflet's: its admin module needs GDAL, which this project does without."""

from __future__ import annotations

from importlib import import_module

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.apps import SimpleAdminConfig
from django.utils.module_loading import module_has_submodule


class TrackerAdminConfig(SimpleAdminConfig):
    """Discovers the admin modules of every app but leaflet."""

    def ready(self) -> None:
        super().ready()
        from allauth.account.decorators import secure_admin_login

        # The admin's own door knows neither attempts nor second factors.
        admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
        for config in apps.get_app_configs():
            if config.name != "leaflet" and module_has_submodule(config.module, "admin"):
                import_module(f"{config.name}.admin")
