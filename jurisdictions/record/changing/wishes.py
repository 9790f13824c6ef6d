"""What somebody wishes done to facts, and what each wish comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jurisdictions.models import Action
from jurisdictions.models.standing import Standing
from jurisdictions.record.changing.contradictions import ContradictionDraft
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.rows import Draft

RECORD, CORRECT, RETRACT, CONTRADICT = (action.value for action in Action)


@dataclass(frozen=True, slots=True)
class WishDraft:
    """What is to be done to one fact: `action` is record, correct, retract or contradict.

    `name` is the fact's public name ("" to record: its cells give it), `cells` are named as the
    columns of its file. To contradict they are those of the file of contradictions without the
    fact: `recorded` is what the author saw on the field, on record or proposed.
    `base` is the change after which the author saw the fact; None: as it stands now.
    """

    action: str
    kind: str
    name: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    base: int | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a wish comes to: what stands before it, and what is to be written.

    `cells` are those that change, as their file would have them; `places` those concerned.
    `waits_for` is the open proposal that first has to record the fact; 0 for none.
    """

    wish: WishDraft
    kind: Kind
    name: str
    places: frozenset[str]
    before: Standing | None
    cells: Mapping[str, str]
    draft: Draft | None = None
    contradiction: ContradictionDraft | None = None
    changes: bool = True
    waits_for: int = 0

    @property
    def contradiction_of(self) -> str:
        """What the record would hold on the field that a source says otherwise of."""
        return self.contradiction.values["recorded"] if self.contradiction else ""

    @property
    def base(self) -> int | None:
        """The change after which the fact stands as it does; None when it is not on record."""
        return self.before.base if self.before else None


Read = Plan | tuple[Fault, ...]
"""A wish read against the record: a plan, or why there can be none."""


@dataclass(frozen=True, slots=True)
class Plans:
    """What each wish comes to, in order: a plan, or why there can be none."""

    read: tuple[Read, ...]

    @property
    def each(self) -> tuple[Plan | None, ...]:
        """The plan of each wish; None for one that is refused."""
        return tuple(one if isinstance(one, Plan) else None for one in self.read)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Why wishes are refused."""
        return tuple(f for one in self.read if not isinstance(one, Plan) for f in one)

    @property
    def made(self) -> tuple[Plan, ...]:
        """The plans of the wishes that can be carried out."""
        return tuple(plan for plan in self.each if plan)


def kind_of(wish: WishDraft) -> Kind | None:
    """The kind of a wish: told by the fact's name where there is one."""
    return KINDS.get(wish.name.partition(":")[0] if wish.name else wish.kind)


def fault_of(wish: WishDraft, reason: str, column: str = "", value: str = "") -> Fault:
    """A fault of a wish: of one of its cells, or of its fact as a whole."""
    kind = kind_of(wish)
    return Fault(kind.file if kind else "", wish.row, column, value or wish.name, reason)
