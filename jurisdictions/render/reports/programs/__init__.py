"""What reports have to know of a program: `reporting` in a folder each, for those reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.rows import AsOf, SpanRow, StatusRow
from jurisdictions.read.state_records import StateRecord
from jurisdictions.render.reports.parts import Account, Signed
from jurisdictions.render.words.figures import FigureGroup
from jurisdictions.status.programs import packages, part_in

Named = tuple[str, str]
"""A fact by its public name, and what is said of it."""


class Reporting(Protocol):
    """A program's `reporting`.

    `PERIODS`: the dimensions, by member, that tell its periods apart. `MERGES`: whether spans that
    say the same there, for other reasons, are one period.
    """

    @property
    def PERIODS(self) -> tuple[str, ...]: ...  # noqa: N802 - a constant of the module

    @property
    def MERGES(self) -> bool: ...  # noqa: N802

    def account(self, as_of: AsOf, record: PlaceRecord, groups: Sequence[FigureGroup]) -> Account:
        """What is on record of the place, with the sources of its figures."""
        ...

    def decided(self, as_of: AsOf, record: PlaceRecord) -> Mapping[str, Sequence[Named]]:
        """What decided the dimensions, by member, where a fact's kind and day do not tell it."""
        ...

    def lead(self, as_of: AsOf, record: PlaceRecord) -> str:
        """What is said before the reason of the status; "" for nothing."""
        ...

    def since(self, span: SpanRow) -> str:
        """What has held for longer than the status; "" for nothing."""
        ...

    def cell(self, span: SpanRow, member: str) -> str:
        """A period's word in a dimension of `PERIODS`."""
        ...

    def beside(self, as_of: AsOf, record: PlaceRecord) -> str:
        """How many jurisdictions of the state have what the program is about, on the day."""
        ...

    def held(self, row: StatusRow) -> str:
        """Since when a row of a list has what the program is about; "" for never."""
        ...

    def listed(self, row: StatusRow) -> tuple[str, str]:
        """Two more words of a row of a list; "" for the usual one."""
        ...

    def state_record(self, as_of: AsOf, geoid: str) -> StateRecord | None:
        """The record of a state; None when there is no such one."""
        ...

    def signed(self, as_of: AsOf, record: StateRecord) -> tuple[Signed, ...]:
        """Who in the state has an agreement in force on the day."""
        ...

    def doubt(self, record: StateRecord) -> str:
        """What is to be doubted of the state's map; "" for nothing."""
        ...

    def why_day(self, why: str) -> str:
        """Why a day is drawn."""
        ...

    def counted(self, active: str, total: str) -> str:
        """How many of how many have what the program is about."""
        ...

    def usual_since(self, as_of: AsOf) -> date:
        """The earlier day of a briefing that names none."""
        ...

    def nation(self, as_of: AsOf, since: date) -> tuple[str, str]:
        """The nation on the day, and on the earlier one, in a sentence each."""
        ...

    def place_words(self) -> Mapping[str, str]:
        """The headings of a place's report that are the program's own."""
        ...

    def state_words(self) -> Mapping[str, str]:
        """The headings and sentences of a state's report that are the program's own."""
        ...

    def list_words(self) -> Mapping[str, str]:
        """The headings of a list that are the program's own; `hatched`, `about` among them."""
        ...


def has_reports(slug: str) -> bool:
    """Whether the places and lists of a program can be had as reports, to print and as PDF."""
    return slug in packages() and part_in(__name__, slug, "reporting") is not None


@cache
def reporting_of(slug: str) -> Reporting:
    """A program's module; raise KeyError for a slug that is none's."""
    return cast(Reporting, import_module(f"{__name__}.{packages()[slug]}.reporting"))
