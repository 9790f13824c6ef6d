"""Reports of 287(g): who works for ICE, under which model, signed, listed and ended; the laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.agencies.at_a_place import AtAPlace, at_a_place
from jurisdictions.read.agencies.rows import ApplicationRow, LawRow
from jurisdictions.read.headlines import headline_on
from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.places import places_of
from jurisdictions.read.programs.section_287g.state_records import (
    ENDS,
    FIRST,
    IN_FORCE,
    LAW,
    RESTORED,
    state_record,
)
from jurisdictions.read.rows import AsOf, FactRow, SpanRow, StatusRow
from jurisdictions.read.state_records import StateRecord
from jurisdictions.render.programs.section_287g.in_short import in_short
from jurisdictions.render.programs.section_287g.map_words import sentence
from jurisdictions.render.programs.section_287g.told import Told, by_agency, told_of
from jurisdictions.render.reports.parts import Account, Entry, Signed, Story
from jurisdictions.render.reports.telling import dispute_text, entry_of, marks_of, replies_of
from jurisdictions.render.words.days import (
    date_text,
    number_text,
    short_date_text,
    since_text,
)
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.render.words.figures import FigureGroup
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.notes import Cited, Notes, notes_of
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.vocabulary import LawStanding, Strongest

__all__ = ["state_record"]

PERIODS = ("position", "local_agreement", "state_law")
MERGES = True


def account(as_of: AsOf, record: PlaceRecord, groups: Sequence[FigureGroup]) -> Account:
    """By agency, each agreement with its number; then who waits, the laws, the federal acts.

    A state's report tells of its own agencies; those of its counties stand in a table. A county's
    tells of the state's agencies as far as they have an agreement in force.
    """
    seen = at_a_place(as_of, record.place)
    own = [one for one in seen.state if record.place.is_state or one.in_force(as_of.on)]
    rows = own if record.place.is_state else [*seen.local, *own]
    told = [one for one in told_of(rows, seen.agreements, as_of) if _begun(one, as_of)]
    waiting = [] if record.place.is_state else _waited(seen, as_of)
    laws = [one for one in seen.laws if one.on is None or one.on.first_day <= as_of.on]
    acts = [fact for fact in record.facts if fact.kind == "policy_event"]
    named = [one.row.name for working in by_agency(told) for one in working.told]
    named += [*(one.name for one in waiting), *(one.name for one in laws)]
    numbers = {name: at for at, name in enumerate([*named, *(f.name for f in acts)], 1)}
    figures = [fact for group in groups for fact, _beside in group.figures]
    cited: list[Cited] = [*(one.row for one in told), *waiting, *laws, *acts, *figures]
    local = set() if record.place.is_state else {one.name for one in seen.local}
    marked = {*local, *(one.name for one in laws), *(fact.name for fact in acts)}
    drawn = tuple(fact for fact in record.facts if fact.name in marked)
    teller = _Teller(numbers, notes_of(cited), record)
    return Account(tuple(teller.stories(told, waiting, laws, acts)), drawn, numbers, teller.notes)


def _begun(told: Told, as_of: AsOf) -> bool:
    return told.row.term is None or told.row.term.start <= as_of.on


def _waited(seen: AtAPlace, as_of: AsOf) -> list[ApplicationRow]:
    """Applications up to the day, the pending ones among them."""
    return [
        one
        for one in seen.applications
        if one.own.pending_from and one.own.pending_from.first_day <= as_of.on
    ]


class _Teller:
    """Facts of a place as entries under their headings."""

    def __init__(self, numbers: Mapping[str, int], notes: Notes, record: PlaceRecord) -> None:
        self.numbers, self.notes = numbers, notes
        self.replies = {fact.name: fact.replies for fact in record.facts}

    def stories(
        self,
        told: list[Told],
        waiting: Iterable[ApplicationRow],
        laws: Iterable[LawRow],
        acts: Iterable[FactRow],
    ) -> Iterator[Story]:
        """Each agency, then applications, laws and federal acts; those that have entries."""
        found = [
            *(
                Story(f"{one.agency.title} · {one.reach}", tuple(map(self._agreement, one.told)))
                for one in by_agency(told)
            ),
            Story(_("Applications"), tuple(map(self._application, waiting))),
            Story(_("What the law of the state says"), tuple(map(self._law, laws))),
            Story(
                _("Federal acts that changed the rules"),
                tuple(entry_of(fact, self.numbers, self.notes) for fact in acts),
            ),
        ]
        return (story for story in found if story.entries)

    def _agreement(self, told: Told) -> Entry:
        row = told.row
        on = row.own.signed_on or row.own.listed_from
        text = " ".join(filter(None, (told.dated, told.ended, told.note)))
        return self._entry(row.name, on, label(row.own.model), (text, told.allows), row)

    def _application(self, row: ApplicationRow) -> Entry:
        who = row.agency.title if row.agency else row.title
        text = _("%(agency)s stood on ICE's list of those that wait.") % {"agency": who}
        last = row.own.pending_until
        details = _("Last on it: %(day)s.") % {"day": date_text(last)} if last else ""
        if row.own.outcome:
            details = f"{details} {label(row.own.outcome)}.".strip()
        model = label(row.own.model)
        return self._entry(row.name, row.own.pending_from, model, (text, details), row)

    def _law(self, row: LawRow) -> Entry:
        text = f"{row.title}. {row.summary}"
        return self._entry(row.name, row.on, label(row.own.kind), (text, row.note), row)

    def _entry(
        self, name: str, on: PartialDate | None, word: str, said: tuple[str, str], row: Cited
    ) -> Entry:
        text, details = said
        return Entry(
            number=self.numbers.get(name, 0),
            date=beginning_a_line(date_text(on)) if on else _("Date unknown"),
            word=word,
            text=text,
            details=details,
            disputes=tuple(dispute_text(one) for one in row.citations if one.contradicts),
            marks=marks_of(row, self.notes),
            replies=replies_of(self.replies.get(name, ())),
        )


def decided(as_of: AsOf, record: PlaceRecord) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Agreements decide what local agencies, or those of the state, have in force."""
    seen = at_a_place(as_of, record.place)
    signed = {one.name: one for one in seen.agreements}
    own = {one.name for one in seen.state}
    found: dict[str, list[tuple[str, str]]] = {"local_agreement": [], "state_agency": []}
    for fact in record.span.reasons:
        if one := signed.get(fact.name):
            begun = one.own.signed_on or one.own.listed_from
            when = f", {short_date_text(begun)}" if begun else ""
            text = f"{one.agency.title}: {label(one.own.model)}{when}"
            found["state_agency" if fact.name in own else "local_agreement"].append(
                (one.name, text)
            )
    waiting = [(one.name, one.title) for one in seen.applications if one.pending(as_of.on)]
    return {**found, "reach": found["local_agreement"], "application": waiting}


