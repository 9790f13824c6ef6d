"""The federal timeline: what the government said and did, and what it changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.comparisons import recorded_beside
from jurisdictions.read.program_reading import reports_listed
from jurisdictions.read.records import national_figures, policy_events
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.figures import figure_groups
from jurisdictions.render.words.notes import notes_of
from jurisdictions.render.words.positions import position_spans, years_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.take.record import policy_offers


@public_page
def policy(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every federal act with its effect, the positions that followed, published figures."""
    events, figures = policy_events(as_of), national_figures(as_of)
    positions = position_spans(as_of, events)
    context = {
        "years": years_of(events),
        "positions": positions,
        "standing": next(p for p in reversed(positions) if p.start is None or p.start <= as_of.on),
        "figures": figure_groups((figure, recorded_beside(as_of, figure)) for figure in figures),
        "notes": notes_of([*events, *figures]),
        "listed": reports_listed(as_of.program.slug),
        "take": policy_offers(request.GET, len(events)),
    }
    return render_page(request, "policy/page.html", as_of, context)
