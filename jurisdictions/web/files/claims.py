"""What the files of published numbers hold."""

from __future__ import annotations

from functools import cache

from django.http import Http404
from django.utils.translation import gettext as _

from jurisdictions.read.claims.all import claim_of, claims
from jurisdictions.read.claims.rows import Claim
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.evidence import FactCitation, citations_of
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.words.claims import claim_title
from jurisdictions.web.files.answers import Bundle


def claims_bundle(as_of: AsOf, key: str = "") -> Bundle:
    """Every published number, or the one of an id; raise Http404 for an id that is none's."""
    one = claim_of(as_of, key) if key else None
    if key and one is None:
        raise Http404

    @cache
    def found() -> tuple[Claim, ...]:
        return (one,) if one else claims(as_of)

    def cited() -> list[FactCitation]:
        return citations_of(claim.figure for claim in found())

    return Bundle(
        name=f"claim-{key}" if key else "claims",
        title=claim_title(one) if one else _("Said and counted"),
        sheets=(
            Sheet("claims", tables.CLAIMS, found),
            Sheet("citations", tables.CITATIONS, cited),
        ),
        dated=False,
    )
