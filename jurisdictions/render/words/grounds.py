"""Why a place stands as it does, line by line: the facts that decided, and its own end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow, PlaceRow
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.notes import Cited
from jurisdictions.render.words.place_names import spoken
from jurisdictions.status.successions import SuccessionKind


class Ground(NamedTuple):
    """A fact; or, without one, a day and what happened, at an entry of the page.

    `row` is what that rests on. Without an entry it is the end of the place, told with the place.
    """

    fact: FactRow | None
    day: str = ""
    text: str = ""
    entry: str = "place-heading"
    row: Cited | None = None


def grounds_of(reasons: Sequence[FactRow], place: PlaceRow, on: date) -> list[Ground]:
    """The facts in the order in which they took effect.

    Once the place is no more, by their own days, with its end among them: an activation that
    ended with the place would otherwise stand, under its earlier day, after what came between.
    """
    ended = place.valid_to
    if ended is None or on < ended.first_day:
        return [Ground(fact) for fact in reasons]
    told = [(fact.on.first_day if fact.on else date.min, Ground(fact)) for fact in reasons]
    told.append((ended.first_day, Ground(None, date_text(ended), _end(reasons, place))))
    return [ground for _day, ground in sorted(told, key=lambda one: one[0])]


def _end(reasons: Sequence[FactRow], place: PlaceRow) -> str:
    into = [other for other in place.successors if other.kind is SuccessionKind.MERGED]
    said = _("The place became part of %(of_name)s.") if into else _("The place came to its end.")
    lines = [said % spoken(into[0].name) if into else said]
    if any(fact.kind == "activation" for fact in reasons):
        lines.append(_("Its activation ended with it."))
    return " ".join(lines)
