"""What a timeline marks: facts on their days, and what each mark says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.fact_days import beginning_a_line, fact_day
from jurisdictions.render.words.labels import word_label
from jurisdictions.render.words.stood import stood_sentence
from jurisdictions.status.vocabulary import NO_EFFECT


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark in the lane of its kind: its day, and the name of its entry on the page."""

    kind: str
    day: date
    name: str
    title: str


def drawn_of(facts: Iterable[FactRow]) -> tuple[Drawn, ...]:
    """The facts that have a mark."""
    return tuple(
        Drawn(fact.kind, fact.effective_on, fact.name, mark_title(fact))
        for fact in facts
        if drawable(fact) and fact.effective_on
    )


def drawable(fact: FactRow) -> bool:
    """Whether a fact has a mark on the picture: dated, and not a federal act without effect."""
    return fact.effective_on is not None and fact.word != NO_EFFECT


def mark_title(fact: FactRow) -> str:
    """What a mark says when it is pointed at or focused."""
    what = fact.title or word_label(fact.kind, fact.word)
    told = _("%(when)s: %(text)s") % {
        "when": beginning_a_line(fact_day(fact)) if fact.on else "",
        "text": what,
    }
    rested_on = stood_sentence(fact)
    return f"{told}. {rested_on}" if rested_on else told
