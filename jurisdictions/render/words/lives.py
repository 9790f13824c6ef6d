"""What became of a place, and what it was before, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from jurisdictions.read.rows import PlaceRow
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.place_names import spoken
from jurisdictions.status.successions import Succession, SuccessionKind


def life_lines(place: PlaceRow) -> list[str]:
    """One sentence for each change, what came before first."""
    return [*_lines(place.predecessors, _before), *_lines(place.successors, _after)]


def end_line(place: PlaceRow) -> str:
    """That a place is no more, and what it is part of now; "" for one that stands."""
    if place.valid_to is None:
        return ""
    into = [other for other in place.successors if other.kind is SuccessionKind.MERGED]
    told = {"day": date_text(place.valid_to), **spoken(into[0].name if into else "")}
    if into:
        return _("This place no longer exists. From %(day)s on it is part of %(of_name)s.") % told
    return _("This place no longer exists, from %(day)s on.") % told


def _lines(
    others: tuple[Succession, ...], sentence: Callable[[SuccessionKind], str]
) -> Iterator[str]:
    for other in others:
        told = {**spoken(other.name), "code": other.code, "day": date_text(other.on)}
        yield capfirst(sentence(other.kind) % told)


def _before(kind: SuccessionKind) -> str:
    match kind:
        case SuccessionKind.RENAMED:
            return _("%(plain)s (%(code)s) until it was renamed: %(day)s.")
        case SuccessionKind.CODE_CHANGED:
            return _("Its code was %(code)s, and its name %(plain)s, until %(day)s.")
        case SuccessionKind.MERGED:
            return _("%(name)s (%(code)s) became part of it: %(day)s.")
        case SuccessionKind.SPLIT:
            return _("It was made when %(name)s (%(code)s) was divided: %(day)s.")
        case SuccessionKind.PART:
            return _("A part of %(of_name)s (%(code)s) came to it: %(day)s.")


def _after(kind: SuccessionKind) -> str:
    match kind:
        case SuccessionKind.RENAMED:
            return _("Renamed %(plain)s, Census code %(code)s: %(day)s.")
        case SuccessionKind.CODE_CHANGED:
            return _("Since %(day)s its Census code is %(code)s, its name %(plain)s.")
        case SuccessionKind.MERGED:
            return _("It became part of %(of_name)s (%(code)s): %(day)s.")
        case SuccessionKind.SPLIT:
            return _("It was divided; one of its successors is %(name)s (%(code)s): %(day)s.")
        case SuccessionKind.PART:
            return _("A part of it lies in %(name)s (%(code)s): %(day)s.")
