"""The small picture that stands in the map's place until the map itself is drawn.

On a slow line the map's boundaries and scripts take some six seconds; this picture takes two. Only
the program's opening has one: it is the picture that the home shows, so that it is made ahead and
often in the reader's cache already. Pressing one for every day would cost more than it gives.
"""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.read.rows import AsOf
from jurisdictions.web.site.addresses import address

TURNS = ("date", "edition", "known", "layer", "state", "isolate")
"""Parameters that make the map show something else than the program's opening."""


def small_picture(as_of: AsOf) -> str:
    """The address of the map alone on the day, small; `&scheme=dark` makes it dark."""
    return address("map-png", {}, size="small", date=as_of.on.isoformat())


def still_of(as_of: AsOf, query: Mapping[str, object]) -> str:
    """The address of the picture that goes ahead of the map; "" where the address asks for more."""
    return "" if any(query.get(name) for name in TURNS) else small_picture(as_of)
