"""Every word of a program."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.glossary import glossary_sections
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.take.record import record_offers


@public_page
def glossary(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every word of the program, with a heading to link to."""
    sections = glossary_sections(as_of.program.slug)
    words = sum(len(section.entries) for section in sections)
    take = record_offers(request.GET, "glossary-file", words)
    return render_page(request, "glossary/page.html", as_of, {"sections": sections, "take": take})
