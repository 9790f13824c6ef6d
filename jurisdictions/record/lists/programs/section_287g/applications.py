"""A list of those that wait beside the record: who came on it, who left it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jurisdictions.gazetteer.folding import fold
from jurisdictions.record.lists.programs.section_287g.comparing import (
    ListDay,
    Signed,
    What,
    key_of,
)
from jurisdictions.record.lists.programs.section_287g.rows import ListRow
from jurisdictions.status.programs.section_287g.vocabulary import ApplicationOutcome, Model


@dataclass(frozen=True, slots=True)
class Waiting:
    """An application on record: `agency` is "" where the name is nobody's on record."""

    key: str
    agency: str
    state: str
    name: str
    model: Model
    first: date | None
    last: date | None = None
    outcome: str = ""
    agreement: str = ""

    @property
    def who(self) -> tuple[str, str, Model]:
        """Who waits for what: the same on every list."""
        return who(self.agency, self.state, self.name, self.model)


@dataclass(frozen=True, slots=True)
class Asking:
    """A row of a list of those that wait, with the agency that it names, if it is one's."""

    row: ListRow
    agency: str
    state: str

    @property
    def model(self) -> Model:
        """What it waits for."""
        return self.row.model

    @property
    def who(self) -> tuple[str, str, Model]:
        """Who waits for what."""
        return who(self.agency, self.state, self.row.name, self.row.model)


def who(agency: str, state: str, name: str, model: Model) -> tuple[str, str, Model]:
    """An agency and a model; the name in the state where it is nobody's."""
    return (agency, "", model) if agency else (state, fold(name), model)


@dataclass(frozen=True, slots=True)
class Move:
    """What a list tells of one application; `of` is None for a new one, which `key` names."""

    what: What
    key: str
    of: Waiting | None
    asking: Asking | None
    first: date | None = None
    last: date | None = None
    agreement: str = ""


def moves(
    record: Sequence[Waiting], asked: Sequence[Asking], signed: Sequence[Signed], day: ListDay
) -> Iterator[Move]:
    """Set the rows of a list of those that wait beside the record."""
    if day.overruled:
        # The last list of a day says how the day ended.
        return
    shown: dict[tuple[str, str, Model], Asking] = {}
    for one in asked:
        shown.setdefault(one.who, one)
    own: dict[tuple[str, str, Model], list[Waiting]] = defaultdict(list)
    for waiting in record:
        own[waiting.who].append(waiting)
    taken = {waiting.key for waiting in record}
    for key, one in shown.items():
        yield from _shown(own.get(key, []), one, day, taken)
    for key, stretches in own.items():
        for waiting in stretches if key not in shown else ():
            yield from _unseen(waiting, signed, day)


def _stands(one: Waiting, day: date | None) -> bool:
    """Whether a list of the day has it."""
    return bool(day and one.first and one.first <= day and (one.last is None or day <= one.last))


def _shown(own: Sequence[Waiting], one: Asking, day: ListDay, taken: set[str]) -> Iterator[Move]:
    if any(_stands(waiting, day.on) for waiting in own):
        return
    touching = [w for w in own if _stands(w, day.before) or _stands(w, day.after)]
    if touching:
        waiting = touching[0]
        first = min(filter(None, (waiting.first, day.on)))
        last = None if day.newest else waiting.last and max(waiting.last, day.on)
        yield Move(What.CHANGED, waiting.key, waiting, one, first, last)
        return
    key = key_of(one.agency or _slug(one), one.row.model, day.on)
    while key in taken:
        key = f"{key}-2"
    last = None if day.newest else day.on
    yield Move(What.APPEARED, key, None, one, day.on, last)


def _unseen(waiting: Waiting, signed: Sequence[Signed], day: ListDay) -> Iterator[Move]:
    """One that stood on the list before, and does not on this one."""
    open_ = waiting.last is None and waiting.first is not None and waiting.first <= day.on
    if not day.newest or not open_ or (day.before and not _stands(waiting, day.before)):
        return
    last = max(
        (on for on in day.days if waiting.first and waiting.first <= on < day.on),
        default=waiting.first,
    )
    agreement = next(
        (
            one.key
            for one in signed
            if waiting.agency
            and one.pair == (waiting.agency, waiting.model)
            and not one.listing.gone
            and not one.ended
        ),
        "",
    )
    yield Move(What.GONE, waiting.key, waiting, None, waiting.first, last, agreement)


def _slug(one: Asking) -> str:
    return f"{one.state}-{fold(one.row.name).replace(' ', '-')}"[:90]


def outcome_of(agreement: str) -> str:
    """What became of an application upon which this was signed."""
    return ApplicationOutcome.SIGNED.value if agreement else ""
