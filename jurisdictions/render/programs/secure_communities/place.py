"""What Secure Communities adds to the page of a place: sharing, and activations around it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.read.statuses import member_count
from jurisdictions.render.programs.place import OwnPart
from jurisdictions.render.words.days import since_text

FOLDER = "place/programs/secure-communities"


def own_part(as_of: AsOf, place: PlaceRow, span: SpanRow) -> OwnPart:
    """Since when fingerprints are shared, and how many jurisdictions of the state are activated."""
    sharing = span.sharing_since if span.sharing_since != span.since_on else None
    told = _("Fingerprints have been shared %(since)s.")
    return OwnPart(
        context={"member_count": member_count(as_of, place.state_geoid)},
        more=(told % {"since": since_text(sharing)},) if sharing else (),
        activated=f"{FOLDER}/activated.html",
        members=f"{FOLDER}/members.html",
    )
