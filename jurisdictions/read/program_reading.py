"""What reading has to know of a program: `reading` in its folder of `programs`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Protocol, cast

from jurisdictions.publish.map_file import Turn
from jurisdictions.publish.members import derived_of
from jurisdictions.read.plain_reading import PlainReading
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.status.kinds import FactKind, kinds_in
from jurisdictions.status.programs import packages, part_in, rule_of
from jurisdictions.status.sureness import Basis, Contradicted, Precision

FOLDERS = "jurisdictions.read.programs"
SURE_WORDS: Mapping[str, type[StrEnum]] = {
    "basis": Basis,
    "precision": Precision,
    "contradicted": Contradicted,
}
"""How sure a status is, by which every list is filtered."""
DAY, YES_OR_NO = "day", "yes-or-no"
"""What a program's own filter asks for."""
Test = Callable[[StatusRow], bool]
Value = Callable[[Any], str]


class ProgramReading(Protocol):
    """A program's `reading` module: its filters, the layers of its map, what it counts.

    `FACETS`: members of rows, beside the status, whose words a list may be filtered by. `OWN`: its
    other filters, and what each asks for. `SORTS`: those of its days that a list may be sorted by.
    `LAYERS`: of its map. `GONE`: the status of a place that does not exist on the day,
    None where the program has none. `COUNTED` names the numbers of the sentence above the map,
    `COUNTED_OF_STATE` those of a state's, `COUNTED_BY_ICE` the metric of figures that count the
    same ("" for none), `COUNTED_AS` the number that a metric of published figures counts, too.
    `BRIEFED`: whether there is a national briefing. `TELLS`: pages, by the
    names of their addresses, that this program alone has, whether they stand under it or not.
    """

    @property
    def FACETS(self) -> tuple[str, ...]: ...  # noqa: N802 - a constant of the module
    @property
    def OWN(self) -> Mapping[str, str]: ...  # noqa: N802
    @property
    def SORTS(self) -> tuple[str, ...]: ...  # noqa: N802
    @property
    def LAYERS(self) -> tuple[str, ...]: ...  # noqa: N802
    @property
    def GONE(self) -> StrEnum | None: ...  # noqa: N802
    @property
    def COUNTED(self) -> tuple[str, ...]: ...  # noqa: N802
    @property
    def COUNTED_OF_STATE(self) -> tuple[str, ...]: ...  # noqa: N802
    @property
    def COUNTED_BY_ICE(self) -> str: ...  # noqa: N802
    @property
    def COUNTED_AS(self) -> Mapping[str, str]: ...  # noqa: N802
    @property
    def BRIEFED(self) -> bool: ...  # noqa: N802
    @property
    def TELLS(self) -> tuple[str, ...]: ...  # noqa: N802

    def tests(self, as_of: AsOf, own: Mapping[str, Any]) -> list[Test]:
        """What a row must fit for the values of its own filters; absent ones ask nothing."""
        ...

    def layer_values(self, as_of: AsOf, layer: str) -> tuple[str, ...]:
        """The words of a layer, in the order of its legend; raise KeyError for no layer."""
        ...

    def value_of(self, as_of: AsOf, layer: str) -> Value:
        """What takes the word of a layer from a span; of a place that exists."""
        ...

    def hatched(self, span: Any) -> bool:
        """Whether the map hatches a place while the span holds."""
        ...

    def own_turns(self, as_of: AsOf, layer: str) -> Mapping[str, list[Turn]] | None:
        """The turns of each place in a layer that spans do not tell; None for other layers."""
        ...

    def undocumented(self, counties: Iterable[Any]) -> frozenset[str] | None:
        """Of these spans of a day the places of which no document was ever found; None: no doubt.

        It is None where `documented` is.
        """
        ...

    def documented(self, as_of: AsOf) -> Mapping[str, date] | None:
        """By state, from when on its agreement is documented; None where nothing is awaited."""
        ...

    def headlines(self, as_of: AsOf) -> Iterable[tuple[Any, ...]]:
        """`(day, *COUNTED, position)` for each day on which one of them changes."""
        ...

    def numbers_by_state(self, as_of: AsOf) -> Mapping[str, list[tuple[Any, ...]]]:
        """`(day, *COUNTED_OF_STATE)` for each day on which one changes, by the state's geoid."""
        ...

    def told_pages(self, as_of: AsOf) -> Iterable[tuple[str, Mapping[str, str]]]:
        """Pages that the program has beside those of every program: name and parts of each."""
        ...

    def last_list(self, as_of: AsOf) -> date | None:
        """The day of the last list that the record rests on; None where it rests on none."""
        ...


def own_of(slug: str, part: str) -> Any:
    """A module that a program may have beside its `reading`, None where it has none.

    Raises KeyError for a slug that is none's.
    """
    return part_in(FOLDERS, slug, part)


@cache
def reports_listed(slug: str) -> tuple[str, ...]:
    """The pages of reports that a program has: requests not to take part, its briefing."""
    asked = FactKind.OPT_OUT.value in kinds_in(slug)
    return (*(("requests",) if asked else ()), *(("briefing",) if reading_of(slug).BRIEFED else ()))


@cache
def reading_of(slug: str) -> ProgramReading:
    """A program's module, one made from its rule where it has none; raise KeyError for none."""
    return cast(ProgramReading, own_of(slug, "reading") or PlainReading(slug))


@cache
def told_by() -> Mapping[str, str]:
    """The program that alone has a page, by the page's name."""
    return {page: slug for slug in packages() for page in reading_of(slug).TELLS}


@cache
def facets_of(slug: str) -> Mapping[str, type[StrEnum]]:
    """The members that a program's list is filtered by, and the words of each."""
    rule = rule_of(slug)
    words: dict[str, type[StrEnum]] = {"status": rule.STATUSES}
    words |= {one.name: one.values for one in rule.DIMENSIONS}
    words |= {one.name: one.values for one in derived_of(slug)}
    own = {name: words[name] for name in ("status", *reading_of(slug).FACETS)}
    return {**own, **SURE_WORDS}
