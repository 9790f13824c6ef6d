"""Acts on people at the same moment, in threads, on a database of their own; one JSON line each.

`python -m tests.accounts.at_once FOLDER`, as tests/record/at_once.py.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

from tests.record.at_once import begin, moment, person, together

PASSWORD = "an atlas kept by many hands"


def two_end_each_other() -> list[str]:
    """Two administrators, the only ones, end each other's role."""
    from jurisdictions.record.people.roles import end_role

    ana, bea = only_administrators()
    roles = {actor: role_of(actor) for actor in (ana, bea)}
    return together(
        lambda: end_role(role=roles[bea], by=ana, at=moment()),
        lambda: end_role(role=roles[ana], by=bea, at=moment()),
    )


def one_leaves_while_the_other_is_suspended() -> list[str]:
    """One of two administrators leaves while suspending the other, so to speak."""
    from jurisdictions.record.own_account import leave
    from jurisdictions.record.people.suspending import suspend_person

    ana, bea = only_administrators()
    return together(
        lambda: leave(by=ana, at=moment()),
        lambda: suspend_person(person=bea.person_id, reason="Why", by=ana, at=moment()),
    )


def two_take_one_invitation() -> list[str]:
    """A link is opened twice."""
    from jurisdictions.record.people.invitations import invite
    from jurisdictions.record.people.joining import accept_invitation

    ana, _bea = only_administrators()
    email = f"guest-{moment().second}-{ana.person_id}@example.org"
    invited = invite(email=email, roles=[("editor", "17")], by=ana, at=moment())
    told = {"secret": invited.secret, "password": PASSWORD, "language": "en", "at": moment()}
    names = (f"Guest {ana.person_id}", f"Visitor {ana.person_id}")
    return together(*(lambda n=n: accept_invitation(name=n, **told) for n in names))


def two_take_one_name() -> list[str]:
    """Two people join under the same name."""
    from jurisdictions.record.people.invitations import invite
    from jurisdictions.record.people.joining import accept_invitation

    ana, bea = only_administrators()
    links = [
        invite(email=f"twin-{actor.person_id}@e.org", roles=[("editor", "17")], by=ana, at=moment())
        for actor in (ana, bea)
    ]
    told = {"password": PASSWORD, "language": "en", "at": moment(), "name": f"T {ana.person_id}"}
    return together(
        *(lambda one=one: accept_invitation(secret=one.secret, **told) for one in links)
    )


def role_given_twice() -> list[str]:
    """Two administrators give the same role."""
    from jurisdictions.models import Role
    from jurisdictions.record.people.roles import give_role

    ana, bea = only_administrators()
    other = person("contributor").person_id
    told = {"person": other, "role": "editor", "geoid": "17"}
    outcomes = together(
        lambda: give_role(**told, by=ana, at=moment()),
        lambda: give_role(**told, by=bea, at=moment()),
    )
    held = Role.objects.filter(person_id=other, role="editor", ended_at=None).count()
    return [*outcomes, str(held)]


def administrators_left() -> int:
    """How many administrators there are who can act."""
    from jurisdictions.models import Role

    held = Role.objects.filter(role="administrator", geoid="US", ended_at=None)
    return held.filter(person__suspended_at=None, person__account__isnull=False).count()


def only_administrators() -> tuple[Any, Any]:
    """Two new ones; the roles of those before them are ended."""
    from jurisdictions.models import Role

    held = Role.objects.filter(role="administrator", ended_at=None)
    held.update(ended_at=moment(), ended_by="the tests")
    return person("administrator"), person("administrator")


def role_of(actor: Any) -> int:
    """The one role of a new person."""
    from jurisdictions.models import Role

    return Role.objects.get(person_id=actor.person_id).pk


ACTS = {
    act.__name__: act
    for act in (
        two_end_each_other,
        one_leaves_while_the_other_is_suspended,
        two_take_one_invitation,
        two_take_one_name,
        role_given_twice,
        administrators_left,
    )
}

if __name__ == "__main__":
    django.setup()
    begin(sys.argv[1])
    for line in sys.stdin:
        name, given = json.loads(line)
        print(json.dumps(ACTS[name](*given)), flush=True)  # noqa: T201 - the answer
