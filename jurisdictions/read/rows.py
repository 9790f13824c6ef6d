"""The frozen rows that pages, the API and every export share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from jurisdictions.gazetteer.spanish_names import SpanishName, spanish_name
from jurisdictions.publish.members import days_of, derived_of, dimensions_of, row_type
from jurisdictions.status.dates import PartialDate, read_edtf
from jurisdictions.status.geoids import is_state
from jurisdictions.status.successions import Succession
from jurisdictions.status.vocabulary import PlaceKind


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A federal program, in the reader's language; `opening_on` None opens on today.

    `name_es` is its Spanish name, whatever the language.
    """

    slug: str
    name: str
    agency: str
    summary: str
    opening_on: date | None
    vintage: str
    name_es: str = ""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A numbered publication of all spans.

    `record_from` and `record_to` are the first and the last day of which it tells, where asked for.
    `last_change` is the change that its facts go up to; `stamp` tells it from every other edition,
    in any database: what is kept by it never goes stale. `next_at` is when the next one was
    published, where this one was asked for by its number.
    """

    number: int
    published_at: datetime
    published_by: str
    reason: str
    rule_version: str
    facts_changed: int
    spans: int
    last_change: int = 0
    stamp: str = ""
    record_from: date | None = None
    record_to: date | None = None
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AsOf:
    """What a reader asks for: a program's edition, a day, perhaps as known on another day.

    `far_on` is a day that was asked for and lies too far from the record: `on` is the nearest that
    can be told of.
    """

    program: ProgramRow
    edition: EditionRow
    on: date
    known_on: date | None
    language: str
    far_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A jurisdiction. `name` is its own, `label` tells it apart: "Harris County, Texas".

    `state` is the two-letter code; `state_geoid`, `state_name` and `state_kind` (a state, a
    territory or the District) are those of the state around it (its own, for a state).
    `slug` is the readable end of its address: "harris-county-texas".
    `name_es` is its Spanish name in every language, `forms` those of sentences in Spanish alone.
    """

    geoid: str
    kind: PlaceKind
    name: str
    label: str
    slug: str
    state: str
    state_geoid: str
    state_name: str
    parent: str | None
    ocd_id: str
    population_2010: int | None
    aliases: tuple[str, ...]
    note: str
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    predecessors: tuple[Succession, ...] = ()
    successors: tuple[Succession, ...] = ()
    validity_source: str = ""
    name_es: str = ""
    forms: SpanishName | None = None
    state_kind: PlaceKind = PlaceKind.STATE

    @property
    def sort_name(self) -> str:
        """What lists go by; in Spanish without the word for its kind: "Harris"."""
        return self.forms.proper if self.forms else self.name

    @property
    def plain(self) -> str:
        """The name in a list within a text: "condado de Harris"."""
        return self.forms.plain if self.forms else self.name

    @property
    def sort_label(self) -> str:
        """The same with the state behind it, for lists that go through several: "Harris, Texas"."""
        return f"{self.sort_name}{self._around}"

    @property
    def spoken(self) -> str:
        """The label within a sentence: "el condado de Harris, Texas"."""
        return f"{self.forms.spoken}{self._around}" if self.forms else self.label

    @property
    def of_place(self) -> str:
        """The label after "de", with it: "del condado de Harris, Texas"; in English bare."""
        return f"{self.forms.of}{self._around}" if self.forms else self.label

    @property
    def spoken_name(self) -> str:
        """The name within a sentence, without its state: "el condado de Harris"."""
        return self.forms.spoken if self.forms else self.name

    @property
    def of_name(self) -> str:
        """The name after "de", with it: "del condado de Harris"; in English bare."""
        return self.forms.of if self.forms else self.name

    @property
    def of_state(self) -> str:
        """Its state after "de", with it: "de Texas", "del Distrito de Columbia"."""
        return spanish_name(self.state_name, is_state=True).of if self.forms else self.state_name

    @property
    def _around(self) -> str:
        return self.label.removeprefix(self.name)

    @property
    def is_state(self) -> bool:
        """Whether the place is at the level that signs agreements."""
        return is_state(self.geoid)


SURE = ("basis", "precision", "contradicted", "sources")
"""How sure a status is: what it rests on, how its day is known, who says otherwise, who says so."""


