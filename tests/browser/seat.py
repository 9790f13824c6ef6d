"""Seats somebody at the desk of a running tracker and prints the key of their session.

`python -m tests.browser.seat ROLE REGION NAME`, with the tracker's DATA_DIR.
"""

from __future__ import annotations

import sys
from itertools import count


def main(role: str, region: str, name: str) -> str:
    """A person of that name, new or known, signed in."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from jurisdictions.models import Person
    from tests import people

    # Each run of this counts anew.
    people._numbers = count(1000 + User.objects.count())
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    found = Person.objects.filter(name=name).first()
    person = found or people.make_person(role, region, name=name)
    return people.sign_in(Client(), person).cookies["sessionid"].value


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:]))
