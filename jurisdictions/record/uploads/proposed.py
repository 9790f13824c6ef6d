"""Rows that say what waits for a decision already: recognised, and not proposed once more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jurisdictions.models import Program, Wish
from jurisdictions.models.standing import in_parts
from jurisdictions.record.changing.wishes import CONTRADICT, Plan
from jurisdictions.record.uploads.effects import wish_to_send


@dataclass
class Waiting:
    """The wishes of open proposals for the facts of some rows; `said` are the rows that say them.

    `said` gives the proposal of each row.
    """

    by_name: Mapping[str, Sequence[Wish]]
    author: int
    said: dict[int, int] = field(default_factory=dict)

    @classmethod
    def for_facts(cls, program: Program, plans: Sequence[Plan | None], author: int) -> Waiting:
        """Look for the facts of these plans in open proposals. One query for some hundred."""
        names = list(dict.fromkeys(plan.name for plan in plans if plan))
        found: dict[str, list[Wish]] = defaultdict(list)
        for part in in_parts(names):
            for wish in Wish.objects.waiting(program.pk, part).select_related("proposal"):
                found[wish.name].append(wish)
        return cls(found, author)

    def says(self, plan: Plan) -> bool:
        """Whether an open proposal says all that the row says; which one is kept."""
        wish = wish_to_send(plan)
        for one in self.by_name.get(plan.name, ()):
            same = one.action == wish.action
            if same and all(one.cells.get(name, "") == cell for name, cell in wish.cells.items()):
                self.said[wish.row] = one.proposal_id
                return True
        return False

    def own(self, plan: Plan) -> int:
        """The author's own open proposal about the same fact; 0 for none, or for another's."""
        if plan.wish.action == CONTRADICT:
            return 0
        mine = (one for one in self.by_name.get(plan.name, ()) if self._is_own(one))
        return next((one.proposal_id for one in mine if one.action != CONTRADICT), 0)

    def _is_own(self, wish: Wish) -> bool:
        return wish.proposal.made_by_id == self.author