class StatusRow:
    """One place on one day: what every list, map and export shows.

    A tuple, because thousands are made for one answer: `status_row_of` makes those of a program.
    Beside these members it has a word for each dimension of the program, the words that follow
    from them, and each of its days twice: under its name as the first day that it may be, to be
    sorted and counted by, and with `_edtf` as precise as it is known, None for none. `since` is the
    status's own.
    """

    __slots__ = ()
    program: ClassVar[str]
    geoid: str
    name: str
    state: str
    kind: PlaceKind
    status: StrEnum
    since: date | None
    since_edtf: str | None
    basis: StrEnum
    precision: StrEnum
    contradicted: StrEnum
    sources: tuple[str, ...]

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    @property
    def since_on(self) -> PartialDate | None:
        """Since when it has this status, as people are told."""
        return read_edtf(self.since_edtf or "")

    @property
    def known(self) -> Mapping[str, PartialDate | None]:
        """Each of the program's days as people are told."""
        row: Any = self
        told = (name.removesuffix("_edtf") for name in row._fields if name.endswith("_edtf"))  # noqa: SLF001 - documented
        return {name: read_edtf(getattr(row, f"{name}_edtf") or "") for name in told}


@cache
def status_row_of(slug: str) -> Any:
    """What makes the rows of a program."""
    return row_type(
        slug,
        StatusRow,
        (
            *("geoid", "name", "state", "kind", "status"),
            *dimensions_of(slug),
            *("since", "since_edtf"),
            *(member for day in days_of(slug) for member in (day, f"{day}_edtf")),
            *(one.name for one in derived_of(slug)),
            *SURE,
        ),
    )


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where facts come from; `cited` counts the current citations of it."""

    key: str
    title: str
    publisher: str
    published_on: PartialDate | None
    url: str
    cited: int = 0
    kind: str = ""
    archive_url: str = ""
    language: str = ""
    vanished_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A source supports a fact, or says otherwise on one field of it.

    For a contradiction `field`, `recorded` (what the record holds) and `said` are filled;
    `adjudication` says why the recorded value stands, once a reviewer has looked into it.
    """

    source: SourceRow
    contradicts: bool
    field: str = ""
    recorded: str = ""
    said: str = ""
    locator: str = ""
    note: str = ""
    adjudication: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """What a jurisdiction itself says of a fact, or of its page where `fact` is "".

    `text` is its own words: in the reader's language where it wrote in that one, else in the
    language that it wrote in.
    """

    fact: str
    geoid: str
    office: str
    text: str
    language: str
    on: date


@dataclass(frozen=True, slots=True)
class StoodRow:
    """The federal rule that an act of a place rested on; see `status/stood.py`.

    `who` is the place as a sentence names it, "" for an agency. `begun` is the act that published
    the rule, `ended` the next one, by which something else was said; one of them may be None.
    `since` and `until` are whole days from the one and to the other, None where a day is not known.
    """

    who: str
    begun: FactRow | None
    since: int | None
    ended: FactRow | None
    until: int | None


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of any kind, its texts in the reader's language.

    `name` is its public name (`opt_out:arlington-2010:2`), `kind` the part before the first colon:
    activation, agreement, opt_out, local_measure, policy_event, reported_figure ...
    `word` is its word in the vocabulary: the step, the effect, the kind of measure, the metric.
    Of a reported figure `place` is what it counts, `qualifier` what its source says of `value`, and
    `reason` why the record gives another number.
    `on` is as precise as the record; `effective_on` is the day on which the rule counts it.
    `basis` says what `on` rests on: a word of AgreementBasis or of DateBasis, empty for most facts.
    `stood` is the federal rule that it rested on, None for what rests on none.
    """

    name: str
    kind: str
    geoid: str
    on: PartialDate | None
    effective_on: date | None
    disclosed_on: PartialDate | None
    word: str
    title: str = ""
    summary: str = ""
    by: str = ""
    to: str = ""
    instrument: str = ""
    outcome: str = ""
    basis: str = ""
    place: str = ""
    thread: str = ""
    seq: int = 0
    ended_on: PartialDate | None = None
    period_start: PartialDate | None = None
    value: int | None = None
    unit: str = ""
    qualifier: str = ""
    reason: str = ""
    citations: tuple[CitationRow, ...] = ()
    replies: tuple[ReplyRow, ...] = ()
    stood: StoodRow | None = None


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One standing in [start, end), and the facts that decided it.

    `start`, `end` and `since` are days to count by; the members that end in `_on` are what is
    known of them. `own` has each dimension of the program, the words that follow from them and the
    program's days, as known; they are members too.
    """

    program: str
    start: date | None
    end: date | None
    status: StrEnum
    since: date | None
    reasons: tuple[FactRow, ...]
    own: Mapping[str, Any] = field(hash=False)
    start_on: PartialDate | None = None
    end_on: PartialDate | None = None
    since_on: PartialDate | None = None

    def __getattr__(self, name: str) -> Any:
        try:
            return self.own[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True, slots=True)
class Summary:
    """The nation on a day. Jurisdictions are county equivalents; `active` ones are activated
    while the program is in force; `states_with_active` have at least one.
    """

    position: StrEnum
    position_since: date | None
    jurisdictions: int
    active: int
    states: int
    states_with_active: int
    by_status: Mapping[StrEnum, int]
