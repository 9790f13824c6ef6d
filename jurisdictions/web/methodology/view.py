"""How a status follows from the facts, told for the public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.editions import editions
from jurisdictions.read.last_list import record_until
from jurisdictions.read.limits import limits_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.section_287g import method
from jurisdictions.render.words.method import AGREEMENT_STEPS, EFFECTS, LINES, OPT_OUT_STEPS
from jurisdictions.web.site.page import public_page, render_page


@public_page
def methodology(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """How a status follows from the facts, for the public."""
    if as_of.program.slug == "287g":
        return render_page(request, "methodology/287g.html", as_of, _of_agencies(as_of))
    context = {
        "effects": EFFECTS,
        "agreement_steps": AGREEMENT_STEPS,
        "opt_out_steps": OPT_OUT_STEPS,
        "lines": LINES,
        "editions": editions(as_of.program.slug),
        "limits": limits_of(as_of),
    }
    return render_page(request, "methodology/page.html", as_of, context)


def _of_agencies(as_of: AsOf) -> dict[str, object]:
    return {
        "effects": method.EFFECTS,
        "lines": method.LINES,
        "editions": editions(as_of.program.slug),
        "until": record_until(as_of),
    }
