"""The parts of every report, declared once: the PDF gets them as JSON, the page as they are."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.notes import Notes


@dataclass(frozen=True, slots=True)
class Picture:
    """A vector picture and the words that stand for it."""

    svg: str
    alt: str
    caption: str = ""

    @property
    def uri(self) -> str:
        """The picture as the address of an image."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every report: who says it, of which day, where it is found again.

    `textures`: by fill what lies on its swatches, dots or rules, and their color.
    `issued` is the day of the edition as year, month, day; `running` stands at the foot of a page.
    """

    language: str
    program: str
    site: str
    kicker: str
    title: str
    document_title: str
    description: str
    running: str
    page_of: str
    issued: tuple[int, int, int]
    edition: str
    known: str
    permalink: str
    cite: str
    licence: str
    qr: Picture
    words: dict[str, str] = field(default_factory=dict)
    textures: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that leads to a source; `contradicts` when that source says otherwise."""

    number: int
    contradicts: bool


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A numbered source; `rest` is its publisher and date."""

    number: int
    title: str
    rest: str
    url: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a jurisdiction says itself: which office and when, and its words line by line."""

    who: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as told: `number` is its mark on the timeline, 0 for none."""

    number: int
    date: str
    word: str
    text: str
    details: str
    disputes: tuple[str, ...]
    marks: tuple[Mark, ...]
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A heading and the entries below it, in order of time."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the place stands on a day, and why. `colour` is that of the status."""

    day: str
    status: str
    colour: str
    why: str
    since: str


@dataclass(frozen=True, slots=True)
class Decider:
    """A fact that decided a dimension, with its number in the story."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the five dimensions on the day."""

    title: str
    standing: str
    colour: str
    deciders: tuple[Decider, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A while in which nothing changed; `current` when the day lies in it.

    `cells` are the words of the dimensions that the program tells it by.
    """

    start: str
    end: str
    cells: tuple[str, ...]
    status: str
    colour: str
    current: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure beside what the record gives; an empty `recorded` cannot be counted."""

    what: str
    when: str
    published: str
    recorded: str
    note: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of one place, under a title that names it."""

    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many jurisdictions have a status."""

    label: str
    colour: str
    count: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """What is on record of a place, told; `drawn` are the facts that its timeline marks.

    `numbers` are the marks of facts in the text, by public name, `notes` what all of it rests on.
    """

    stories: tuple[Story, ...]
    drawn: tuple[FactRow, ...]
    numbers: Mapping[str, int]
    notes: Notes


@dataclass(frozen=True, slots=True)
class KnownLater:
    """What one could know of the day, and what became public later; both "" and () for nothing.

    Of a state `members` tells of how many of its jurisdictions more became known.
    """

    then: str = ""
    learned: tuple[str, ...] = ()
    members: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """An agency with agreements in force on the day, as a state's report lists it."""

    name: str
    where: str
    models: str
    since: str
