"""What a list lacked 14 days ago, and no list shows since: said in a proposal that it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from django.utils.translation import ngettext

from jurisdictions.models import Citation, Program, ProposalStatus, Wish
from jurisdictions.record.changing.wishes import CORRECT, WishDraft
from jurisdictions.record.lists.programs.section_287g.comparing import Signed
from jurisdictions.record.lists.programs.section_287g.on_record import (
    agreements_on_record,
    lists_on_record,
)
from jurisdictions.record.lists.programs.section_287g.presence import CONFIRMED_AFTER
from jurisdictions.record.lists.programs.section_287g.watched import watcher
from jurisdictions.record.proposing.proposals import propose
from jurisdictions.status.programs.section_287g import SLUG
from jurisdictions.status.programs.section_287g.absences import absences_text
from jurisdictions.status.programs.section_287g.vocabulary import Ending, ListKind


def confirm_gone(at: datetime) -> int:
    """Propose that agreements ended which the last lists have lacked for 14 days; answers its id.

    0 where there is none, or where a proposal that waits already wishes to change it. Two queries
    where nothing is in doubt.
    """
    program = Program.objects.filter(slug=SLUG).first()
    if program is None:
        return 0
    overdue = [
        one
        for one in agreements_on_record(program)
        if one.listing.doubted and at.date() - one.listing.doubted >= CONFIRMED_AFTER
    ]
    waiting = _wished({f"agency_agreement:{one.key}" for one in overdue}) if overdue else set()
    overdue = [one for one in overdue if f"agency_agreement:{one.key}" not in waiting]
    if not overdue:
        return 0
    lists = [one for one in lists_on_record(program).lists if one.kind is ListKind.PARTICIPATING]
    sources = _sources({one.on: one.key for one in lists})
    wishes = [
        WishDraft(CORRECT, "", f"agency_agreement:{one.key}", dict(_ended(one, sources)))
        for one in overdue
    ]
    said = ngettext(
        "%(count)d agreement gone from ICE's lists for 14 days",
        "%(count)d agreements gone from ICE's lists for 14 days",
        len(wishes),
    )
    title = said % {"count": len(wishes)}
    by = watcher(at)
    return propose(program=SLUG, wishes=wishes, title=title, reason=title, by=by, at=at)


def _wished(names: set[str]) -> set[str]:
    """Which of the facts an open proposal wishes to change."""
    open_ = Wish.objects.filter(
        proposal__status__in=(ProposalStatus.OPEN, ProposalStatus.ASKED), name__in=names
    )
    return set(open_.values_list("name", flat=True))


def _sources(lists: Mapping[date, str]) -> dict[date, str]:
    """The source of the list of each day, by which the end of what it lacked is proven."""
    cited = Citation.objects.current().filter(fact__kind="list", fact__key__in=lists.values())
    of_list = dict(cited.values_list("fact__key", "source__key"))
    return {on: of_list.get(key, "") for on, key in lists.items()}


def _ended(one: Signed, sources: Mapping[date, str]) -> Iterator[tuple[str, str]]:
    """The cells of an agreement that left with the first list without it."""
    listing = one.listing
    if listing.doubted is None:
        return
    yield "source", sources.get(listing.doubted, "")
    last = max((day for day in sources if listing.on(day)), default=listing.first)
    yield "listed_until", str(last)
    yield "missing_from", str(listing.doubted)
    yield "absent", absences_text(part for part in listing.absent if part[1])
    if not one.ended:
        yield "ending", one.ending or Ending.NOT_LISTED.value
