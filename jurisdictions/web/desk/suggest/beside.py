"""Other open proposals about a place: they may say the same in other words."""

from __future__ import annotations

from jurisdictions.read.keeping.proposal_gists import gists_of, open_about
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.web.desk.forms.tasks import where_text
from jurisdictions.web.desk.suggest.flow_words import proposal_title


def open_proposals(as_of: AsOf, geoid: str, but: int = 0) -> list[tuple[int, str]]:
    """Number and title of each, the oldest first."""
    numbers = open_about(as_of.program.slug, geoid, but)
    gists = gists_of(numbers)
    where = where_text(places_of(as_of).get(geoid))
    return [(number, proposal_title(gists.get(number, ()), where, where)) for number in numbers]
