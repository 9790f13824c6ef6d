"""The addresses of the project: pages, the API, the admin."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from jurisdictions.web.embeds.urls import EMBEDDED
from jurisdictions.web.urls import FILES, MOVED, PROGRAM, SHARED


def addresses_of(program: str) -> list[URLPattern | URLResolver]:
    """Every address, those of the pages of a program under its slug."""
    return [
        *FILES,
        path("api/", include("jurisdictions.api.urls")),
        path("admin/", admin.site.urls),
        *i18n_patterns(
            *SHARED,
            path(f"{program}/", include(PROGRAM)),
            path(f"embed/{program}/", include(EMBEDDED)),
            *MOVED,
            prefix_default_language=False,
        ),
    ]


urlpatterns = addresses_of(settings.DEFAULT_PROGRAM)
"""Where no program is named, a link to a page of one leads to the first."""
handler404 = "jurisdictions.web.site.errors.not_found"
handler500 = "jurisdictions.web.site.errors.failed"
