"""Seats people at the desk of a running tracker: a line of JSON each, answered by a session's key.

`python -m tests.browser.seat`, with the tracker's DATA_DIR; it reads [ROLE, REGION, NAME, OF HOW
MANY FACTS EACH PROPOSAL THAT THEY MAKE IS].
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import count
from typing import Any


def seated(role: str, region: str, name: str, proposes: Sequence[int] = ()) -> str:
    """A person of that name, new or known, signed in, who proposes corrections."""
    from django.contrib.auth.models import User
    from django.test import Client

    from jurisdictions.models import Person
    from tests import people

    # People may have joined by themselves meanwhile.
    people._numbers = count(1000 + User.objects.count())
    found = Person.objects.filter(name=name).first()
    person = found or people.make_person(role, region, name=name)
    if proposes:
        propose_corrections(person, region, proposes)
    return people.sign_in(Client(), person).cookies["sessionid"].value


def propose_corrections(person: Any, region: str, sizes: Sequence[int]) -> None:
    """Proposals of so many facts each: other days of activations that nobody wishes to change."""
    from django.utils import timezone

    from jurisdictions.models import Activation, Wish
    from jurisdictions.record.proposing.proposals import WishDraft, propose
    from tests.people import acting

    taken = set(Wish.objects.values_list("name", flat=True))
    known = Activation.objects.filter(superseded_at=None, geoid__startswith=region)
    names = [name for one in known.order_by("geoid") if (name := one.fact.name) not in taken]
    cells = {"activated_on": "2010-01-05", "source": "ice_activated_list"}
    free = iter(names)
    for number, size in enumerate(sizes):
        propose(
            program="secure-communities",
            wishes=[WishDraft("correct", "", next(free), cells) for _ in range(size)],
            title=f"Correction {number}",
            reason="A log.",
            by=acting(person),
            at=timezone.now(),
        )


def main() -> None:
    """Until nobody asks any more."""
    import django

    django.setup()
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for line in sys.stdin:
        sys.stdout.write(f"{seated(*json.loads(line))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
