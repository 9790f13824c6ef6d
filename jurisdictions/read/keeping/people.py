"""The people who keep the record: their roles, what was done to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db.models import Prefetch, Q, QuerySet

from jurisdictions.models import Act, Person, Proposal, Role
from jurisdictions.read.keeping.queues import in_regions
from jurisdictions.read.keeping.regions import region_name
from jurisdictions.status.geoids import NATION


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in a region, from one moment to another; `ended_at` None while it is held."""

    role_id: int
    role: str
    geoid: str
    place: str
    given_at: datetime
    given_by: str
    ended_at: datetime | None
    ended_by: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """Something that was done to a person or a program."""

    kind: str
    reason: str
    detail: dict[str, list[str]]
    done_at: datetime
    done_by: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who keeps the record, or kept it."""

    person_id: int
    name: str
    email: str
    language: str
    wants_mail: bool
    joined_at: datetime
    suspended_at: datetime | None
    left_at: datetime | None
    last_seen_at: datetime | None
    roles: tuple[RoleRow, ...]

    @property
    def held(self) -> tuple[RoleRow, ...]:
        """The roles that they hold now."""
        return tuple(role for role in self.roles if role.ended_at is None)


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a person's history: a role given or ended, or an act with its reason."""

    kind: str
    at: datetime
    by: str
    role: RoleRow | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """More of one person: what was done to them, what they did, whether they have a factor."""

    row: PersonRow
    acts: tuple[ActRow, ...]
    proposals: int
    decisions: int
    has_second_factor: bool

    @property
    def history(self) -> tuple[Event, ...]:
        """Everything that was done to the person, the latest first."""
        events = [Event(act.kind, act.done_at, act.done_by, None, act.reason) for act in self.acts]
        for role in self.row.roles:
            events.append(Event("role-given", role.given_at, role.given_by, role))
            if role.ended_at is not None:
                events.append(Event("role-ended", role.ended_at, role.ended_by, role))
        return tuple(sorted(events, key=lambda event: event.at, reverse=True))


def people_rows(regions: Collection[str], language: str) -> tuple[PersonRow, ...]:
    """Who holds a role in the regions; with the nation among them everybody. Two queries."""
    everybody = _with_roles(Person.objects.filter(left_at=None))
    if NATION not in regions:
        holding = in_regions(Role.objects.filter(ended_at=None), regions)
        everybody = everybody.filter(pk__in=holding.values("person_id"))
    return tuple(_person(person, language) for person in everybody.order_by("name"))


def person_row(person: int, language: str) -> PersonRow | None:
    """One person; None when there is none of that number. Two queries."""
    found = _with_roles(Person.objects.filter(pk=person)).first()
    return _person(found, language) if found else None


def person_detail(person: int, language: str) -> PersonDetail | None:
    """One person and what is known of them; None when there is none. Six queries."""
    row = person_row(person, language)
    if row is None:
        return None
    factors = Authenticator.objects.filter(user__person=person)
    return PersonDetail(
        row=row,
        acts=acts_on(Q(person=person)),
        proposals=Proposal.objects.filter(made_by=person).count(),
        decisions=Proposal.objects.filter(decided_by=person).exclude(made_by=person).count(),
        has_second_factor=bool(factors.exists()),
    )


def acts_on(about: Q) -> tuple[ActRow, ...]:
    """What was done to a person or a program, the latest first. One query."""
    return tuple(
        ActRow(act.kind, act.reason, act.detail, act.done_at, act.done_by)
        for act in Act.objects.filter(about)
    )


def person_of_address(email: str) -> int | None:
    """Whose e-mail address it is; None when nobody's."""
    return _owners(email).values_list("pk", flat=True).first()


def language_of(email: str) -> str:
    """The language of whoever's address it is, "" of nobody."""
    return _owners(email).values_list("language", flat=True).first() or ""


def account_of(email: str) -> int:
    """The active account that an address belongs to, 0 when it is nobody's. One query.

    The first row is not enough to stop at: the time must not tell whether there is one.
    """
    confirmed = Q(emailaddress__email__iexact=email, emailaddress__verified=True)
    users = User.objects.filter(confirmed | Q(email__iexact=email), is_active=True)
    return min(users.values_list("pk", flat=True), default=0)


def _owners(email: str) -> QuerySet[Person]:
    accounts = EmailAddress.objects.filter(email__iexact=email).values_list("user_id", flat=True)
    return Person.objects.filter(account_id__in=list(accounts))


def _with_roles(people: QuerySet[Person]) -> QuerySet[Person]:
    roles = Prefetch("roles", Role.objects.order_by("-given_at", "-pk"))
    return people.select_related("account").prefetch_related(roles)


def _person(person: Person, language: str) -> PersonRow:
    account = person.account
    return PersonRow(
        person_id=person.pk,
        name=person.name,
        email=account.email if account else "",
        language=person.language,
        wants_mail=person.wants_mail,
        joined_at=person.joined_at,
        suspended_at=person.suspended_at,
        left_at=person.left_at,
        last_seen_at=account.last_login if account else None,
        roles=tuple(_role(role, language) for role in person.roles.all()),
    )


def _role(role: Role, language: str) -> RoleRow:
    return RoleRow(
        role_id=role.pk,
        role=role.role,
        geoid=role.geoid,
        place=region_name(role.geoid, language),
        given_at=role.given_at,
        given_by=role.given_by,
        ended_at=role.ended_at,
        ended_by=role.ended_by,
    )
