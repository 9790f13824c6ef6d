"""A fact that is proposed twice: the record says it already, or an open proposal does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from jurisdictions.models import Citation, Program, Wish
from jurisdictions.models.proposal import DECIDED
from jurisdictions.models.standing import MODELS, cells_of, in_parts
from jurisdictions.record import cells as readers
from jurisdictions.record.changing.vouching import NOT_VOUCHED
from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RECORD, WishDraft, kind_of
from jurisdictions.record.columns import Kind
from jurisdictions.record.kinds import KINDS
from jurisdictions.status.kinds import FactKind

Cells = Mapping[str, str]
MADE_UP = frozenset({readers.key, readers.key_of_parts, readers.step_number, readers.step_id})
"""What reads keys that are made for a fact: they tell nothing of it."""
TELLING_KEYS = frozenset({"metric", "agency"})
SIDES = frozenset({"disclosed_on", "basis", "date_basis", "source", "locator", "quote", "reason"})
"""What two who tell the same may say otherwise."""
ALONE = frozenset({FactKind.SOURCE, FactKind.JURISDICTION, FactKind.EXPLANATION, FactKind.LIST})
"""Kinds that other means tell apart."""


@dataclass(frozen=True, slots=True)
class Recognized:
    """A wish that was had before: at `position` of the wishes, in `row` of a file.

    `name` is the fact on record, or as the open `proposal` (0 for none) calls it. `differs` are the
    columns in which the two are not one; `same_source` whether both rest on one source.
    """

    position: int
    row: int
    kind: str
    name: str
    proposal: int
    differs: tuple[str, ...]
    same_source: bool

    @property
    def is_nothing_new(self) -> bool:
        """Whether the wish adds nothing to what is there."""
        return not self.differs and self.same_source


def recognized(program: str, wishes: Sequence[WishDraft], but: int = 0) -> tuple[Recognized, ...]:
    """The wishes that the record, or an open proposal but for `but`, has already.

    A new fact is recognized by its kind, place, day and word; a correction by its fact. A few
    queries for each kind, however many wishes.
    """
    found = Program.objects.get(slug=program)
    told: list[Recognized] = []
    by_kind: dict[str, list[tuple[int, WishDraft]]] = defaultdict(list)
    for position, wish in enumerate(wishes):
        kind = kind_of(wish)
        if wish.action == RECORD and kind and kind.kind not in ALONE:
            by_kind[kind.kind.value].append((position, wish))
        elif wish.action in (CORRECT, CONTRADICT) and wish.name:
            told += _changed_alike(found, position, wish, but)
    for name, some in by_kind.items():
        kind = KINDS[name]
        there: dict[tuple[str, ...], list[_There]] = defaultdict(list)
        for one in (*_on_record(found, kind, some), *_proposed(found, kind, some, but)):
            there[_mark(kind, one.cells)].append(one)
        for position, wish in some:
            told += _alike(kind, position, wish, there.get(_mark(kind, wish.cells), ()))
    return tuple(sorted(told, key=lambda one: (one.position, one.proposal, len(one.differs))))


@dataclass(frozen=True, slots=True)
class _There:
    """A fact that is there already."""

    name: str
    cells: Cells
    proposal: int = 0


def _alike(kind: Kind, at: int, wish: WishDraft, there: Sequence[_There]) -> Iterator[Recognized]:
    for one in there:
        differs = tuple(
            column
            for column in telling(kind)
            if wish.cells.get(column, "") != one.cells.get(column, "")
        )
        same = wish.cells.get("source", "") == one.cells.get("source", "")
        yield Recognized(at, wish.row, kind.kind.value, one.name, one.proposal, differs, same)


def telling(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind that say what happened: not how it is worded, nor who says so."""
    return tuple(
        column.name
        for column in kind.columns
        if column.target
        and column.name not in NOT_VOUCHED | SIDES
        and not column.name.endswith("_es")
        and (column.read not in MADE_UP or column.name in TELLING_KEYS)
    )


def _mark(kind: Kind, cells: Cells) -> tuple[str, ...]:
    """What two tellings of one fact have in common: where, when, what, whose."""
    about = kind.about
    asked = ("geoid", about.day, about.word, "agency", "metric")
    return tuple(cells.get(column, "") for column in asked if column)


def _on_record(
    program: Program, kind: Kind, wishes: Sequence[tuple[int, WishDraft]]
) -> Iterator[_There]:
    model: Any = MODELS[kind.kind.value]
    standing = model._default_manager.filter(superseded_at=None, fact__program=program)
    day = kind.about.day
    wanted = {wish.cells.get("geoid" if kind.about.placed else day, "") for _at, wish in wishes}
    versions: list[Any] = []
    for part in in_parts(sorted(wanted - {""})):
        asked = Q(geoid__in=part) if kind.about.placed else Q(**{f"{day}__in": part})
        versions += standing.filter(asked).select_related("fact")
    sources: dict[int, str] = {}
    for part in in_parts([one.fact_id for one in versions]):
        cited = Citation.objects.current().filter(fact_id__in=part, contradicts=False)
        sources |= dict(cited.order_by("-pk").values_list("fact_id", "source__key"))
    for one in versions:
        cells = cells_of(kind.kind.value, one)
        yield _There(one.fact.name, {**cells, "source": sources.get(one.fact_id, "")})


def _proposed(
    program: Program, kind: Kind, wishes: Sequence[tuple[int, WishDraft]], but: int
) -> Iterator[_There]:
    waiting = Wish.objects.of_its_revision().filter(
        proposal__program=program, kind=kind.kind.value, action=RECORD
    )
    waiting = waiting.exclude(proposal__status__in=DECIDED).exclude(proposal_id=but)
    places = {wish.cells.get("geoid", "") for _at, wish in wishes}
    for one in waiting.order_by("proposal_id", "position"):
        if one.cells.get("geoid", "") in places:
            yield _There(one.name, one.cells, one.proposal_id)


def _changed_alike(program: Program, at: int, wish: WishDraft, but: int) -> Iterator[Recognized]:
    """Open proposals that wish to change the same fact, or tell the same of it."""
    waiting = Wish.objects.of_its_revision().filter(
        proposal__program=program, name=wish.name, action=wish.action
    )
    waiting = waiting.exclude(proposal__status__in=DECIDED).exclude(proposal_id=but)
    for one in waiting.order_by("proposal_id"):
        if one.stands_beside(wish.action, wish.cells):
            continue
        columns = sorted((wish.cells.keys() | one.cells.keys()) - SIDES - {"recorded"})
        differs = tuple(c for c in columns if wish.cells.get(c, "") != one.cells.get(c, ""))
        same = wish.cells.get("source", "") == one.cells.get("source", "")
        yield Recognized(at, wish.row, one.kind, one.name, one.proposal_id, differs, same)
