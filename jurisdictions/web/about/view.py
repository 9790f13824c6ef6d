"""Who runs it, and how to reach them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jurisdictions.read.rows import AsOf
from jurisdictions.web.site.page import public_page, render_page


@public_page
def about(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Who runs it, contact, corrections, privacy, accessibility, licence, credits."""
    return render_page(request, "about/page.html", as_of, {"operator": settings.OPERATOR})
