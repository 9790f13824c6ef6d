"""Where the picture of a map is: under an address that never shows anything else."""

from __future__ import annotations

from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import AsOf
from jurisdictions.web.map.query import DEFAULT_LAYER, MapQuery
from jurisdictions.web.site.addresses import address


def picture_address(name: str, as_of: AsOf, asked: MapQuery, size: str = "") -> str:
    """The address of a picture that never changes: its day and its edition are named."""
    pinned = {"date": as_of.on.isoformat()}
    if as_of.known_on:
        pinned["known"] = as_of.known_on.isoformat()
    else:
        pinned["edition"] = str(as_of.edition.number)
    layer = "" if asked.layer == DEFAULT_LAYER else asked.layer
    with in_program(as_of.program.slug):
        return address(
            name,
            pinned,
            layer=layer,
            state=asked.state,
            place=asked.place,
            isolate=asked.isolate,
            size=size,
        )
