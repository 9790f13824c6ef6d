"""What became of proposals that were decided together: kept until the queue has said it once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposals import lines_numbered
from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.record.proposing.many import Decided
from jurisdictions.web.desk.proposals.queue import LineShown, shown_lines

DONE = "_decided"
"""The name under which the session keeps it."""


@dataclass(frozen=True, slots=True)
class Left:
    """A proposal that was not decided, and why; `href` is "" for who may not read it."""

    href: str
    title: str
    why: str


def keep_became(request: HttpRequest, do: str, became: Sequence[Decided]) -> None:
    """Keep what became of many for the page that comes next."""
    request.session[DONE] = {
        "do": do,
        "done": sum(one.done for one in became),
        "edition": max((one.edition or 0 for one in became), default=0),
        "left": [[one.proposal, one.why] for one in became if not one.done],
    }


def what_became(request: HttpRequest, actor: Actor) -> dict[str, object] | None:
    """What became of the many that were decided just now; None once it was said."""
    kept = request.session.pop(DONE, None)
    if not kept:
        return None
    readable = [
        line
        for line in lines_numbered([number for number, _why in kept["left"]])
        if may(actor, "proposals.read", line.geoid, line.author_id)
    ]
    shown = {one.line.proposal_id: one for one in shown_lines(readable)}
    return {**kept, "left": [_left(shown.get(number), number, why) for number, why in kept["left"]]}


def _left(shown: LineShown | None, number: int, why: str) -> Left:
    told = _("Proposal %(number)d") % {"number": number}
    return Left(shown.href, f"{told}: {shown.title}", why) if shown else Left("", told, why)
