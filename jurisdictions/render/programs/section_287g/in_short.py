"""A place's answer under 287(g): who works for ICE, as what since when, what the law says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.agencies.at_a_place import AtAPlace, agencies_in_force, at_a_place
from jurisdictions.read.agencies.at_work import (
    OfModel,
    ended_last,
    first_of_models,
    in_order_of_time,
)
from jurisdictions.read.agencies.rows import AgreementRow, ApplicationRow
from jurisdictions.read.place_records import span_at
from jurisdictions.read.programs.section_287g.last_list import record_until
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.render.programs.in_short import InShort, fitting
from jurisdictions.render.programs.section_287g.own_words import (
    none_local_text,
    of_them_text,
    only_own_text,
)
from jurisdictions.render.programs.section_287g.place_words import law_line
from jurisdictions.render.words.days import date_text, number_text, since_text, when_text
from jurisdictions.render.words.figures import lowered
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.vocabulary import Status

FEW = 3
"""So many agencies are all named; of more the first."""


class Said(NamedTuple):
    """How much is said: how many agencies by name, since when there was one without a break.

    `models`: of how many models, the strongest first; None: of all.
    """

    named: int
    unbroken: bool
    models: int | None


def in_short(as_of: AsOf, place: PlaceRow, spans: Sequence[SpanRow]) -> InShort:
    """Of the day of the edition: who serves the place and works for ICE then."""
    seen, span = at_a_place(as_of, place), span_at(spans, as_of.on)
    last = min(as_of.on, record_until(as_of) or as_of.on)
    return fitting(_variants(seen, place, span, as_of.on, last))


def _variants(
    seen: AtAPlace, place: PlaceRow, span: SpanRow, day: date, last: date
) -> Iterator[InShort]:
    """From the one that says most: every agency and the name of the law, then less."""
    for models, unbroken, named, titled in product(
        (None, 1), (True, False), (FEW, 1), (True, False)
    ):
        said = Said(named, unbroken, models)
        whether, when = _first_lines(seen, place, span, (day, last), said)
        yield InShort(whether, when, law_line(place, seen, day, titled=titled))


def _first_lines(
    seen: AtAPlace, place: PlaceRow, span: SpanRow, days: tuple[date, date], said: Said
) -> tuple[str, str]:
    """`days`: that of the edition, and the last of them to which the record is whole."""
    day, last = days
    rows = seen.agreements if place.is_state else seen.local
    working = [row for row in rows if row.in_force(day)]
    waiting = [one for one in seen.applications if one.pending(day)]
    if working:
        own = len(agencies_in_force(seen.state, day))
        who = _state_works(place, working, own) if place.is_state else _works(working, said.named)
        return who, _since(working, span if said.unbroken else None, said.models)
    if span.status is Status.STATE_TASK_FORCE:
        of_state = [row for row in seen.state if row.in_force(day)]
        return _of_state(place, of_state), _since(of_state, None, said.models)
    if span.status is Status.APPLICATION_PENDING and waiting:
        return _waits(waiting), _waits_since(waiting)
    if ended := ended_last(rows, day):
        return _over(ended), _ever(rows, day)
    return (
        _("No, as far as is on record: no agency here works for ICE."),
        _("None had signed an agreement by %(day)s.") % {"day": date_text(last)},
    )


def _works(rows: Sequence[AgreementRow], named: int) -> str:
    """The agencies by name, the first to sign first."""
    agencies = in_order_of_time(rows)
    said = {
        "agency": agencies[0].agency.title,
        "number": number_text(len(agencies)),
        "agencies": "; ".join(one.agency.title for one in agencies),
    }
    if len(agencies) == 1:
        return _("Yes: %(agency)s works for ICE.") % said
    if len(agencies) <= named:
        return _("Yes, %(number)s agencies work for ICE: %(agencies)s.") % said
    return _("Yes, %(number)s agencies work for ICE, the first %(agency)s.") % said


def _state_works(place: PlaceRow, rows: Sequence[AgreementRow], own: int) -> str:
    agencies, kind = in_order_of_time(rows), place.state_kind
    said = {"agency": agencies[0].agency.title, "number": number_text(len(agencies))}
    if own == len(agencies) == 1:
        return only_own_text(kind, said["agency"])
    told = (
        ngettext(
            "Yes, %(number)s agency works for ICE: %(agency)s.",
            "Yes, %(number)s agencies work for ICE, the first %(agency)s.",
            len(agencies),
        )
        % said
    )
    if not own:
        return told
    return f"{told} {of_them_text(kind, own)}"


def _of_state(place: PlaceRow, rows: Sequence[AgreementRow]) -> str:
    """No local agency works for ICE, but the state's do so everywhere."""
    agencies = in_order_of_time(rows)
    return none_local_text(place.state_kind, agencies[0].agency.title, len(agencies))


def _waits(waiting: Sequence[ApplicationRow]) -> str:
    one = waiting[0]
    said = {
        "agency": one.agency.title if one.agency else one.title,
        "number": number_text(len(waiting)),
    }
    return (
        ngettext(
            "Not yet, as far as is on record: %(agency)s waits for an agreement.",
            "Not yet, as far as is on record: %(number)s agencies wait for an agreement, among them"
            " %(agency)s.",
            len(waiting),
        )
        % said
    )


def _waits_since(waiting: Sequence[ApplicationRow]) -> str:
    first = next((one.own.pending_from for one in waiting if one.own.pending_from), None)
    if first is None:
        return _("Since when is not known.")
    return _("ICE's list of those that wait has it %(since)s (%(model)s).") % {
        "since": since_text(first),
        "model": lowered(label(waiting[0].own.model)),
    }


def _over(last: AgreementRow) -> str:
    until = last.until
    return _("No longer, as far as is on record: the last agreement, of %(agency)s, %(ended)s.") % {
        "agency": last.agency.title,
        "ended": _("ended %(when)s") % {"when": when_text(until)} if until else _("has ended"),
    }


def _ever(rows: Iterable[AgreementRow], day: date) -> str:
    """How many there were, and when the first began."""
    terms = sorted(
        (row.term for row in rows if row.term and row.term.start <= day),
        key=lambda term: term.start,
    )
    number = len(terms)
    return ngettext(
        "It had been in force %(since)s.",
        "%(number)s agreements are on record, the first in force %(since)s.",
        number,
    ) % {"number": number_text(number), "since": since_text(terms[0].start_on)}


def _since(rows: Sequence[AgreementRow], span: SpanRow | None, most: int | None) -> str:
    """Each model, the strongest first, since when; then since when without a break."""
    models = first_of_models(rows)
    told = "; ".join(_model(one) for one in models[:most])
    whole = span.agreement_since if span else None
    if whole and whole.first_day < min(one.since.first_day for one in models):
        told = _("%(models)s; agreements without a break %(since)s") % {
            "models": told,
            "since": since_text(whole),
        }
    return f"{told[:1].upper()}{told[1:]}."


def _model(one: OfModel) -> str:
    return _("%(model)s %(since)s") % {
        "model": lowered(label(one.model)),
        "since": since_text(one.since),
    }
