"""The tracker's addresses, and two behind which something is broken."""

from __future__ import annotations

from typing import NoReturn

from django.db import OperationalError
from django.http import HttpRequest
from django.urls import path

from tracker.urls import handler404, handler500
from tracker.urls import urlpatterns as ours

__all__ = ["handler404", "handler500"]


def breaks(request: HttpRequest) -> NoReturn:
    raise RuntimeError("unthought of")


def away(request: HttpRequest) -> NoReturn:
    raise OperationalError("connection refused")


urlpatterns = [
    path("broken/", breaks, name="broken"),
    path("away/", away),
    path("es/away/", away),
    path("invitation/<str:secret>/broken", breaks),
    *ours,
]
