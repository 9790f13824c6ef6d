"""What a person typed into a form, as plain texts: kept whole from page to page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from django.http import QueryDict

MOST_FACTS, MOST_SOURCES = 20, 8
"""How many facts and sources one form holds; more come as a file."""
MOST_IDS = 20
MOST_DIGITS = 15
"""A longer number is none of ours, and may be one that no database holds."""
Otherwise = TypeVar("Otherwise", bound=int | None)
_PART = re.compile(r"([fs])-([0-9]{1,2})-([a-z_0-9]{1,40})")

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """The facts, their sources, the reason, and which thread the steps go on with."""

    facts: tuple[Texts, ...] = ({},)
    sources: tuple[Texts, ...] = ({},)
    whole: Texts = field(default_factory=dict)

    @classmethod
    def posted(cls, data: QueryDict) -> Typed:
        """What was sent; names that no form has are left out."""
        parts: dict[str, dict[int, dict[str, str]]] = {"f": {}, "s": {}}
        whole: dict[str, str] = {}
        for name in data:
            if shape := _PART.fullmatch(name):
                group, number, column = shape.groups()
                parts[group].setdefault(int(number), {})[column] = str(data[name])
            elif name in WHOLE:
                whole[name] = str(data[name])
        facts = tuple(parts["f"][number] for number in sorted(parts["f"]))[:MOST_FACTS]
        sources = tuple(parts["s"][number] for number in sorted(parts["s"]))[:MOST_SOURCES]
        return cls(facts or ({},), sources or ({},), whole)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Names and values, as a form sends them."""
        for letter, group in (("f", self.facts), ("s", self.sources)):
            for number, texts in enumerate(group):
                for name, text in texts.items():
                    yield f"{letter}-{number}-{name}", text
        yield from self.whole.items()

    def said(self, name: str) -> str:
        """What was typed for the form as a whole: the reason, the thread."""
        return self.whole.get(name, "")

    def told(self, order: str) -> Typed:
        """The same after a button of the form: add-fact, drop-fact-1, add-source, drop-source-0."""
        verb, _dash, what = order.partition("-")
        group, _dash, number = what.partition("-")
        if verb == "add" and group == "fact" and len(self.facts) < MOST_FACTS:
            return replace(self, facts=(*self.facts, {}))
        if verb == "add" and group == "source" and len(self.sources) < MOST_SOURCES:
            return replace(self, sources=(*self.sources, {}))
        if verb == "drop" and group == "fact" and number.isdecimal():
            return replace(self, facts=_without(self.facts, int(number)))
        if verb == "drop" and group == "source" and number.isdecimal():
            return self._without_source(int(number))
        return self

    def _without_source(self, gone: int) -> Typed:
        """Facts keep the source that they had; those of the one that is gone get the first."""
        sources = _without(self.sources, gone)
        kept = [number for number in range(len(self.sources)) if number != gone]
        renamed = {str(old): str(new) for new, old in enumerate(kept)}
        facts = tuple(
            {**fact, "from": renamed.get(fact.get("from", ""), "0")} for fact in self.facts
        )
        return replace(self, facts=facts, sources=sources)


def whole_number(said: str, otherwise: Otherwise) -> int | Otherwise:
    """A number that a form carried along; `otherwise` where it carried none that can be one."""
    fits = said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS
    return int(said) if fits else otherwise


def ids_in(said: str) -> tuple[int, ...]:
    """Numbers with blanks between them, each once; what is none is left out."""
    found = (whole_number(one, None) for one in said.split()[:MOST_IDS])
    return tuple(dict.fromkeys(one for one in found if one))


WHOLE = frozenset({"reason", "thread", "made", "revision", "base", "over", "seen", "tip", "in"})
"""What is asked once for the whole form, and what it carries along; `in` is the list walked in."""


def _without(group: tuple[Texts, ...], gone: int) -> tuple[Texts, ...]:
    kept = tuple(texts for number, texts in enumerate(group) if number != gone)
    return kept or ({},)
