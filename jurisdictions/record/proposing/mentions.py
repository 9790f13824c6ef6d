"""Who is named with an @ in a remark: people who may read the proposal, by their whole names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from jurisdictions.models import Person, Proposal
from jurisdictions.record.people.people import holders_of
from jurisdictions.record.people.permissions import CONTRIBUTOR

AT = "@"


def readers_of(proposal: Proposal) -> dict[int, str]:
    """Those who may read a proposal and speak about it, by name: whom a remark can name."""
    people = {*holders_of(CONTRIBUTOR, proposal.geoid), proposal.made_by_id}
    here = Person.objects.filter(pk__in=people, suspended_at=None, left_at=None)
    return dict(here.order_by("name").values_list("pk", "name"))


def names_for(*, proposal: int, but: int) -> tuple[str, ...]:
    """The names that somebody can write with an @ in a remark, but their own."""
    people = readers_of(Proposal.objects.get(pk=proposal))
    return tuple(name for person, name in people.items() if person != but)


def named_in(text: str, people: Mapping[int, str]) -> frozenset[int]:
    """Whom a text names: "@Rosa Villanueva, is it so?". Accents and capitals do not matter.

    A longer name goes first, so that "@Ana María" is not Ana. What an @ stands in the middle of,
    an e-mail address, names nobody.
    """
    said = _plain(text)
    found: set[int] = set()
    for person, name in sorted(people.items(), key=lambda one: -len(one[1])):
        written = rf"(?<!\w){AT}\s?{re.escape(_plain(name))}(?!\w)"
        said, count = re.subn(written, " ", said)
        if count:
            found.add(person)
    return frozenset(found)


def _plain(text: str) -> str:
    """The text without accents and capitals; its signs stay."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
