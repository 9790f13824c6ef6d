"""Addresses of other pages of a list, and the Link header that names them (RFC 8288)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from jurisdictions.read.rows import AsOf

RELATIONS = {"next": "next", "previous": "prev"}


def full_address(request: HttpRequest, path: str) -> str:
    """The full address of a page: on SITE_URL where it is set, else on the host that was asked."""
    site: str = settings.SITE_URL
    return f"{site}{path}" if site else request.build_absolute_uri(path)


def other_page(request: HttpRequest, as_of: AsOf, **changed: str) -> str:
    """The address asked for with some parameters changed, and with its edition named.

    A reader who follows it stays in one edition, though another be published meanwhile. What is
    known on a day cannot go with an edition; an address without editions names none.
    """
    query = request.GET.copy()
    if takes_edition(request) and not query.get("known", "").strip():
        query["edition"] = str(as_of.edition.number)
    for name, value in changed.items():
        query[name] = value
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def takes_edition(request: HttpRequest) -> bool:
    """Whether the address that was asked may be asked in an edition."""
    context: Mapping[str, Any] = getattr(request, "parser_context", None) or {}
    return "edition" in getattr(context.get("view"), "asking", ("edition",))


def link_header(answer: Mapping[str, Any]) -> str:
    """The Link header for a page of a list; "" where there is no other page."""
    return ", ".join(
        f'<{answer[member]}>; rel="{relation}"'
        for member, relation in RELATIONS.items()
        if answer.get(member)
    )