def lead(as_of: AsOf, record: PlaceRecord) -> str:
    """Whether anyone here works for ICE, and what the state's law says."""
    return in_short(as_of, record.place, record.spans).text


def since(span: SpanRow) -> str:
    """Since when local agreements have stood, where that differs from the status."""
    on = span.agreement_since
    if not on or on == span.since_on:
        return ""
    said = _("Local agreements have been in force without a break %(since)s.")
    return said % {"since": since_text(on)}


def cell(span: SpanRow, member: str) -> str:
    """The word of a dimension."""
    return label(getattr(span, member))


def beside(as_of: AsOf, record: PlaceRecord) -> str:
    """In how many jurisdictions of the state a local agreement was in force on the day."""
    having = sum(count for status, count in record.around.by_status if status in IN_FORCE)
    total = record.around.total
    return ngettext(
        "In %(state)s, a local agency had an agreement in force in %(having)s of %(of)s "
        "jurisdiction on %(day)s.",
        "In %(state)s, a local agency had an agreement in force in %(having)s of %(of)s "
        "jurisdictions on %(day)s.",
        total,
    ) % {
        "state": record.state.name,
        "having": number_text(having),
        "of": number_text(total),
        "day": date_text(as_of.on),
    }


def held(row: StatusRow) -> str:
    """Since when local agreements have been in force without a break."""
    on = row.known["agreement_since"]
    return short_date_text(on) if on else ""


