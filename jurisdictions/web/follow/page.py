"""What the pages of following have in common: the frame, no caching, no cookie."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jurisdictions.web.site.frame import frame_of


def render_follow(
    request: HttpRequest, template: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """A page that nobody keeps: what it says is one reader's, its address may open something."""
    frame = {**frame_of(request, None, here=True), **context}
    response = render(request, template, frame, status=status)
    response["Cache-Control"] = "no-store"
    # The address of a link in a mail is told to nobody, not even on the way to our own pages.
    response["Referrer-Policy"] = "no-referrer"
    return response
