"""A chapter of the story: its day, its paragraphs, and what each of them rests on.

Programs tell their chapters in `story.py` of their folders. No number and no day stands in a text:
they are filled in from the record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.records import facts_named
from jurisdictions.read.rows import AsOf, CitationRow, FactRow
from jurisdictions.read.story.counting import Counting
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.stood import stood_sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text to be translated, with `%(name)s` where something is filled in.

    `facts` are the public names of what it rests on. Filled in are the `numbers`, the `days` of
    facts, the days on which facts were `disclosed`, and what facts were `said` beside federal acts:
    the last three by public names of facts, which it then rests on too.
    """

    text: str
    facts: tuple[str, ...] = ()
    numbers: Mapping[str, Counting] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    disclosed: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The public names of all facts, each once, in the order in which they are cited."""
        named = (*self.days.values(), *self.disclosed.values(), *self.said.values(), *self.facts)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, its title to be translated; an empty `day` is the last that the record has."""

    key: str
    day: str
    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The public names of all facts of its paragraphs."""
        return tuple(dict.fromkeys(name for one in self.paragraphs for name in one.rests_on))


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph in the reader's language, and the facts that it rests on."""

    text: str
    facts: tuple[FactRow, ...]

    @property
    def citations(self) -> tuple[CitationRow, ...]:
        """The citations of all of them, each source once for what it supports or contradicts."""
        found = {(c.source.key, c.contradicts): c for fact in self.facts for c in fact.citations}
        return tuple(found.values())


def told(as_of: AsOf, paragraphs: Sequence[Paragraph]) -> list[Told]:
    """The paragraphs filled in from the record on the day of `as_of`.

    Raises KeyError for a fact that is not on record.
    """
    names = {name for one in paragraphs for name in one.rests_on}
    facts = facts_named(as_of, names)
    return [
        Told(_(one.text) % _filled(as_of, one, facts), tuple(facts[n] for n in one.rests_on))
        for one in paragraphs
    ]


def _filled(as_of: AsOf, one: Paragraph, facts: Mapping[str, FactRow]) -> dict[str, str]:
    numbers = {name: number_text(counting.of(as_of)) for name, counting in one.numbers.items()}
    days = {name: _day(facts[fact]) for name, fact in one.days.items()}
    public = {name: _disclosed(facts[fact]) for name, fact in one.disclosed.items()}
    said = {name: stood_sentence(facts[fact]) for name, fact in one.said.items()}
    return {**numbers, **days, **public, **said, "day": date_text(as_of.on)}


def _day(fact: FactRow) -> str:
    if fact.on is None:
        raise KeyError(fact.name)
    return date_text(fact.on)


def _disclosed(fact: FactRow) -> str:
    if fact.disclosed_on is None:
        raise KeyError(fact.name)
    return date_text(fact.disclosed_on)


def day_of(chapter: Chapter, last: date) -> date:
    """The day of a chapter; `last` is the one that the record tells of last."""
    return date.fromisoformat(chapter.day) if chapter.day else last
