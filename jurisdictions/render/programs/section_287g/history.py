"""All that is on record at a place, told by time: signings, ends, applications, laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.agencies.at_a_place import AtAPlace
from jurisdictions.read.agencies.rows import AgreementRow, ApplicationRow, LawRow
from jurisdictions.render.programs.section_287g.told import Told
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: `when` as the record has it, `on` to order by; None comes last.

    `agency` is the id and `title` the name of who did it, "" for none. `anchor` is the name of what
    stands nowhere else on the page.
    """

    on: date | None
    when: str
    text: str
    row: AgreementRow | ApplicationRow | LawRow
    agency: str = ""
    title: str = ""
    anchor: str = ""


def history(seen: AtAPlace, told: Iterable[Told], day: date) -> list[Entry]:
    """Every fact of the place up to a day, first to last; a law without a day comes last."""
    found = [*_agreements(told, day), *_applications(seen, day), *_laws(seen, day)]
    return sorted(found, key=lambda one: one.on or date.max)


def _agreements(told: Iterable[Told], day: date) -> Iterator[Entry]:
    for one in told:
        row, term = one.row, one.row.term
        if term is None or term.start > day:
            continue
        who = row.agency.key, row.agency.title
        model = label(row.own.model)
        text = f"{model}. {one.dated}"
        yield Entry(term.start, _when(term.start_on), text, row, *who)
        if one.ended and term.end and term.end_on:
            yield Entry(term.end, _when(term.end_on), f"{model}. {one.ended}", row, *who)


def _applications(seen: AtAPlace, day: date) -> Iterator[Entry]:
    for one in seen.applications:
        first = one.own.pending_from
        if first is None or first.first_day > day:
            continue
        said = {"model": label(one.own.model)}
        text = (
            _("Application for an agreement on ICE's list of those that wait (%(model)s).") % said
        )
        who = (one.agency.key, one.agency.title) if one.agency else ("", one.title)
        anchor = "" if one.pending(day) else one.name
        yield Entry(first.first_day, _when(first), text, one, *who, anchor)


def _laws(seen: AtAPlace, day: date) -> Iterator[Entry]:
    for law in seen.laws:
        if law.on and law.on.first_day > day:
            continue
        text = f"{label(law.own.kind)}. {law.summary}"
        when = _when(law.on) if law.on else _("Date unknown")
        yield Entry(law.on.first_day if law.on else None, when, text, law, "", law.title)


def _when(on: PartialDate) -> str:
    return beginning_a_line(date_text(on))
