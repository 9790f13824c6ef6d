"""The addresses of the data; in Spanish under /es/."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from jurisdictions.web.data import view as data

_PACKAGE = r"(?P<package>[\w-]+-edition-[1-9]\d{0,8})"

DATA: list[URLPattern] = [
    path("data/", data.data, name="data"),
    re_path(rf"^data/{_PACKAGE}/$", data.data_edition, name="data-edition"),
    re_path(rf"^data/{_PACKAGE}\.zip$", data.data_package, name="data-package"),
    re_path(
        rf"^data/{_PACKAGE}/(?P<path>(?:(?:derived|parquet)/)?[\w-]+(?:\.\w+)?)$",
        data.data_file,
        name="data-file",
    ),
]
