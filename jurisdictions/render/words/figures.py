"""Published figures in words, under the place that each of them counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.days import number_text
from jurisdictions.render.words.labels import unit_label, word_label
from jurisdictions.status.geoids import is_county, is_nation
from jurisdictions.status.vocabulary import Qualifier

Beside = tuple[FactRow, int | None]
"""A published figure, and what the record gives for the same; None where it gives nothing."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one place, under a title that names it."""

    geoid: str
    title: str
    figures: tuple[Beside, ...]


def figure_groups(figures: Iterable[Beside]) -> tuple[FigureGroup, ...]:
    """The figures by the place that they count, the smallest place first, each in its order."""
    found: dict[str, list[Beside]] = {}
    names: dict[str, str] = {}
    for fact, beside in figures:
        found.setdefault(fact.geoid, []).append((fact, beside))
        names[fact.geoid] = fact.place
    order = sorted(found, key=lambda geoid: (is_nation(geoid), not is_county(geoid)))
    return tuple(
        FigureGroup(geoid, _title(geoid, names[geoid]), tuple(found[geoid])) for geoid in order
    )


def _title(geoid: str, name: str) -> str:
    if is_nation(geoid):
        return _("Figures for the United States")
    return _("Figures for %(place)s") % {"place": name}


def figure_text(fact: FactRow) -> str:
    """The number as its source gave it: "more than 77,000", "less than 20 percent"."""
    if fact.value is None:
        return ""
    value = number_text(fact.value)
    if fact.unit == "percent":
        value = _("%(value)s percent") % {"value": value}
    return _qualified(fact.qualifier, value)


def figure_sentence(fact: FactRow) -> str:
    """What was counted, where, and the number: "Removals, California: 38,828 persons."."""
    told = figure_text(fact)
    if fact.unit and fact.unit != "percent":
        told = f"{told} {unit_label(fact.unit)}"
    said = {"what": word_label(fact.kind, fact.word), "place": fact.place, "figure": told}
    sentence = _("%(what)s, %(place)s: %(figure)s.") % said
    note = as_sentence(fact.summary)
    return f"{sentence} {note}" if note else sentence


def as_sentence(note: str) -> str:
    """A note as a sentence among others: with a capital and a stop; "" for none."""
    note = note.strip()
    if not note:
        return ""
    ended = note if note.endswith((".", "!", "?", "…", "»", "”")) else f"{note}."
    return f"{ended[:1].upper()}{ended[1:]}"


QUALIFIED: dict[str, str] = {
    Qualifier.MORE_THAN: noop("more than %(value)s"),
    Qualifier.AT_LEAST: noop("at least %(value)s"),
    Qualifier.ABOUT: noop("about %(value)s"),
    Qualifier.ALMOST: noop("almost %(value)s"),
    Qualifier.AT_MOST: noop("at most %(value)s"),
    Qualifier.LESS_THAN: noop("less than %(value)s"),
}


def _qualified(qualifier: str, value: str) -> str:
    return _(QUALIFIED[qualifier]) % {"value": value} if qualifier in QUALIFIED else value


def lowered(text: str) -> str:
    """A label within a sentence: "task force model"."""
    return text[:1].lower() + text[1:]
