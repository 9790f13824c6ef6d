"""How a status follows from the facts, told for the public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from jurisdictions.read.editions import editions
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.sureness import BASIS_TEXTS
from jurisdictions.web.site.page import public_page, render_page


@public_page
def methodology(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """How a status follows from the facts, on a page of the program's own or the plain one."""
    slug = as_of.program.slug
    method = part_of(slug, "method")
    context = {
        "effects": method.EFFECTS,
        "lines": method.LINES,
        "editions": editions(slug),
        "basis": [(word, gettext(text)) for word, text in BASIS_TEXTS.items()],
        **method.told(as_of),
    }
    templates = [f"methodology/programs/{slug}.html", "methodology/plain.html"]
    return render_page(request, templates, as_of, context)
