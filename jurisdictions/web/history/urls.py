"""The addresses of histories; in Spanish under /es/."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from jurisdictions.web.history import view as history

PLACE = r"^places/(?P<geoid>\d{2}|\d{5})-(?P<slug>[a-z0-9-]+)/"

HISTORIES: list[URLPattern] = [
    re_path(rf"{PLACE}history/$", history.place, name="place-history"),
    path("history/<path:name>/", history.fact, name="fact-history"),
]
