"""Two who want the same: what was decided meanwhile, and by which wishes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from jurisdictions.models import Proposal, Wish
from jurisdictions.models.standing import in_parts
from jurisdictions.record.changing.wishes import RECORD, Plan
from jurisdictions.status.kinds import FactKind


class Conflict(Exception):
    """Something happened since what the person saw; nothing was written.

    `kind` is decided, amended, stale (facts changed since), rival (others wish the same facts) or
    claimed (another reviewer is on it).
    """

    def __init__(self, kind: str, facts: Iterable[str] = (), proposals: Iterable[int] = ()) -> None:
        self.kind = kind
        self.facts = tuple(facts)
        self.proposals = tuple(proposals)
        super().__init__(kind)

    def __str__(self) -> str:
        return MESSAGES[self.kind]()


MESSAGES = {
    "decided": lambda: _("This was decided meanwhile."),
    "amended": lambda: _("The proposal was changed since you opened it: look at it again."),
    "claimed": lambda: _("Another reviewer is on it: leave it to them, or take it over first."),
    "stale": lambda: _("The record was changed since: look at both and decide."),
    "rival": lambda: _("Another proposal wishes to change the same: look at both and decide."),
}


def stale_names(plans: Iterable[Plan]) -> list[str]:
    """The facts that do not stand as the author of the wish saw them.

    To record a fact, it was seen not to be on record; a base of None takes it as it stands, unless
    the wish tells what was proposed then on the field that a source says otherwise of.
    """
    return [plan.name for plan in plans if _is_stale(plan)]


def _is_stale(plan: Plan) -> bool:
    if plan.wish.action == RECORD:
        # A source that another proposal brought meanwhile, the same in every word, is no matter.
        same = plan.kind.kind is FactKind.SOURCE and not plan.changes
        return plan.before is not None and not same
    if plan.wish.base is None and "recorded" in plan.wish.cells:
        return plan.contradiction_of != plan.wish.cells["recorded"]
    return plan.wish.base is not None and plan.base != plan.wish.base


def rivals_of(proposal: Proposal, plans: Sequence[Plan]) -> list[tuple[str, int]]:
    """The facts that other open proposals wish to change too, and which proposals these are."""
    mine: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        mine[plan.name].append(plan)
    found: set[tuple[str, int]] = set()
    for part in in_parts(list(mine)):
        for wish in Wish.objects.rivals_of(proposal, part):
            own = mine[wish.name]
            if not all(wish.stands_beside(plan.wish.action, plan.cells) for plan in own):
                found.add((wish.name, wish.proposal_id))
    return sorted(found)
