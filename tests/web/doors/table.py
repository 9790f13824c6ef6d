"""All doors, and the addresses that there are: neither may lack what the other has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import URLPattern, URLResolver

from jurisdictions.web.account.urls import ACCOUNTS
from jurisdictions.web.desk.people.urls import PEOPLE
from jurisdictions.web.desk.urls import DESK
from jurisdictions.web.follow.urls import FOLLOW
from jurisdictions.web.history.urls import HISTORIES
from jurisdictions.web.programs import own_pages
from jurisdictions.web.tips.urls import TIPS
from tests.web.doors.account_doors import ACCOUNT_DOORS
from tests.web.doors.desk_doors import DESK_DOORS
from tests.web.doors.door import Door
from tests.web.doors.own_doors import OWN_DOORS
from tests.web.doors.people_doors import PEOPLE_DOORS
from tests.web.doors.public_doors import PUBLIC_DOORS

SECTIONS: tuple[tuple[str, tuple[Door, ...]], ...] = (
    ("The desk", DESK_DOORS),
    ("People and programs", PEOPLE_DOORS),
    ("The desk of 287(g) alone", OWN_DOORS),
    ("Accounts", ACCOUNT_DOORS),
    ("Open to all", PUBLIC_DOORS),
)
DOORS = tuple(door for _title, doors in SECTIONS for door in doors)


def addresses() -> dict[str, str]:
    """The name of every address that needs an entry, and the address as it is declared."""
    own_desks = [page for page in own_pages() if str(page.pattern).startswith("desk/")]
    of_a_program = _walk([*DESK, *PEOPLE, *HISTORIES, *TIPS, *own_desks], "<program>/")
    found: dict[str, str] = {}
    for name, address in (*of_a_program, *_walk([*ACCOUNTS, *FOLLOW], "")):
        found.setdefault(name, address)
    return found


def _walk(every: Iterable[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, str]]:
    for one in every:
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, before + str(one.pattern))
        elif one.name:
            yield one.name, before + str(one.pattern)
