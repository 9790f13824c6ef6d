"""All agencies, agreements and lists of an edition, as known on a day; kept for the last ones."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from jurisdictions.models import (
    Agency,
    AgencyAgreement,
    Application,
    CapturedList,
    Citation,
    Program,
)
from jurisdictions.publish.programs.section_287g import (
    agencies_in,
    agreements_in,
    known_facts,
    laws_in,
)
from jurisdictions.publish.rows import Rows
from jurisdictions.read.agencies.made import parts
from jurisdictions.read.agencies.offers import with_offers
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow, ListRow, agreement_row
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.languages import SPANISH
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.section_287g import facts
from jurisdictions.status.programs.section_287g.laws import laws_in_force
from jurisdictions.status.programs.section_287g.vocabulary import (
    LawStanding,
    ListKind,
    Matched,
    Sureness,
)
from jurisdictions.status.tracks import Track

EDITIONS_KEPT = 4
"""Each in an edition, a language and a day of knowledge; some 4 MB for 2,500 agreements."""


@dataclass(frozen=True, slots=True)
class AgencyRecord:
    """Every agency by its id, every agreement in the order of the record, ICE's lists by day.

    `laws` say what the law of a state, by its two-letter code, says of agreements. `known` are the
    agencies of which an agreement or an application was known. `sources` are the keys of those that
    support a fact, by its number.
    """

    agencies: Mapping[str, AgencyRow]
    agreements: tuple[AgreementRow, ...]
    by_agency: Mapping[str, tuple[AgreementRow, ...]]
    laws: Mapping[str, Track[LawStanding]]
    lists: tuple[ListRow, ...]
    known: frozenset[str]
    sources: Mapping[int, tuple[str, ...]]

    @property
    def until(self) -> date | None:
        """The day of the last list: to that day the record is whole. None without any list."""
        return self.lists[-1].listed_on if self.lists else None

    @property
    def days_of_lists(self) -> tuple[date, ...]:
        """The days of the lists, in order, each once: on some days ICE posted two."""
        return tuple(dict.fromkeys(one.listed_on for one in self.lists))

    def lists_near(self, day: date) -> tuple[date, ...]:
        """The days of the last list before a day and of the first after it."""
        days = self.days_of_lists
        at = bisect(days, day)
        return days[max(0, at - 1) : at + 1]

    def law(self, state: str, day: date) -> LawStanding:
        """What the law of a state says of agreements on a day."""
        track = self.laws.get(state)
        return track.at(day).value if track else LawStanding.NONE_RECORDED


def agency_record(as_of: AsOf) -> AgencyRecord:
    """The agencies and agreements of an edition, as known. Eleven queries, then none."""
    return _record(replace(as_of, on=date.min, far_on=None))


@kept_once(maxsize=EDITIONS_KEPT)
def _record(as_of: AsOf) -> AgencyRecord:
    program = Program.objects.get(slug=as_of.program.slug)
    rows = Rows(program.pk, as_of.edition.last_change)
    own = agencies_in(rows)
    whole = facts.Facts(local=agreements_in(rows, own), laws=laws_in(rows))
    told = known_facts(whole, as_of.known_on) if as_of.known_on else whole
    agencies = {one.key: one for one in _agencies(as_of, rows, own)}
    agreements = with_offers(as_of, _agreements(as_of, rows, whole.local, told.local, agencies))
    found: dict[str, list[AgreementRow]] = defaultdict(list)
    for one in agreements:
        found[one.agency.key].append(one)
    return AgencyRecord(
        agencies,
        agreements,
        {agency: tuple(signed) for agency, signed in found.items()},
        _laws(as_of, told.laws),
        tuple(_lists(as_of, rows)),
        frozenset((*found, *_applied(as_of, rows))),
        _sources(as_of),
    )


def _agencies(as_of: AsOf, rows: Rows, own: Mapping[str, facts.Agency]) -> Iterator[AgencyRow]:
    places = places_of(as_of)
    fields = ("agency", "name", "aliases", "geoid", "matched", "sure", "fact_id")
    found = rows.of(Agency, *fields, "note", "note_es")
    for key, name, aliases, state, matched, sure, fact, *notes in found:
        yield AgencyRow(
            own=own[key],
            title=name,
            aliases=parts(aliases),
            state=places[state].state if state in places else "",
            places=own[key].geoids,
            matched=Matched(matched),
            sure=Sureness(sure),
            note=_said(as_of, *notes),
            fact=fact,
        )


def _agreements(
    as_of: AsOf,
    rows: Rows,
    whole: tuple[facts.AgencyAgreement, ...],
    known: tuple[facts.AgencyAgreement, ...],
    agencies: Mapping[str, AgencyRow],
) -> Iterator[AgreementRow]:
    fields = ("agreement", "moa_url", "ending_source", "fact_id", "note", "note_es")
    beside = {key: rest for key, *rest in rows.of(AgencyAgreement, *fields)}
    as_it_is = {one.name: one for one in whole}
    for one in known:
        url, source, fact, *notes = beside[one.name.partition(":")[2]]
        yield agreement_row(
            one,
            agencies[one.agency.agency],
            url=url,
            ending_source=source,
            # A note may tell of an end that was not known yet.
            note=_said(as_of, *notes) if as_it_is[one.name] is one else "",
            fact=fact,
        )


def _laws(as_of: AsOf, laws: tuple[facts.StateLaw, ...]) -> dict[str, Track[LawStanding]]:
    places = places_of(as_of)
    of_state: dict[str, list[facts.StateLaw]] = defaultdict(list)
    for law in laws:
        if law.geoid in places:
            of_state[places[law.geoid].state].append(law)
    return {state: laws_in_force(own) for state, own in of_state.items()}


def _sources(as_of: AsOf) -> dict[int, tuple[str, ...]]:
    cited = Citation.objects.after_change(as_of.edition.last_change).filter(
        contradicts=False, fact__kind__in=(FactKind.AGENCY, FactKind.AGENCY_AGREEMENT)
    )
    found: dict[int, tuple[str, ...]] = {}
    # Most facts of a list rest on the same source: the tuples of one are shared.
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    for fact, key in cited.order_by("pk").values_list("fact_id", "source__key"):
        keys = tuple(dict.fromkeys((*found.get(fact, ()), key)))
        found[fact] = shared.setdefault(keys, keys)
    return found


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
