"""The doors of everybody: histories, tips, replies."""

from __future__ import annotations

from tests.record.wishing import KANE
from tests.web.doors.door import fixed, public
from tests.web.doors.world import KANE_COUNTY

PLACE = fixed(**KANE_COUNTY)

PUBLIC_DOORS = (
    public("place-history", "the history of a place", parts=PLACE),
    public("fact-history", "the history of a fact", parts=fixed(name=KANE)),
    public("wrong", "say that something is wrong", do=True, parts=PLACE),
    public("wrong-thanks", "that it was sent", parts=PLACE),
    public("reply", "write a jurisdiction's reply", do=True, parts=PLACE),
    public("reply-thanks", "that it was sent", parts=PLACE),
)
