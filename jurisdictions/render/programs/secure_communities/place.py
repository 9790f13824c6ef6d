"""What Secure Communities adds to the page of a place: sharing, and activations around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.utils.translation import gettext as _

from jurisdictions.read.programs.secure_communities.around import member_count
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow, StatusRow
from jurisdictions.render.programs.place import Column, OwnPart
from jurisdictions.render.words.days import short_date_text, since_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import read_edtf
from jurisdictions.status.programs.secure_communities.vocabulary import LocalLimits


def own_part(as_of: AsOf, place: PlaceRow, span: SpanRow) -> OwnPart:
    """Since when fingerprints are shared, and how many jurisdictions of the state are activated."""
    sharing = span.sharing_since if span.sharing_since != span.since_on else None
    told = _("Fingerprints have been shared %(since)s.")
    return OwnPart(
        context={"member_count": member_count(as_of, place.state_geoid)},
        more=(told % {"since": since_text(sharing)},) if sharing else (),
        compared="place/programs/secure-communities/activated.html",
        columns=(
            Column(_("Sharing since"), _sharing()),
            Column(_("Local limits"), _limits),
        )
        if place.is_state
        else (),
    )


def _sharing() -> Callable[[StatusRow], str]:
    """What writes the day: hundreds of jurisdictions share a few."""

    @cache
    def day(edtf: str) -> str:
        on = read_edtf(edtf)
        return short_date_text(on) if on else ""

    return lambda row: day(row.sharing_since_edtf or "")


def _limits(row: StatusRow) -> str:
    limits = row.local_limits is LocalLimits.LIMITS_DETAINERS
    return label(row.local_limits) if limits else ""
