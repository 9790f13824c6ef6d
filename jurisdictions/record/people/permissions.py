"""Who may do what, and where: every rule about people is in this module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import rules
from django.conf import settings

from jurisdictions.models import Role
from jurisdictions.status.geoids import NATION, around, is_state, lies_in

CONTRIBUTOR, EDITOR, REVIEWER, ADMINISTRATOR = "contributor", "editor", "reviewer", "administrator"
INCLUDES = {
    CONTRIBUTOR: frozenset({CONTRIBUTOR}),
    EDITOR: frozenset({CONTRIBUTOR, EDITOR}),
    REVIEWER: frozenset({CONTRIBUTOR, EDITOR, REVIEWER}),
    # Administrators keep people and programs; facts are others' work.
    ADMINISTRATOR: frozenset({ADMINISTRATOR}),
}
NEEDS_SECOND_FACTOR = frozenset({REVIEWER, ADMINISTRATOR})


NOBODY, ALONE, REVIEWERS = "nobody", "alone", "reviewers"
"""Who may decide on their own proposals (settings.OWN_REVIEWS)."""


class NotAllowed(PermissionError):
    """The person may not do this here: `door` is the permission's name, `geoid` the region."""

    def __init__(self, door: str, geoid: str) -> None:
        self.door, self.geoid = door, geoid
        super().__init__(f"{door} in {geoid}")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who acts, with the roles that they hold now: `(role, region)` pairs."""

    person_id: int
    name: str
    roles: frozenset[tuple[str, str]] = frozenset()
    account_id: int | None = None

    def holds(self, role: str, geoid: str) -> bool:
        """Whether a role of theirs that includes this one covers the region."""
        return any(role in INCLUDES[own] and covers(region, geoid) for own, region in self.roles)

    def regions(self, role: str) -> frozenset[str]:
        """Where they hold this role or one that includes it."""
        return frozenset(region for own, region in self.roles if role in INCLUDES[own])


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act is about: its region, and who wrote what is to be decided (0: nobody)."""

    geoid: str
    author_id: int = 0


def covers(region: str, geoid: str) -> bool:
    """Whether a region is the place or includes it: the nation, then states, then counties."""
    return lies_in(geoid, region)


def predicate(test: Callable[[Actor, Deed], bool]) -> Any:
    """A test that `rules` can join to others with & | ~; the package itself carries no types."""
    return rules.predicate(test)


@predicate
def contributes(actor: Actor, deed: Deed) -> bool:
    return actor.holds(CONTRIBUTOR, deed.geoid)


@predicate
def brings_to_the_nation(actor: Actor, deed: Deed) -> bool:
    """Who contributes to a state sees what the federal record lacks: national reviewers decide."""
    return deed.geoid == NATION and any(is_state(own) for own in actor.regions(CONTRIBUTOR))


@predicate
def edits(actor: Actor, deed: Deed) -> bool:
    return actor.holds(EDITOR, deed.geoid)


@predicate
def reviews(actor: Actor, deed: Deed) -> bool:
    return actor.holds(REVIEWER, deed.geoid)


@predicate
def administers(actor: Actor, deed: Deed) -> bool:
    return actor.holds(ADMINISTRATOR, deed.geoid)


@predicate
def wrote_it(actor: Actor, deed: Deed) -> bool:
    return deed.author_id == actor.person_id


@predicate
def may_review_own(actor: Actor, deed: Deed) -> bool:
    """As the operator has it (OWN_REVIEWS): nobody, who alone reviews there, or every reviewer."""
    if settings.OWN_REVIEWS == ALONE:
        return reviews_alone(actor, deed.geoid)
    return bool(settings.OWN_REVIEWS == REVIEWERS)


def reviews_alone(actor: Actor, geoid: str) -> bool:
    """Whether nobody else who is let in reviews the region. One query."""
    roles = [role for role, included in INCLUDES.items() if REVIEWER in included]
    held = Role.objects.filter(role__in=roles, geoid__in=around(geoid), ended_at=None)
    others = held.exclude(person_id=actor.person_id)
    return not others.filter(person__suspended_at=None, person__left_at=None).exists()


def reviews_own_somewhere(actor: Actor) -> bool:
    """Whether their own proposals can be among those that wait for their decision."""
    regions = actor.regions(REVIEWER)
    return any(may(actor, "proposals.review", region, actor.person_id) for region in regions)


DOORS = rules.RuleSet()
"""Every door that needs a role. Each is asked with `may` and forced with `demand`."""
DOORS.add_rule("facts.propose", contributes | brings_to_the_nation)
DOORS.add_rule("facts.correct_small", edits)
DOORS.add_rule("facts.revert", reviews)
DOORS.add_rule("facts.adjudicate", reviews)
DOORS.add_rule("flags.explain", reviews)
DOORS.add_rule("proposals.read", contributes | wrote_it)
DOORS.add_rule("proposals.discuss", contributes | wrote_it)
DOORS.add_rule("proposals.amend", wrote_it)
DOORS.add_rule("proposals.withdraw", wrote_it)
DOORS.add_rule("proposals.review", reviews & (~wrote_it | may_review_own))
DOORS.add_rule("sources.unite", reviews)
DOORS.add_rule("files.read", reviews | wrote_it)
DOORS.add_rule("files.attach", edits)
DOORS.add_rule("files.show", reviews)
DOORS.add_rule("files.remove", reviews | administers)
DOORS.add_rule("sources.watch", edits)
DOORS.add_rule("team.look", reviews | administers)
DOORS.add_rule("tips.answer", edits)
DOORS.add_rule("replies.verify", reviews)
DOORS.add_rule("people.administer", administers)
DOORS.add_rule("programs.administer", administers)


def coordinates(actor: Actor) -> frozenset[str]:
    """The regions whose team's work somebody may look at: reviewers and administrators."""
    return actor.regions(REVIEWER) | actor.regions(ADMINISTRATOR)


def needs_second_factor(actor: Actor) -> bool:
    """Whether a role of theirs asks for more than a password."""
    return any(role in NEEDS_SECOND_FACTOR for role, _region in actor.roles)


def may(actor: Actor, door: str, geoid: str = NATION, author_id: int = 0) -> bool:
    """Whether the actor may pass a door; raises KeyError for a door that there is not."""
    return bool(DOORS.test_rule(door, actor, Deed(geoid, author_id)))


def demand(actor: Actor, door: str, geoid: str = NATION, author_id: int = 0) -> None:
    """Raise NotAllowed unless the actor may pass the door."""
    if not may(actor, door, geoid, author_id):
        raise NotAllowed(door, geoid)
