"""Agreements that came back or stayed listed too long, told from the agencies' record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jurisdictions.models import AgencyAgreement
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.rows import AsOf
from jurisdictions.status.flags.days import Disputed
from jurisdictions.status.flags.raised import Raised
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.section_287g.absences import absences_in
from jurisdictions.status.programs.section_287g.flags import (
    LEFT,
    came_back,
    listed_after_end,
)


def raised(as_of: AsOf, disputed: Sequence[Disputed]) -> Iterator[Raised]:
    """The flags that this program alone has."""
    agreements = [row.own for row in agency_record(as_of).agreements]
    yield from came_back(agreements, [*disputed, *_absent(as_of, disputed)])
    yield from listed_after_end(agreements)


def _absent(as_of: AsOf, disputed: Sequence[Disputed]) -> Iterator[Disputed]:
    """What the record itself says lists lacked meanwhile, where no contradiction tells it."""
    told = {one.fact for one in disputed if one.field == LEFT}
    rows = AgencyAgreement.objects.after_change(as_of.edition.last_change).exclude(absent="")
    for key, geoid, absent in rows.filter(fact__program__slug=as_of.program.slug).values_list(
        "fact__key", "geoid", "absent"
    ):
        name = f"{FactKind.AGENCY_AGREEMENT.value}:{key}"
        gap = next((f"{first}/{last}" for first, last in absences_in(absent) if last), "")
        if gap and name not in told:
            yield Disputed(name, geoid, LEFT, "", gap)


def agency_of(as_of: AsOf, fact: str) -> tuple[str, str]:
    """The key and the name of the agency of an agreement; empty for what is of none."""
    return _agencies(as_of).get(fact, ("", ""))


@kept_once(maxsize=4)
def _agencies(as_of: AsOf) -> Mapping[str, tuple[str, str]]:
    rows = agency_record(as_of).agreements
    return {one.name: (one.agency.key, one.agency.title) for one in rows}
