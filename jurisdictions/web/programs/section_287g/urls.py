"""The addresses of ICE's lists: at the desk, and their files for everybody."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from jurisdictions.web.programs.section_287g.agency_picture import agency_picture
from jurisdictions.web.programs.section_287g.lists import view as lists

OWN: list[URLPattern] = [
    path("desk/lists/", lists.lists, name="desk-lists"),
    path("desk/lists/<int:upload>/", lists.one_list, name="desk-list"),
    re_path(
        r"^agencies/(?P<agency>[\w-]+)/agreements\.(?P<form>svg|png)$",
        agency_picture,
        name="agency-picture",
    ),
    re_path(r"^lists/(?P<key>[\w.-]+)/$", lists.kept_list, name="kept-list"),
]
