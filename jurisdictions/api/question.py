"""What an address of the API was asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.request import Request

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an edition and a day, the rest of the query, and perhaps a place or a kind."""

    as_of: AsOf
    request: Request
    geoid: str = ""
    kind: str = ""

    def place(self) -> PlaceRow:
        """The place asked about, as the edition names it; raises Http404 for an unknown geoid."""
        place = places_of(self.as_of).get(self.geoid)
        if place is None:
            message = _("No state, territory or county equivalent has the geoid “%(geoid)s”.")
            raise Http404(message % {"geoid": self.geoid})
        return place
