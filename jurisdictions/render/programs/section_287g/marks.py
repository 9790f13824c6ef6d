"""What the timeline of a place marks: signings, ends, applications, laws, federal acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from jurisdictions.read.agencies.at_a_place import AtAPlace
from jurisdictions.read.agencies.rows import ApplicationRow, LawRow
from jurisdictions.read.place_records import acts_with_effect
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.programs.section_287g.shown import STATE_AGENCY
from jurisdictions.render.programs.section_287g.told import Told
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.drawn import Drawn, drawn_of
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import PartialDate


def marks_of(
    as_of: AsOf, place: PlaceRow, seen: AtAPlace, told: Iterable[Told]
) -> tuple[Drawn, ...]:
    """Each at the entry that the page has for it; what is later than the day is not told yet."""
    asked = [] if place.is_state else _applications(seen)
    found = [*_agreements(told), *asked, *map(_law, _dated(seen.laws))]
    acts = drawn_of(acts_with_effect(as_of))
    return tuple(one for one in (*found, *acts) if one.day <= as_of.on)


def _agreements(told: Iterable[Told]) -> Iterator[Drawn]:
    for one in told:
        row, term = one.row, one.row.term
        if term is None:
            continue
        kind = "agency_agreement" if row.agency.own.local else STATE_AGENCY
        said = {"agency": row.agency.title, "model": label(row.own.model)}
        begun = _("%(agency)s: %(model)s begins") % said
        yield Drawn(kind, term.start, row.name, _titled(term.start_on, begun))
        if term.end and term.end_on:
            ended = _("%(agency)s: %(model)s ends") % said
            yield Drawn(kind, term.end, row.name, _titled(term.end_on, ended))


def _applications(seen: AtAPlace) -> Iterator[Drawn]:
    for one in seen.applications:
        first = one.own.pending_from
        if first:
            title = _titled(first, waits_text(one))
            yield Drawn("application", first.first_day, one.name, title)


def waits_text(one: ApplicationRow) -> str:
    """Who waits for an agreement, without a full stop."""
    title = one.agency.title if one.agency else one.title
    return _("%(agency)s waits for an agreement") % {"agency": title}


def _dated(laws: Iterable[LawRow]) -> list[tuple[LawRow, PartialDate]]:
    return [(law, law.on) for law in laws if law.on]


def _law(dated: tuple[LawRow, PartialDate]) -> Drawn:
    law, on = dated
    return Drawn("state_law", on.first_day, law.name, _titled(on, law.title))


def _titled(on: PartialDate, what: str) -> str:
    return _("%(when)s: %(text)s") % {"when": beginning_a_line(date_text(on)), "text": what}
