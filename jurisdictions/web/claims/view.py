"""Said and counted: every published number beside what the record gives, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from jurisdictions.read.claims.all import claim_of, claims
from jurisdictions.read.claims.rows import Claim
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.claims import (
    claim_sentence,
    claim_title,
    difference_text,
    reasons,
    recorded_text,
    told_beside,
)
from jurisdictions.render.words.notes import notes_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.take.record import claims_offers


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its words."""

    claim: Claim
    title: str
    recorded: str
    difference: str
    reasons: list[str]


def told(found: Iterable[Claim]) -> list[Told]:
    """Claims with their words."""
    return [
        Told(one, claim_title(one), recorded_text(one), difference_text(one), reasons(one))
        for one in found
    ]


@public_page
def claim_list(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Those that the record counts too, with the difference; then those that it does not."""
    found = claims(as_of)
    compared = [one for one in found if one.counted]
    context = {
        "compared": told(compared),
        "others": told(one for one in found if not one.counted),
        "agreeing": sum(one.difference == 0 for one in compared),
        "notes": notes_of([one.figure for one in found]),
        "take": claims_offers(request.GET, len(found)),
    }
    return render_page(request, "claims/page.html", as_of, context)


@public_page
def claim(request: HttpRequest, as_of: AsOf, key: str) -> HttpResponse:
    """One published number: both counts, the difference and why, its source, how to cite."""
    found = claim_of(as_of, key)
    if found is None:
        raise Http404
    (words,) = told([found])
    context = {
        "told": words,
        "sentence": claim_sentence(found),
        "beside": told_beside(found),
        "notes": notes_of([found.figure]),
        "take": claims_offers(request.GET, 1, key),
    }
    return render_page(request, "claims/claim.html", as_of, context)
