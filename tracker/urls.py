"""The addresses of the project: pages, the API, the admin."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from jurisdictions.web.urls import FILES, PAGES

urlpatterns = [
    *FILES,
    path("api/", include("jurisdictions.api.urls")),
    path("admin/", admin.site.urls),
    *i18n_patterns(*PAGES, prefix_default_language=False),
]
handler404 = "jurisdictions.web.site.errors.not_found"
handler500 = "jurisdictions.web.site.errors.failed"
