"""What a region's record of Secure Communities lacks: answers to requests, and agreements."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from jurisdictions.models import Activation, AgreementStep
from jurisdictions.models.lying_in import lying_in
from jurisdictions.read.lacks import Lack, Lacks
from jurisdictions.read.places import places_of
from jurisdictions.read.programs.secure_communities.requests import (
    ASKING,
    RequestRow,
    requests_made,
)
from jurisdictions.read.rows import AsOf
from jurisdictions.status.geoids import lies_in_any, state_of

REQUESTS, UNDOCUMENTED = "requests", "undocumented"


def lacks(as_of: AsOf, regions: Collection[str], today: date, *, days: int) -> Lacks:
    """Requests that have waited for so many days, and states whose agreement nobody has seen."""
    return {
        REQUESTS: open_requests(as_of, regions, today, days=days),
        UNDOCUMENTED: undocumented(as_of, regions),
    }


def open_requests(
    as_of: AsOf, regions: Collection[str], today: date, *, days: int
) -> tuple[Lack, ...]:
    """Requests without an answer on record for so many days, the longest waiting first."""
    found = [
        Lack(request.place, request.thread, _days_since(request, today))
        for request in requests_made(as_of)
        if request.last.word in ASKING and lies_in_any(request.place.geoid, regions)
    ]
    long = [one for one in found if one.days is None or one.days >= days]
    return tuple(sorted(long, key=lambda one: -(one.days or 0)))


def _days_since(request: RequestRow, today: date) -> int | None:
    on = request.last.on
    return (today - on.last_day).days if on else None


def undocumented(as_of: AsOf, regions: Collection[str]) -> tuple[Lack, ...]:
    """States of the regions with an activation and no agreement on record, by name."""
    mine = {"fact__program__slug": as_of.program.slug}
    active = Activation.objects.current().filter(lying_in(regions), **mine)
    signed = AgreementStep.objects.current().filter(**mine).values_list("geoid", flat=True)
    states = {state_of(geoid) for geoid in active.values_list("geoid", flat=True)} - set(signed)
    places = places_of(as_of)
    found = (places[state] for state in states if state in places and lies_in_any(state, regions))
    return tuple(Lack(place) for place in sorted(found, key=lambda place: place.sort_label))