def listed(row: StatusRow) -> tuple[str, str]:
    """The state's agencies, and its law; "" for none."""
    own, law = row.state_agency, row.state_law
    return (
        "" if own is Strongest.NONE else label(own),
        "" if law is LawStanding.NONE_RECORDED else label(law),
    )


def signed(as_of: AsOf, record: StateRecord) -> tuple[Signed, ...]:
    """Every agency of the state with an agreement in force on the day, by name."""
    seen, places = at_a_place(as_of, record.own.place), places_of(as_of)
    told = [one for one in told_of(seen.agreements, (), as_of) if one.row.in_force(as_of.on)]
    found = [
        Signed(
            one.agency.title,
            ", ".join(places[geoid].name for geoid in one.agency.places if geoid in places),
            "; ".join(dict.fromkeys(label(told.row.own.model) for told in one.told)),
            _oldest(one.told),
        )
        for one in by_agency(told)
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def _oldest(told: Iterable[Told]) -> str:
    days = [one.row.term.start_on for one in told if one.row.term]
    return short_date_text(min(days, key=lambda on: on.first_day)) if days else ""


def doubt(record: StateRecord) -> str:
    """The map is as sure as the record."""
    del record
    return ""


def why_day(why: str) -> str:
    """Why a day is drawn."""
    return {
        FIRST: _("The first agreement of a local agency there"),
        ENDS: _("ICE ends the task force model"),
        RESTORED: _("The task force model returns"),
        LAW: _("The state's law takes effect"),
    }[why]


def counted(active: str, total: str) -> str:
    """How many have a local agreement in force."""
    return _("%(active)s of %(total)s with an agreement") % {"active": active, "total": total}


def usual_since(as_of: AsOf) -> date:
    """Four weeks before the day."""
    return as_of.on - min(timedelta(weeks=4), as_of.on - date.min)


def nation(as_of: AsOf, since: date) -> tuple[str, str]:
    """How many agreements of how many agencies stood in force, on either day."""
    then = replace(as_of, on=since)
    return sentence(as_of, headline_on(as_of), 0), sentence(then, headline_on(then), 0)


def place_words() -> Mapping[str, str]:
    """The headings of a place's report that are this program's own."""
    return {
        "dimensions": _("The six dimensions"),
        "timeline_alt": _(
            "Timeline of %(of_place)s: status, federal position, local agreements, state agencies, "
            "applications and state law. The same is told in words under “What happened”."
        ),
    }


def state_words() -> Mapping[str, str]:
    """The headings of a state's report that are this program's own."""
    return {
        "day_alt": _(
            "Map of %(state)s on %(day)s: %(active)s of %(total)s jurisdictions with a local "
            "agreement in force."
        ),
        "hatched": _("By status on this day; hatched: agreement for part of the county only"),
        "members_help": _("An asterisk after the name: agreement for part of the county only."),
        "held": _("Agreement since"),
        "signed": _("Agencies with an agreement in force on this day"),
        "agency": _("Agency"),
        "serves": _("Places it serves"),
        "models": _("Models"),
    }


def list_words() -> Mapping[str, str]:
    """The headings of a list that are this program's own."""
    return {
        "about": _("%(program)s: status, state agencies and state law of each jurisdiction."),
        "held": _("Agreement since"),
        "first": _("State agency"),
        "second": _("State law"),
        "members_help": _("An asterisk after the name: agreement for part of the county only."),
        "hatched": _("Hatched: agreement for part of the county only"),
    }
