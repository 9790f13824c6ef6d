"""The doors of administrators: people, invitations, programs."""

from __future__ import annotations

from tests.web.doors.cast import ADMINISTERS, ADMINISTERS_SOMEWHERE
from tests.web.doors.door import NOBODY, Door, fixed

PEOPLE_DOORS = (
    Door("people", "who keeps the record", ADMINISTERS_SOMEWHERE),
    Door(
        "invite",
        "invite somebody",
        ADMINISTERS_SOMEWHERE,
        ADMINISTERS,
        data={
            "email": "another@example.org",
            "language": "en",
            "role": "editor",
            "region": "Illinois",
        },
    ),
    Door(
        "invitation-act",
        "send an invitation again, take it back",
        NOBODY,
        ADMINISTERS,
        lambda world, who: {"invitation": world.invited.invitation_id},
        {"act": "withdraw"},
        only_post=True,
    ),
    Door(
        "person",
        "give and end roles, suspend, let in again",
        ADMINISTERS,
        ADMINISTERS,
        lambda world, who: {"person": world.somebody},
        {"act": "give", "role": "editor", "region": "17031"},
    ),
    Door("programs", "the programs", ADMINISTERS),
    Door(
        "program-edit",
        "what is said of a program",
        ADMINISTERS,
        ADMINISTERS,
        fixed(slug="secure-communities"),
        {"name": "Another name"},
    ),
)
