"""A place's answer under Secure Communities: were prints shared, when, could it say no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from jurisdictions.read.places import places_of
from jurisdictions.read.programs.secure_communities.sharing import Stretch, Told, told_of
from jurisdictions.read.records import record_of
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.render.programs.in_short import InShort, fitting
from jurisdictions.render.programs.secure_communities.on_the_day import says_from, whether
from jurisdictions.render.programs.secure_communities.refusals import refusals
from jurisdictions.render.words.days import (
    Written,
    date_text,
    from_text,
    number_text,
    period_text,
    short_date_text,
    until_text,
)
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.status.dates import PartialDate


def in_short(as_of: AsOf, place: PlaceRow, spans: Sequence[SpanRow]) -> InShort:
    """Of all that the edition knows of the place; the first line reckons with the day."""
    told = told_of(as_of, place, spans, record_of(as_of, place.geoid))
    state = places_of(as_of)[place.state_geoid]
    return fitting(_variants(told, state.spoken_name))


def _variants(told: Told, state: str) -> Iterator[InShort]:
    for refusal in refusals(told, state):
        written = short_date_text if refusal.short else date_text
        shown = _resumed_in_years(told) if refusal.years else told
        rest = when(shown, fully=refusal.fully, written=written), refusal.text
        yield InShort(whether(told, rest, written), *rest)


def when(told: Told, *, fully: bool, written: Written = date_text) -> str:
    """From when to when, but not again what the first line said.

    Where nothing was shared, in which years the program ran elsewhere.
    """
    if told.sharing:
        first = _first_days(told, written)
        return _sentence(_stretches(told.sharing, first, fully=fully, written=written))
    if told.ran:
        years = [_in_years(one) for one in told.ran]
        told_years = _stretches(years, _days(years[0], written), fully=False, written=written)
        return _("Elsewhere the program ran %(when)s.") % {"when": told_years}
    return _("The program had not begun.")


def _first_days(told: Told, written: Written) -> str:
    """The first stretch; of a state both ends: its first places, and most of them."""
    first = told.sharing[0]
    if first.end_on and says_from(told):
        return until_text(first.end_on, written)
    days = _days(first, written)
    members = told.members
    if not (members and members.most_from and first.begin_on) or members.most.total == 1:
        return days
    if members.most_from == first.begin_on:
        return days
    said = {
        "from": from_text(first.begin_on, written),
        "number": number_text(members.most.sharing),
        "total": number_text(members.most.total),
        "most_from": from_text(members.most_from, written),
    }
    both = (
        _("the first %(from)s, all %(total)s %(most_from)s")
        if members.most.all
        else _("the first %(from)s, at most %(number)s of %(total)s %(most_from)s")
    ) % said
    if first.end_on is None:
        return both
    return _("%(from)s, %(until)s") % {"from": both, "until": until_text(first.end_on, written)}


def _resumed_in_years(told: Told) -> Told:
    sharing = (_in_years(one) if one.resumed else one for one in told.sharing)
    return replace(told, sharing=tuple(sharing))


def _in_years(one: Stretch) -> Stretch:
    return Stretch(_year(one.begin_on), _year(one.end_on))


def _year(on: PartialDate | None) -> PartialDate | None:
    return PartialDate(on.year) if on else None


def _stretches(found: Sequence[Stretch], first: str, *, fully: bool, written: Written) -> str:
    told = first
    for one in found[1:]:
        again = _("%(before)s, and again %(when)s")
        if one.resumed and fully:
            again = _("%(before)s, and again, as the program was restored, %(when)s")
        told = again % {"before": told, "when": _days(one, written)}
    return told


def _days(one: Stretch, written: Written) -> str:
    if one.begin_on and one.end_on:
        return period_text(one.begin_on, one.end_on, written=written)
    if one.begin_on:
        return _("%(from)s on") % {"from": from_text(one.begin_on, written)}
    return until_text(one.end_on, written) if one.end_on else _("at all times")


def _sentence(clause: str) -> str:
    return f"{beginning_a_line(clause)}."
