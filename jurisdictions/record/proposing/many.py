"""Decide on many proposals at once: each is accepted or rejected as if it were the only one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.models import Proposal
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor, NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.reviews import accept_proposal, reject_proposal
from jurisdictions.record.public_words import tidy

MOST = 50
"""The most proposals at once: as many as a page of the queue shows."""
FAULTS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """A proposal to be decided: the revision that the reviewer saw, and why (or a note)."""

    proposal: int
    revision: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of one: `why` says why nothing did, "" when it was decided.

    `edition` is the one that holds what was accepted. `kind` is the conflict's, "refused",
    "not_allowed" or "busy".
    """

    proposal: int
    why: str = ""
    edition: int | None = None
    kind: str = ""

    @property
    def done(self) -> bool:
        """Whether it was decided."""
        return not self.why


def accept_many(*, chosen: Sequence[Chosen], by: Actor, at: datetime) -> tuple[Decided, ...]:
    """Accept each, whole or not at all, in its own transaction; what became of each, in order.

    None is accepted over a conflict: that is decided on the page of the proposal. Raises Refused
    when there are too many.
    """

    def accept(one: Chosen) -> int:
        told = {"proposal": one.proposal, "revision": one.revision, "reason": one.reason}
        return accept_proposal(**told, by=by, at=at).edition  # type: ignore[arg-type]

    return tuple(_each(chosen, by, accept))


def reject_many(*, chosen: Sequence[Chosen], by: Actor, at: datetime) -> tuple[Decided, ...]:
    """Reject each with its reason; what became of each, in order. Raises Refused for too many."""

    def reject(one: Chosen) -> None:
        if not tidy(one.reason):
            said = _("Say why, so that the author learns from it.")
            raise Refused([Fault("", 0, "", "", said)])
        told = {"proposal": one.proposal, "revision": one.revision, "reason": one.reason}
        reject_proposal(**told, by=by, at=at)  # type: ignore[arg-type]

    return tuple(_each(chosen, by, reject))


def _each(
    chosen: Sequence[Chosen], by: Actor, act: Callable[[Chosen], int | None]
) -> Iterator[Decided]:
    if len(chosen) > MOST:
        told = ngettext(
            "Decide on at most %(number)d proposal at once.",
            "Decide on at most %(number)d proposals at once.",
            MOST,
        )
        raise Refused([Fault("", 0, "chosen", "", told % {"number": MOST})])
    for one in {one.proposal: one for one in chosen}.values():
        yield _tried(one, by, act)


def _tried(one: Chosen, by: Actor, act: Callable[[Chosen], int | None]) -> Decided:
    try:
        return Decided(one.proposal, edition=act(one))
    except Conflict as conflict:
        return Decided(one.proposal, str(conflict), kind=conflict.kind)
    except Refused as refused:
        said = " ".join(fault.sentence for fault in refused.faults[:FAULTS_TOLD])
        return Decided(one.proposal, said, kind="refused")
    except NotAllowed:
        return Decided(one.proposal, _why_not(one.proposal, by), kind="not_allowed")
    except Proposal.DoesNotExist:
        return Decided(one.proposal, _("There is no such proposal."), kind="refused")
    except OperationalError:  # the database was busy for too long: this one was left as it was
        return Decided(one.proposal, _("The tracker was busy: try it again."), kind="busy")


def _why_not(proposal: int, by: Actor) -> str:
    own = Proposal.objects.filter(pk=proposal, made_by_id=by.person_id).exists()
    if own:
        return _("This is your own proposal: another reviewer decides on it.")
    return _("You do not review where it would change something.")
