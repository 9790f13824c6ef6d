"""What the page of a place shows around the sections of its programs."""

from __future__ import annotations

from collections.abc import Sequence

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.sources import source_of
from jurisdictions.render.words.lives import life_lines
from jurisdictions.web.place.section import Section
from jurisdictions.web.site.addresses import address


def page_context(
    as_of: AsOf, place: PlaceRow, sections: Sequence[Section], edition: str
) -> dict[str, object]:
    """Everything that place/page.html reads; `as_of` is that of the section that leads.

    An `edition` that is asked for is one program's, and the page shows that program alone.
    """
    return {
        "place": place,
        "around": places_of(as_of).get(place.state_geoid),
        "sections": sections,
        "citations": [section.citation for section in sections],
        "alone": address("place", {}, geoid=place.geoid, slug=place.slug) if edition else "",
        "lives": life_lines(place),
        "lives_source": source_of(as_of, place.validity_source),
    }
