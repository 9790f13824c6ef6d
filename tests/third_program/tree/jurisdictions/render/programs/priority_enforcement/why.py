"""Why a place stands where it stands: one line, from the reasons of its span."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow, PlaceRow, SpanRow
from jurisdictions.render.words.sentences import fact_text


def why_line(span: SpanRow, place: PlaceRow) -> str:
    """The act that decided."""
    del place
    decided = fact_text(span.reasons[-1]) if span.reasons else ""
    return decided or _("The program had not been announced.")


def known_later_line(span: SpanRow, facts: Iterable[FactRow]) -> str:
    """Only later facts tell nothing more."""
    del span, facts
    return ""
