"""Something that happened on a day, as the record has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, to whom, on which day, by which fact.

    `program` is its slug. `what` is a word of the program's own, or the kind of the fact. `day` is
    the one on which it counts, `on` the same as precisely as it is known. `geoid` is the place
    whose page tells of it, `state` the two-letter code around it, "" for the nation's. `agency` is
    the id of an agency, "" where none is meant. `row` is what the record has of it, a FactRow or a
    row of the program's own; `ended`: what happened is its end.
    """

    program: str
    what: StrEnum
    day: date
    on: PartialDate
    geoid: str
    state: str
    title: str
    fact: str
    row: object
    agency: str = ""
    ended: bool = False
