"""All agencies, agreements and lists of an edition, as known on a day; kept for the last ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from jurisdictions.models import Agency, AgencyAgreement, Application, CapturedList, Program
from jurisdictions.publish.programs.section_287g import agreements_in, known_agreements
from jurisdictions.publish.rows import Rows
from jurisdictions.read.agency_lists.rows import AgencyRow, AgreementRow, ListRow
from jurisdictions.read.languages import SPANISH
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement as Fact
from jurisdictions.status.programs.section_287g.terms import end_of, term_of
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    ListKind,
    Matched,
    Sureness,
)
from jurisdictions.status.successions import BAR

EDITIONS_KEPT = 4
"""Each in an edition, a language and a day of knowledge; some 4 MB for 2,500 agreements."""


@dataclass(frozen=True, slots=True)
class AgencyRecord:
    """Every agency by its id, every agreement in the order of the record, ICE's lists by day.

    `known` are the agencies of which an agreement or an application was known.
    """

    agencies: Mapping[str, AgencyRow]
    agreements: tuple[AgreementRow, ...]
    by_agency: Mapping[str, tuple[AgreementRow, ...]]
    lists: tuple[ListRow, ...]
    known: frozenset[str]

    @property
    def until(self) -> date | None:
        """The day of the last list: to that day the record is whole. None without any list."""
        return self.lists[-1].listed_on if self.lists else None


def agency_record(as_of: AsOf) -> AgencyRecord:
    """The agencies and agreements of an edition, as known. Six queries, then none."""
    return _record(replace(as_of, on=date.min, far_on=None))


@lru_cache(maxsize=EDITIONS_KEPT)
def _record(as_of: AsOf) -> AgencyRecord:
    program = Program.objects.get(slug=as_of.program.slug)
    rows = Rows(program.pk, as_of.edition.last_change)
    agencies = {one.agency: one for one in _agencies(as_of, rows)}
    agreements = tuple(_agreements(as_of, rows, agencies))
    found: dict[str, list[AgreementRow]] = defaultdict(list)
    for one in agreements:
        found[one.agency.agency].append(one)
    return AgencyRecord(
        agencies,
        agreements,
        {agency: tuple(signed) for agency, signed in found.items()},
        tuple(_lists(as_of, rows)),
        frozenset((*found, *_applied(as_of, rows))),
    )


def _agencies(as_of: AsOf, rows: Rows) -> Iterator[AgencyRow]:
    places = places_of(as_of)
    fields = ("agency", "name", "aliases", "geoid", "level", "kind", "reach", "geoids")
    found = rows.of(Agency, *fields, "matched", "sure", "note", "note_es")
    for agency, name, aliases, state, level, kind, reach, geoids, matched, sure, *notes in found:
        yield AgencyRow(
            agency=agency,
            name=name,
            aliases=_parts(aliases),
            state=places[state].state if state in places else "",
            state_geoid=state,
            level=AgencyLevel(level),
            kind=AgencyKind(kind),
            reach=AgencyReach(reach),
            geoids=_parts(geoids),
            matched=Matched(matched),
            sure=Sureness(sure),
            note=_said(as_of, *notes),
        )


def _agreements(
    as_of: AsOf, rows: Rows, agencies: Mapping[str, AgencyRow]
) -> Iterator[AgreementRow]:
    facts: tuple[Fact, ...] = agreements_in(rows)
    if as_of.known_on is not None:
        facts = known_agreements(facts, as_of.known_on)
    found = rows.of(AgencyAgreement, "agreement", "moa_url", "ending_source", "note", "note_es")
    beside = {key: rest for key, *rest in found}
    for fact in facts:
        key = fact.name.partition(":")[2]
        url, source, *notes = beside[key]
        ended, until = end_of(fact)
        # What is told of an end that was not yet known is not told.
        source = source if until else ""
        yield AgreementRow(
            agreement=key,
            agency=agencies[fact.agency.agency],
            fact=fact,
            term=term_of(fact),
            ended=ended,
            until=until,
            moa_url=url,
            ending_source=source,
            note=_said(as_of, *notes),
        )


def _applied(as_of: AsOf, rows: Rows) -> Iterator[str]:
    """The agencies that stood on a list of the waiting by the day of knowledge."""
    known = as_of.known_on or date.max
    for agency, first in rows.of(Application, "agency", "pending_from"):
        if agency and (first is None or first.first_day <= known):
            yield agency


def _lists(as_of: AsOf, rows: Rows) -> Iterator[ListRow]:
    found = rows.of(CapturedList, "kind", "listed_on", "rows")
    lists = [
        ListRow(on.first_day, count)
        for kind, on, count in found
        if kind == ListKind.PARTICIPATING and on
    ]
    known = as_of.known_on or date.max
    yield from sorted(
        (one for one in lists if one.listed_on <= known), key=lambda one: one.listed_on
    )


def _said(as_of: AsOf, english: str, spanish: str) -> str:
    """The text in the reader's language, in the other one where the record has it in no other."""
    return (spanish or english) if as_of.language == SPANISH else (english or spanish)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(BAR)))
