"""The doors of everybody: histories, tips, replies, following by mail."""

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
    public("follow", "ask for mails when something changes", do=True),
    public("follow-thanks", "that one mail was sent"),
    public(
        "follow-confirm",
        "confirm an address, with the link",
        do=True,
        parts=lambda world, who: {"token": world.confirm},
    ),
    public(
        "follow-leave",
        "get no more of these mails, with the link",
        do=True,
        parts=lambda world, who: {"token": world.leave},
    ),
)
