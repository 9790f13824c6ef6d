"""The addresses of requests not to take part; in Spanish under /es/."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from jurisdictions.web.programs.secure_communities import requests

OWN: list[URLPattern] = [
    path("requests/", requests.request_list, name="requests"),
    re_path(r"^requests\.(?P<form>[a-z0-9]+)$", requests.requests_file, name="requests-file"),
    path("requests/<str:thread>/", requests.request_page, name="request"),
    path("requests/<str:thread>.pdf", requests.request_pdf, name="request-pdf"),
    path("requests/<str:thread>.zip", requests.request_zip, name="request-zip"),
]
