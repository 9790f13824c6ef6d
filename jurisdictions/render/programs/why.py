"""Why a place stands where it stands: one line, in the words of the program."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.fact_days import fact_day_and_basis
from jurisdictions.render.words.sentences import fact_text


def why_line(span: SpanRow, place: PlaceRow, as_of: AsOf | None = None) -> str:
    """One line that says why `place` has the status of `span`; it ends with a full stop.

    A program may tell more with the edition and the day at hand: `why_on` in its own `why.py`.
    """
    words = part_of(span.program, "why")
    told: str = words.why_on(as_of, span, place) if as_of and hasattr(words, "why_on") else ""
    line: str = told or words.why_line(span, place)
    return line


def known_later_line(span: SpanRow, facts: Iterable[FactRow]) -> str:
    """What only later facts tell of the span; empty where nothing is."""
    line: str = part_of(span.program, "why").known_later_line(span, facts)
    return line


def came_out_text(fact: FactRow, as_of: AsOf) -> str:
    """What a fact that became public later says, with its own day.

    A program may tell whose it is: `whose` in its own `why.py`.
    """
    words = part_of(as_of.program.slug, "why")
    whose: str = words.whose(as_of, fact) if hasattr(words, "whose") else ""
    text = fact_text(fact)
    said = {"when": fact_day_and_basis(fact), "whose": whose, "text": text}
    return (_("%(when)s: %(whose)s. %(text)s") if whose else _("%(when)s: %(text)s")) % said
