"""What a form of the desk is for, told from its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.http import Http404
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.keeping.promised_sources import all_known, not_on_record
from jurisdictions.read.keeping.record_changes import RecordChange
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.records import policy_events, record_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow
from jurisdictions.read.sources import sources_by_key
from jurisdictions.record.changing.wishes import RECORD
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.fact_days import fact_day
from jurisdictions.render.words.labels import word_label
from jurisdictions.render.words.people import person_text
from jurisdictions.render.words.threads import threads_of
from jurisdictions.status.geoids import NATION, is_state
from jurisdictions.status.kinds import OF_AGENCIES, THREADS, Level, kinds_of
from jurisdictions.web.desk.forms.offered import facts_of_agencies, offered_at
from jurisdictions.web.desk.forms.task import Task, ThreadOnRecord
from jurisdictions.web.desk.frame.page import newest

NEAR = 6
"""How many of the sources that a place cites already are offered first."""


def edition_of() -> AsOf:
    """The newest edition of the program that the address names; 404 for none."""
    try:
        found = newest(spoken_for())
    except BadAsk as bad:
        raise Http404(str(bad)) from bad
    if found is None:
        raise Http404
    return found


def place_at(as_of: AsOf, geoid: str) -> PlaceRow | None:
    """The place of an address, None for the nation; 404 for one that is not on record."""
    place = places_of(as_of).get(geoid)
    if place is None and geoid != NATION:
        raise Http404
    return place


def where_text(place: PlaceRow | None) -> str:
    """What a place, or the nation, is called."""
    return place.label if place else _("United States")


def kinds_at(geoid: str, program: str) -> tuple[str, ...]:
    """The kinds of fact that a program records of a place of this level."""
    if geoid == NATION:
        return kinds_of(Level.NATION, program)
    return kinds_of(Level.STATE if is_state(geoid) else Level.COUNTY, program)


def own_facts(as_of: AsOf, geoid: str) -> list[FactRow]:
    """The facts that are about the place itself or its agencies, not its state or the nation."""
    if geoid == NATION:
        return [*policy_events(as_of), *(f for f in record_of(as_of, NATION) if f.geoid == NATION)]
    theirs = facts_of_agencies(as_of, geoid)
    return [
        fact
        for fact in record_of(as_of, geoid)
        if (fact.name in theirs if fact.kind in OF_AGENCIES else fact.geoid == geoid)
    ]


def record_task(as_of: AsOf, geoid: str, kind: str) -> Task:
    """The form for a new fact of a kind; 404 for a kind that such a place has none of."""
    place = place_at(as_of, geoid)
    if kind not in kinds_at(geoid, as_of.program.slug) and kind != "source":
        raise Http404
    facts, known = own_facts(as_of, geoid), sources_by_key(as_of)
    return Task(
        action=RECORD,
        kind=kind,
        as_of=as_of,
        region=geoid,
        where=where_text(place),
        place=place,
        threads=_threads([fact for fact in facts if fact.kind == kind and kind in THREADS]),
        known=all_known(known),
        promised=not_on_record(known),
        near=near_sources(facts),
        offered=offered_at(as_of, kind, geoid, known),
    )


def near_sources(facts: Iterable[FactRow]) -> tuple[str, ...]:
    """The sources that these facts cite, the most cited first."""
    cited = Counter(
        citation.source.key
        for fact in facts
        for citation in fact.citations
        if not citation.contradicts
    )
    return tuple(key for key, _count in cited.most_common(NEAR))


def told_fact(fact: FactRow) -> str:
    """A fact in one line: "Opt-out requested, May 18, 2010"."""
    said = fact.title or word_label(fact.kind, fact.word)
    day = fact_day(fact) if fact.on else _("date unknown")
    return f"{said}, {day}"


def _threads(facts: list[FactRow]) -> tuple[ThreadOnRecord, ...]:
    by_thread: dict[str, list[FactRow]] = {}
    for fact in facts:
        by_thread.setdefault(fact.thread, []).append(fact)
    return tuple(
        ThreadOnRecord(key, _thread_title(steps), len(steps)) for key, steps in by_thread.items()
    )


def _thread_title(steps: list[FactRow]) -> str:
    """A thread by its heading and its first day, which tells two of one place apart."""
    first = min(steps, key=lambda step: step.seq)
    began = date_text(first.on) if first.on else _("date unknown")
    return f"{threads_of(steps)[0].title}, {began}"


def told_moment(change: RecordChange) -> str:
    """Who changed the record, and when: "Rosa Villanueva, July 13, 2026"."""
    name = person_text(change.made_by)
    return f"{name}, {date_text(change.made_at.date())}: {change.reason}"
