"""The tip that a suggestion takes up, told on its pages."""

from __future__ import annotations

from django.http import HttpRequest

from jurisdictions.read.keeping.tips import tip_row
from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.record.public.tips import DOOR
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.site.addresses import address

MOST_KEY = 2**63
"""No row has this number or a larger one."""


def tip_told(request: HttpRequest, actor: Actor) -> dict[str, object]:
    """The tip that the address or the form brings, for who may read tips of its place; else {}."""
    given = request.POST if request.method == "POST" else request.GET
    number = whole_number(given.get("tip", ""), None)
    found = tip_row(number) if number is not None and number < MOST_KEY else None
    if found is None or not may(actor, DOOR, found.geoid):
        return {}
    return {
        "number": found.tip_id,
        "on": found.received_at.date(),
        "text": found.text,
        "language": found.language,
        "href": address("tip", {}, tip=found.tip_id),
    }
