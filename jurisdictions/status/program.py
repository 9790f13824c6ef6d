"""What a program's rule tells everybody else: its words, and how it reads its facts on a day.

`status/programs/<slug>/rule.py` of each program has what `Rule` lists; the timeline, publishing and
all readers know no more of a program than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Protocol, Self

from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the questions that a standing answers, and the words that may answer it."""

    name: str
    values: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Derived:
    """A word that follows from dimensions and reasons: told beside them, read by no rule.

    `of` takes the dimensions and the public names of the facts that decided.
    """

    name: str
    values: type[StrEnum]
    of: Callable[[Any, Sequence[str]], StrEnum]


class Standing(NamedTuple):
    """Where a place stands: its status, and a word for each dimension in the declared order.

    The same for every program. A rule may give `dimensions` as a NamedTuple of its own, so that its
    members have names; it equals the plain tuple of the same words.
    """

    status: StrEnum
    dimensions: tuple[StrEnum, ...]


class Reading(Protocol):
    """All tracks of a place on one day. It must be a NamedTuple whose members are marks."""

    @property
    def standing(self) -> Standing:
        """The status and the dimensions."""
        ...

    @property
    def reasons(self) -> tuple[str, ...]:
        """Public names of the facts that decided, in the order in which they took effect."""
        ...

    def known(
        self, day: date, before: Self, last: tuple[PartialDate | None, ...]
    ) -> tuple[PartialDate | None, ...]:
        """What is known of the rule's own DAYS, in their order, in the span that begins on `day`.

        `before` is the reading until `day`, `last` the same days in the span before. A rule with
        no days of its own answers ().
        """
        ...


class Tracks(Protocol):
    """The dimensions of a place through time, each folded once."""

    @property
    def days(self) -> Iterable[date]:
        """Every day on which something may turn; in any order, perhaps several times."""
        ...

    @property
    def lends(self) -> bool:
        """Whether another place in the same state may be folded with these as `shared`."""
        ...

    def at(self, day: date) -> Reading:
        """All tracks on the day."""
        ...


class Rule(Protocol):
    """A program's `rule` module.

    `VERSION` is raised whenever the same facts would give another answer. `STATUSES` are in the
    order of legends and lists, `DIMENSIONS` in the order of the rule. `DAYS` names the days of its
    own that a span tells beside its beginning, its end and since when its status holds. A rule may
    have `DERIVED`, a tuple of `Derived`, as well. One that federal acts alone decide says what they
    do in `BEGIN`, `END`, `POSITIONS` and `STANDING` (`status/acts_alone.py`), and in `COUNTED`
    which statuses it is about: the files that such a program leaves out are made from these.
    """

    @property
    def VERSION(self) -> str: ...  # noqa: N802 - a constant of the module
    @property
    def STATUSES(self) -> type[StrEnum]: ...  # noqa: N802
    @property
    def DIMENSIONS(self) -> tuple[Dimension, ...]: ...  # noqa: N802
    @property
    def DAYS(self) -> tuple[str, ...]: ...  # noqa: N802

    @property
    def tracks_of(self) -> Any:
        """`(facts, shared=None) -> Tracks`: fold each dimension of what a place sees.

        `shared` are the tracks of a place in the same state that `lends` them.
        """
        ...

    @property
    def known_facts(self) -> Any:
        """`(facts, known_on: date) -> facts`: those that were public on a day."""
        ...

    @property
    def publicity_of(self) -> Any:
        """`(facts) -> Iterable[Publicity]`: the days on which facts and their ends became public.

        Between two of them what `known_facts` leaves reads alike on every day.
        """
        ...
