"""What crawlers may read, and where the list of pages is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from jurisdictions.web.addresses import absolute

RULES = ("User-agent: *", "Disallow: /admin/", "Disallow: /*?*known=", "Disallow: /*?*edition=")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: everything but the admin and the countless combinations of days."""
    lines = [*RULES, f"Sitemap: {absolute(request, reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
