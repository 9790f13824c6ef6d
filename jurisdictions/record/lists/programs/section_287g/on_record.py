"""What the record holds of lists, agencies, agreements and applications, as reading one asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from jurisdictions.gazetteer.reader import NameReader, name_reader
from jurisdictions.models import (
    Action,
    Agency,
    AgencyAgreement,
    Application,
    CapturedList,
    Jurisdiction,
    Program,
    ProposalStatus,
    Wish,
)
from jurisdictions.models.place_names import names_of
from jurisdictions.record.lists.programs.section_287g.agency_names import AgencyBook, KnownAgency
from jurisdictions.record.lists.programs.section_287g.applications import Waiting
from jurisdictions.record.lists.programs.section_287g.comparing import ListDay, Signed
from jurisdictions.record.lists.programs.section_287g.file_names import read_name
from jurisdictions.record.lists.programs.section_287g.list_columns import ListColumn
from jurisdictions.record.lists.programs.section_287g.presence import Listing
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import NATION
from jurisdictions.status.programs.section_287g.absences import absences_in
from jurisdictions.status.programs.section_287g.vocabulary import ListKind, Model
from jurisdictions.status.successions import BAR

Turn = tuple[int, str]


@dataclass(frozen=True, slots=True)
class InHand:
    """A list on record: its day, its turn within the day, the checksum of its file, its key."""

    kind: ListKind
    on: date
    turn: Turn
    checksum: str
    key: str


@dataclass(frozen=True, slots=True)
class ListsOnRecord:
    """All lists in hand. Those that were swapped for the other kind tell nothing and are left out.

    `files` are the keys of all, by the checksum of their file and their day.
    """

    lists: tuple[InHand, ...]
    files: Mapping[tuple[str, date | None], str]
    keys: frozenset[str]

    def of_file(self, checksum: str, on: date) -> str:
        """The key of the list of a day with this file; "" for none.

        The same bytes on another day are another list: what it shows stands on that day as well.
        """
        return self.files.get((checksum, on)) or self.files.get((checksum, None), "")

    def same(self, kind: ListKind, on: date, turn: Turn) -> str:
        """The key of a list of the same kind, day and turn; "" for none."""
        wanted = (kind, on, turn)
        return next((one.key for one in self.lists if (one.kind, one.on, one.turn) == wanted), "")

    def day(self, kind: ListKind, on: date, turn: Turn) -> ListDay:
        """A list's place among those of its kind."""
        own = sorted((one.on, one.turn) for one in self.lists if one.kind is kind)
        days = Counter(day for day, _turn in own)
        # A later version of one list is no second list.
        days[on] += (on, turn) not in own
        before = [day for day, its in own if (day, its) < (on, turn)]
        after = [day for day, its in own if (day, its) > (on, turn)]
        return ListDay(
            on,
            dict(days),
            max([on, *(one.on for one in self.lists)]),
            max(before, default=None),
            newest=not after,
            overruled=on in after,
        )


def lists_on_record(program: Program) -> ListsOnRecord:
    """One query."""
    kept, files, keys = [], {}, set()
    for one in CapturedList.objects.current().filter(fact__program=program):
        key, kind, on, columns, checksum = (
            one.list,
            one.kind,
            one.listed_on,
            one.columns,
            one.checksum,
        )
        files[checksum, on.first_day if on else None] = key
        keys.add(key)
        headings = set(columns.split(BAR))
        told = {ListColumn.AGENCY.value, ListColumn.MODEL.value} <= headings
        swapped = told and (kind == ListKind.PARTICIPATING) != (ListColumn.SIGNED in headings)
        if on and not swapped:
            kept.append(
                InHand(ListKind(kind), on.first_day, read_name(one.file).turn, checksum, key)
            )
    return ListsOnRecord(tuple(kept), files, frozenset(keys))


def proposed_already(program: Program, checksum: str, on: date) -> int:
    """The open proposal that wishes to record the list of a day with this file; 0 for none."""
    waiting = Wish.objects.filter(
        proposal__program=program,
        proposal__status__in=(ProposalStatus.OPEN, ProposalStatus.ASKED),
        revision=F("proposal__revision"),
        kind="list",
        action=Action.RECORD,
        cells__checksum=checksum,
        cells__listed_on=on.isoformat(),
    )
    return waiting.order_by("pk").values_list("proposal", flat=True).first() or 0


def agreements_on_record(program: Program) -> list[Signed]:
    """Every agreement, in the order of its key. One query."""
    fields = (
        *("agreement", "agency", "geoid", "model", "signed_on", "listed_from", "listed_until"),
        *("missing_from", "absent", "ended_on", "ending", "superseded_by", "moa_url"),
    )
    current = AgencyAgreement.objects.current().filter(fact__program=program)
    return [
        Signed(
            key,
            agency,
            state,
            Model(model),
            _day(signed),
            Listing(_day(first), _day(last), _day(missing), absences_in(absent)),
            bool(ended),
            ending,
            follower,
            url,
        )
        for (
            key, agency, state, model, signed, first, last, missing, absent, ended, ending,
            follower, url,
        ) in current.order_by("agreement").values_list(*fields)
    ]  # fmt: skip


def _day(known: PartialDate | None) -> date | None:
    return known.first_day if known else None


def applications_on_record(program: Program) -> list[Waiting]:
    """Every application, in the order of its key. One query."""
    fields = (
        *("application", "agency", "geoid", "name", "model", "pending_from", "pending_until"),
        *("outcome", "agreement"),
    )
    current = Application.objects.current().filter(fact__program=program)
    return [
        Waiting(key, agency, state, name, Model(model), _day(first), _day(last), outcome, signed)
        for key, agency, state, name, model, first, last, outcome, signed in current.order_by(
            "application"
        ).values_list(*fields)
    ]


def places_on_record() -> NameReader:
    """The reader of the names of all places on record. One query."""
    rows = Jurisdiction.objects.current().exclude(geoid=NATION).order_by("geoid")
    return name_reader(tuple(names_of(row) for row in rows))


@dataclass(frozen=True, slots=True)
class Agencies:
    """The agencies by their names, and what their cells say of their other spellings."""

    book: AgencyBook
    aliases: Mapping[str, str]


def agencies_on_record(reader: NameReader) -> Agencies:
    """One query."""
    told = list(
        Agency.objects.current()
        .order_by("agency")
        .values_list("agency", "geoid", "name", "aliases")
    )
    known = (
        KnownAgency(key, state, (name, *filter(None, aliases.split(BAR))))
        for key, state, name, aliases in told
    )
    return Agencies(AgencyBook(known, reader), {key: aliases for key, _s, _n, aliases in told})
