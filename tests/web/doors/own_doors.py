"""The doors of desks that only one program has: of ICE's lists."""

from __future__ import annotations

from tests.web.doors.cast import AT_THE_DESK, CONTRIBUTES_SOMEWHERE
from tests.web.doors.desk_doors import AUTHOR
from tests.web.doors.door import Door
from tests.web.doors.probe import NOTHING

SECTION_287G = "287g"

OWN_DOORS = (
    Door(
        "desk-lists",
        "read a list of ICE",
        CONTRIBUTES_SOMEWHERE,
        CONTRIBUTES_SOMEWHERE,
        program=SECTION_287G,
    ),
    Door(
        "desk-list",
        "one's own list",
        AUTHOR,
        AUTHOR,
        lambda world, who: {"upload": world.list},
        {"act": "delete"},
        others=NOTHING,
        forbidden=AT_THE_DESK - CONTRIBUTES_SOMEWHERE,
        program=SECTION_287G,
    ),
)
