"""Seats people at the desk of a running tracker: a line of JSON each, answered by a session's key.

`python -m tests.browser.seat`, with the tracker's DATA_DIR; it reads [ROLE, REGION, NAME].
"""

from __future__ import annotations

import json
import sys
from itertools import count


def seated(role: str, region: str, name: str) -> str:
    """A person of that name, new or known, signed in."""
    from django.contrib.auth.models import User
    from django.test import Client

    from jurisdictions.models import Person
    from tests import people

    # People may have joined by themselves meanwhile.
    people._numbers = count(1000 + User.objects.count())
    found = Person.objects.filter(name=name).first()
    person = found or people.make_person(role, region, name=name)
    return people.sign_in(Client(), person).cookies["sessionid"].value


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
