"""A place's answer under Secure Communities: were prints shared, when, could it say no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from jurisdictions.read.places import places_of
from jurisdictions.read.programs.secure_communities.sharing import Stretch, Told, told_of
from jurisdictions.read.records import record_of
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.render.programs.in_short import InShort, fitting
from jurisdictions.render.programs.secure_communities.refusals import refusals
from jurisdictions.render.words.days import from_text, number_text, period_text, until_text
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.status.dates import PartialDate


def in_short(as_of: AsOf, place: PlaceRow, spans: Sequence[SpanRow]) -> InShort:
    """Of all that the edition knows of the place, whatever the day."""
    told = told_of(as_of, place, spans, record_of(as_of, place.geoid))
    state = places_of(as_of)[place.state_geoid]
    return fitting(_variants(told, state.spoken_name))


def _variants(told: Told, state: str) -> Iterator[InShort]:
    for refusal, fully in refusals(told, state):
        yield InShort(whether(told), when(told, fully=fully), refusal)


def whether(told: Told) -> str:
    """Whether prints taken there were ever shared, or are."""
    if not told.sharing:
        return (
            _("No, as far as is on record: none of its jurisdictions was ever activated.")
            if told.members
            else _("No, as far as is on record: this place was never activated.")
        )
    over = told.sharing[-1].end_on is not None
    ever, total = told.members or (1, 1)
    numbers = {"number": number_text(ever), "total": number_text(total)}
    if total == 1:
        return (
            _("Yes. Fingerprints taken here were shared with ICE.")
            if over
            else _("Yes. Fingerprints taken here are shared with ICE.")
        )
    if ever == total:
        return (
            _("Yes, in all %(total)s jurisdictions: their fingerprints were shared with ICE.")
            if over
            else _("Yes, in all %(total)s jurisdictions: their fingerprints are shared with ICE.")
        ) % numbers
    return (
        _("Yes, in %(number)s of %(total)s jurisdictions: fingerprints were shared with ICE.")
        if over
        else _("Yes, in %(number)s of %(total)s jurisdictions: fingerprints are shared with ICE.")
    ) % numbers


def when(told: Told, *, fully: bool) -> str:
    """From when to when; where nothing was shared, in which years the program ran elsewhere."""
    if told.sharing:
        return _sentence(_stretches(told.sharing, fully=fully))
    if told.ran:
        years = [Stretch(_year(one.begin_on), _year(one.end_on)) for one in told.ran]
        return _("Elsewhere the program ran %(when)s.") % {"when": _stretches(years, fully=False)}
    return _("The program had not begun.")


def _year(on: PartialDate | None) -> PartialDate | None:
    return PartialDate(on.year) if on else None


def _stretches(found: Sequence[Stretch], *, fully: bool) -> str:
    told = _days(found[0])
    for one in found[1:]:
        again = _("%(before)s, and again %(when)s")
        if one.resumed and fully:
            again = _("%(before)s, and again, as the program was restored, %(when)s")
        told = again % {"before": told, "when": _days(one)}
    return told


def _days(one: Stretch) -> str:
    if one.begin_on and one.end_on:
        return period_text(one.begin_on, one.end_on)
    if one.begin_on:
        return _("%(from)s on") % {"from": from_text(one.begin_on)}
    return until_text(one.end_on) if one.end_on else _("at all times")


def _sentence(clause: str) -> str:
    return f"{beginning_a_line(clause)}."
