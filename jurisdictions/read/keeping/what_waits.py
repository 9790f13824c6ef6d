"""How much waits for people, and how old the newest edition and list are, by program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from jurisdictions.models import Edition, Proposal, Reply, Tip, Upload
from jurisdictions.models.captured_list import CapturedList
from jurisdictions.models.proposal import DECIDED
from jurisdictions.models.tip import ReplyStatus, TipStatus


@dataclass(frozen=True, slots=True)
class WhatWaits:
    """By program: proposals, tips, replies and uploads that are open.

    `editions` and `lists` say when the newest edition was published, the newest list recorded.
    """

    proposals: Mapping[str, int]
    tips: Mapping[str, int]
    replies: Mapping[str, int]
    uploads: Mapping[str, int]
    edition_numbers: Mapping[str, int]
    editions: Mapping[str, datetime]
    lists: Mapping[str, datetime]


def what_waits() -> WhatWaits:
    """Six small queries."""
    standing = list(
        Edition.objects.order_by()
        .values_list("program__slug")
        .annotate(number=Max("number"), at=Max("published_at"))
    )
    lists = (
        CapturedList.objects.filter(superseded_at=None)
        .order_by()
        .values_list("fact__program__slug")
        .annotate(at=Max("recorded_at"))
    )
    return WhatWaits(
        proposals=_counted(Proposal.objects.exclude(status__in=DECIDED)),
        tips=_counted(Tip.objects.filter(status=TipStatus.WAITING)),
        replies=_counted(Reply.objects.filter(status=ReplyStatus.WAITING)),
        uploads=_counted(Upload.objects.filter(finished_at=None)),
        edition_numbers={slug: number for slug, number, _at in standing},
        editions={slug: at for slug, _number, at in standing},
        lists=dict(lists),
    )


def _counted(rows: object) -> dict[str, int]:
    ordered = rows.order_by().values_list("program__slug")  # type: ignore[attr-defined]
    return dict(ordered.annotate(number=Count("pk")))
