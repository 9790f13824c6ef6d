"""Who did what in a month: proposals, decisions, waiting times, by region and program."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Q

from jurisdictions.models import Proposal, ProposalStatus, Remark
from jurisdictions.read.keeping.queues import in_regions
from jurisdictions.status.geoids import NATION, state_of

DECISIONS = (ProposalStatus.ACCEPTED, ProposalStatus.REJECTED)


@dataclass(frozen=True, slots=True)
class RegionMonth:
    """What happened in a state (US: what concerns several, or the nation) under a program.

    `waiting` are those that are open at the end of the month. `median` and `longest` are the times
    from proposal to decision of those that were decided in it, None when none was.
    """

    region: str
    program: str
    proposed: int
    accepted: int
    rejected: int
    withdrawn: int
    waiting: int
    median: timedelta | None
    longest: timedelta | None


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """What somebody did: proposals made, decisions of their own, remarks. No order but the names'.

    `accepted` and `rejected` are the person's decisions on what others proposed.
    """

    person: str
    region: str
    program: str
    proposed: int
    accepted: int
    rejected: int
    remarks: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a team: its regions by name of place, its people by name."""

    regions: tuple[RegionMonth, ...]
    people: tuple[PersonMonth, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What of a proposal is counted."""

    region: str
    program: str
    status: str
    author: str
    decider: str
    made_at: datetime
    decided_at: datetime | None


Key = tuple[str, str]


def month_of(regions: Collection[str], begin: datetime, end: datetime) -> Month:
    """What was done in the regions from a moment until before another. Two queries."""
    told = list(_proposals(regions, begin, end))
    return Month(tuple(_regions(told, begin, end)), tuple(_people(told, regions, begin, end)))


def first_month(regions: Collection[str]) -> datetime | None:
    """When the first proposal of the regions was made. One query."""
    rows = in_regions(Proposal.objects.all(), regions).order_by("made_at")
    return rows.values_list("made_at", flat=True).first()


def _proposals(regions: Collection[str], begin: datetime, end: datetime) -> Iterator[_Told]:
    """Those that were open at any time of the month."""
    until = Q(decided_at=None) | Q(decided_at__gte=begin)
    rows = in_regions(Proposal.objects.filter(until, made_at__lt=end), regions)
    names = ("geoid", "program__slug", "status", "made_by__name", "decided_by__name")
    for geoid, *row in rows.values_list(*names, "made_at", "decided_at"):
        yield _Told(_region(geoid), *row)


def _region(geoid: str) -> str:
    return geoid if geoid == NATION else state_of(geoid)


def _regions(told: Sequence[_Told], begin: datetime, end: datetime) -> Iterator[RegionMonth]:
    groups: dict[Key, list[_Told]] = defaultdict(list)
    for one in told:
        groups[one.region, one.program].append(one)
    for (region, program), mine in sorted(groups.items()):
        ended = [one for one in mine if one.decided_at and one.decided_at < end]
        by_status = Counter(one.status for one in ended)
        waits = [
            one.decided_at - one.made_at
            for one in ended
            if one.decided_at and one.status in DECISIONS
        ]
        yield RegionMonth(
            region,
            program,
            sum(one.made_at >= begin for one in mine),
            by_status[ProposalStatus.ACCEPTED],
            by_status[ProposalStatus.REJECTED],
            by_status[ProposalStatus.WITHDRAWN],
            len(mine) - len(ended),
            timedelta(seconds=median(took.total_seconds() for took in waits)) if waits else None,
            max(waits, default=None),
        )


def _people(
    told: Sequence[_Told], regions: Collection[str], begin: datetime, end: datetime
) -> Iterator[PersonMonth]:
    done: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for one in told:
        if one.made_at >= begin:
            done[one.author, one.region, one.program]["proposed"] += 1
        if one.decided_at and one.decided_at < end and one.status in DECISIONS:
            done[one.decider, one.region, one.program][one.status] += 1
    for (name, geoid, program), many in _remarks(regions, begin, end).items():
        done[name, _region(geoid), program]["remarks"] += many
    for (name, region, program), counts in sorted(done.items(), key=_by_name):
        columns = ("proposed", "accepted", "rejected", "remarks")
        yield PersonMonth(name, region, program, *(counts[column] for column in columns))


def _by_name(row: tuple[tuple[str, str, str], Counter[str]]) -> tuple[str, str, str]:
    (name, region, program), _counts = row
    return name.casefold(), region, program


def _remarks(
    regions: Collection[str], begin: datetime, end: datetime
) -> Mapping[tuple[str, str, str], int]:
    rows = Remark.objects.filter(made_at__gte=begin, made_at__lt=end)
    mine = rows.filter(proposal__in=in_regions(Proposal.objects.all(), regions))
    names = mine.values_list("made_by__name", "proposal__geoid", "proposal__program__slug")
    return Counter(names)
