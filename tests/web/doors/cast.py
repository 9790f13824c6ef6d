"""Who knocks: every role, in the region of the stories (Illinois) and out of it (Texas)."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.models import Person
from jurisdictions.record.people.permissions import (
    ADMINISTRATOR,
    CONTRIBUTOR,
    EDITOR,
    NATION,
    REVIEWER,
)
from tests.people import make_person

HERE, ELSEWHERE = "17", "48"


@dataclass(frozen=True)
class Sort:
    """A sort of person: how the table calls it, the role and its region."""

    key: str
    label: str
    role: str = ""
    region: str = HERE
    second_factor: bool | None = None


CAST = (
    Sort("visitor", "nobody signed in"),
    Sort("suspended", "suspended reviewer", REVIEWER),
    Sort("plain", "no role"),
    Sort("bare", "reviewer without a second factor", REVIEWER, second_factor=False),
    Sort("contributor", "contributor", CONTRIBUTOR),
    Sort("contributor_out", "contributor elsewhere", CONTRIBUTOR, ELSEWHERE),
    Sort("editor", "editor", EDITOR),
    Sort("editor_out", "editor elsewhere", EDITOR, ELSEWHERE),
    Sort("reviewer", "reviewer", REVIEWER),
    Sort("reviewer_out", "reviewer elsewhere", REVIEWER, ELSEWHERE),
    Sort("author", "the author", CONTRIBUTOR),
    Sort("reviewing_author", "the author, a reviewer", REVIEWER),
    Sort("administrator", "administrator", ADMINISTRATOR, NATION),
    Sort("administrator_out", "administrator elsewhere", ADMINISTRATOR, ELSEWHERE),
)
EVERYBODY = frozenset(sort.key for sort in CAST)
OUTSIDE = frozenset({"visitor", "suspended"})
SIGNED_IN = EVERYBODY - OUTSIDE
AT_THE_DESK = SIGNED_IN - {"bare"}
REVIEWS = frozenset({"reviewer", "reviewing_author"})
EDITS = REVIEWS | {"editor"}
CONTRIBUTES = EDITS | {"contributor", "author"}
EDITS_SOMEWHERE = EDITS | {"editor_out", "reviewer_out"}
CONTRIBUTES_SOMEWHERE = CONTRIBUTES | EDITS_SOMEWHERE | {"contributor_out"}
WRITES = frozenset({"author", "reviewing_author"})
DECIDES = frozenset({"reviewer"})
DECIDES_SOMEWHERE = REVIEWS | {"reviewer_out"}
ADMINISTERS = frozenset({"administrator"})
ADMINISTERS_SOMEWHERE = ADMINISTERS | {"administrator_out"}
COORDINATES = DECIDES_SOMEWHERE | ADMINISTERS_SOMEWHERE


def gathered() -> dict[str, Person]:
    """One person of every sort that has an account."""
    people = {
        sort.key: make_person(
            sort.role,
            sort.region,
            name=f"The {sort.label}",
            second_factor=sort.second_factor,
        )
        for sort in CAST
        if sort.key != "visitor"
    }
    suspended = people["suspended"]
    suspended.suspended_at = suspended.joined_at
    suspended.save()
    assert suspended.account is not None
    suspended.account.is_active = False  # type: ignore[attr-defined] # of Django's own accounts
    suspended.account.save()
    return people
