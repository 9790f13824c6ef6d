"""What changed between two days under a program."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from jurisdictions.read.happened.asked import days_asked
from jurisdictions.read.rows import AsOf
from jurisdictions.web.changes.context import changes_context
from jurisdictions.web.site.page import public_page, render_page


@public_page
def changes(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """What was signed, ended, activated or decided between `from` and `to`, by state."""
    asked = days_asked(as_of, request.GET, localdate())
    on_last = replace(as_of, on=asked.last)
    context = changes_context(request, on_last, asked)
    return render_page(request, "changes/page.html", on_last, context)
