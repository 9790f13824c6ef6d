"""The story of all programs, chapter by chapter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.rows import AsOf
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.standing import standing_of
from jurisdictions.web.story.context import story_context


@public_page
def story(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """What happened, for somebody who knows nothing of it."""
    context = story_context(standing_of(request))
    return render_page(request, "story/page.html", as_of, context)
