"""What crawlers may read, and where the list of pages is."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from jurisdictions.shelf.marked import mark
from jurisdictions.status.programs import packages
from jurisdictions.web.site.addresses import absolute

PREFIXES = [
    "" if code == settings.LANGUAGE_CODE else f"/{code}" for code, _name in settings.LANGUAGES
]
CLOSED = (*(f"{slug}/desk" for slug in packages()), "account", "invitation", "mail")
"""Folders of pages for those who keep the record, in every language."""
RULES = (
    "User-agent: *",
    "Disallow: /admin/",
    *(f"Disallow: {prefix}/{folder}/" for prefix in PREFIXES for folder in CLOSED),
    "Disallow: /*?*known=",
    "Disallow: /*?*edition=",
)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: everything but the admin and the countless combinations of days."""
    lines = [*RULES, f"Sitemap: {absolute(request, reverse('sitemap'))}"]
    answer = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    mark(answer)
    return answer
