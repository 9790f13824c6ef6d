"""What proposals are about, short enough for a line of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Min, Q

from jurisdictions.models import Proposal, ProposalStatus, Wish
from jurisdictions.models.proposal import DECIDED


@dataclass(frozen=True, slots=True)
class Gist:
    """What is done to how many facts of a kind; new sources are left to those that cite them.

    `first` and `last`: between which days what it is about was, as the cells say them; "" for none.
    """

    action: str
    kind: str
    count: int
    first: str = ""
    last: str = ""


def gists_of(proposals: Collection[int]) -> Mapping[int, tuple[Gist, ...]]:
    """The gist of each proposal, in the order of its wishes. One query."""
    current = Wish.objects.filter(proposal__in=proposals, revision=F("proposal__revision"))
    counted = current.values("proposal_id", "action", "kind").annotate(
        facts=Count("pk"), first=Min("day", filter=~Q(day="")), last=Max("day")
    )
    found: dict[int, list[Gist]] = defaultdict(list)
    for row in counted.order_by("proposal_id", "action", "kind"):
        found[row["proposal_id"]].append(_gist(row))
    return {number: _but_new_sources(gists) for number, gists in found.items()}


def _gist(row: Mapping[str, Any]) -> Gist:
    days = row["first"] or "", row["last"] or ""
    return Gist(row["action"], row["kind"], row["facts"], *days)


def open_about(program: str, geoid: str, but: int = 0) -> tuple[int, ...]:
    """The open proposals that wish something of facts of this very place. One query."""
    waiting = Proposal.objects.exclude(status__in=DECIDED).filter(program__slug=program)
    about = waiting.filter(wishes__geoid=geoid, wishes__revision=F("revision")).exclude(pk=but)
    return tuple(about.order_by("pk").values_list("pk", flat=True).distinct())


def status_label(status: str) -> str:
    """Where a proposal stands, in words."""
    return str(ProposalStatus(status).label)


def _but_new_sources(gists: list[Gist]) -> tuple[Gist, ...]:
    others = tuple(one for one in gists if (one.action, one.kind) != ("record", "source"))
    return others or tuple(gists)
