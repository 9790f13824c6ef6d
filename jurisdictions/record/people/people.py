"""Who acts: the person behind an account, with the roles that they hold now."""

from __future__ import annotations

from jurisdictions.models import Person, Role
from jurisdictions.record.people.permissions import INCLUDES, Actor
from jurisdictions.status.geoids import around


def actor_of(account_id: int | None) -> Actor | None:
    """The person of an account; None without one, or when suspended. Two queries."""
    person = Person.objects.filter(account_id=account_id, suspended_at=None).first()
    if account_id is None or person is None:
        return None
    held = Role.objects.filter(person=person, ended_at=None).values_list("role", "geoid")
    return Actor(person.pk, person.name, frozenset(held), account_id)


def holders_of(role: str, geoid: str) -> tuple[int, ...]:
    """Ids of the people who may act in a role, or in one that includes it, at a place. One query.

    Who is suspended or has left is not among them.
    """
    enough = [name for name, included in INCLUDES.items() if role in included]
    holding = Role.objects.filter(
        role__in=enough,
        geoid__in=around(geoid),
        ended_at=None,
        person__suspended_at=None,
        person__left_at=None,
    )
    return tuple(sorted(set(holding.values_list("person_id", flat=True))))
