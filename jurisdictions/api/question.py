"""What an address of the API was asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.request import Request

from jurisdictions.read.finding import place_now
from jurisdictions.read.rows import AsOf, PlaceRow


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an edition, a day, the rest of the query, perhaps one thing of the record."""

    as_of: AsOf
    request: Request
    geoid: str = ""
    kind: str = ""
    agency: str = ""

    def place(self) -> PlaceRow:
        """The place asked about, as the edition names it.

        Raises Http404 for an unknown geoid, OldCode for one of another time.
        """
        place = place_now(self.as_of, self.geoid)
        if place is None:
            message = _("No state, territory or county equivalent has the geoid “%(geoid)s”.")
            raise Http404(message % {"geoid": self.geoid})
        return place
