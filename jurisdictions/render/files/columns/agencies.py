"""Agencies on a day, and the agreements that they signed with ICE."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.places import DAY, EXACTLY, RECORD_UNTIL
from jurisdictions.render.files.columns.stood import STOOD
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.absences import absences_text
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    Basis,
    EndBasis,
    Ending,
    LawStanding,
    Matched,
    Model,
    Sureness,
)

WORD, DATE, EDTF, LIST = ColumnKind.WORD, ColumnKind.DATE, ColumnKind.EDTF, ColumnKind.LIST
BAR = " | "
"""Between names, which hold blanks themselves."""
Known = Callable[[Any], PartialDate | None]


def _first(known: Known) -> Callable[[Any], date | None]:
    """The first day that a date may be, to sort and count by."""

    def first(line: Any) -> date | None:
        on = known(line)
        return on.first_day if on else None

    return first


def _agency(at: str) -> tuple[Column, ...]:
    """Who it is and whom it serves; `at` is where a line has its agency."""
    return (*_who(at), *_what(f"{at}.own"), *_serves(at))


def _who(at: str) -> tuple[Column, ...]:
    return (
        Column(
            "agency",
            _("Agency"),
            _("Key of the law enforcement agency; it never changes."),
            value=attrgetter(f"{at}.key"),
        ),
        Column("name", _("Name"), _("Name of the agency."), value=attrgetter(f"{at}.title")),
        Column(
            "state",
            _("State"),
            _("Two-letter postal code of the state or territory."),
            value=attrgetter(f"{at}.state"),
        ),
    )


def _what(own: str) -> tuple[Column, ...]:
    return (
        Column(
            "level",
            _("Level"),
            _("Whose agency it is: a county's, a city's, the state's."),
            WORD,
            value=attrgetter(f"{own}.level"),
            words=(AgencyLevel,),
        ),
        Column(
            "kind",
            _("Kind of agency"),
            _("What sort of body it is."),
            WORD,
            value=attrgetter(f"{own}.kind"),
            words=(AgencyKind,),
        ),
        Column(
            "reach",
            _("Reach"),
            _("Whether it serves a whole county, a part of one, or the state."),
            WORD,
            value=attrgetter(f"{own}.reach"),
            words=(AgencyReach,),
        ),
    )


def _serves(at: str) -> tuple[Column, ...]:
    return (
        Column(
            "geoids",
            _("Places served"),
            _("Census codes of the places that it serves, between blanks; empty: not found."),
            LIST,
            value=attrgetter(f"{at}.places"),
        ),
        Column(
            "places",
            _("Names of the places"),
            _("What these places are called, a bar between them."),
            value=lambda line: BAR.join(line.named),
        ),
    )


_STATE_LAW = Column(
    "state_law",
    _("State law"),
    _("What the state's law says of agreements on the day."),
    WORD,
    value=attrgetter("law"),
    words=(LawStanding,),
)
_SOURCES = Column("sources", _("Sources"), _("Keys of the sources that support it."), LIST)

AGENCIES = Table(
    "agencies",
    _("Agencies on a day"),
    (
        *_agency("agency"),
        DAY,
        Column(
            "in_force",
            _("In force"),
            _("The models of its agreements in force on the day, between blanks; empty: none."),
            LIST,
            words=(Model,),
        ),
        Column(
            "agreements",
            _("Agreements"),
            _("How many agreements it ever signed, renewals too."),
            ColumnKind.INTEGER,
        ),
        Column(
            "since",
            _("First agreement"),
            _("First day of its first agreement; empty: none was ever in force."),
            DATE,
        ),
        Column(
            "since_edtf",
            _("First agreement, as known"),
            EXACTLY,
            EDTF,
            value=attrgetter("since_on"),
        ),
        _STATE_LAW,
        Column(
            "matched",
            _("Matched by"),
            _("How the places that it serves were found."),
            WORD,
            value=attrgetter("agency.matched"),
            words=(Matched,),
        ),
        Column(
            "sure",
            _("How sure"),
            _("How sure it is that it serves these places."),
            WORD,
            value=attrgetter("agency.sure"),
            words=(Sureness,),
        ),
        Column(
            "aliases",
            _("Other names"),
            _("Other spellings on ICE's lists, a bar between them."),
            value=lambda line: BAR.join(line.agency.aliases),
        ),
        Column("note", _("Note"), _("A remark on it."), value=attrgetter("agency.note")),
        _SOURCES,
        RECORD_UNTIL,
    ),
)


def _of_row(column: Column) -> Callable[[Any], Any]:
    """What a column says of the agreement of a line."""
    return lambda line: column.value(line.row) if column.value else None


_signed: Known = attrgetter("row.own.signed_on")
_ended: Known = attrgetter("row.own.ended_on")
AGREEMENTS = Table(
    "agreements",
    _("Agreements of agencies with ICE"),
    (
        Column(
            "agreement",
            _("Agreement"),
            _("Key of the agreement; it never changes."),
            value=attrgetter("row.key"),
        ),
        *_agency("row.agency"),
        Column(
            "model",
            _("Model"),
            _("What the agreement lets officers do."),
            WORD,
            value=attrgetter("row.own.model"),
            words=(Model,),
        ),
        DAY,
        Column(
            "in_force",
            _("In force"),
            _("Whether it was in force on the day."),
            ColumnKind.BOOLEAN,
        ),
        Column(
            "start",
            _("From"),
            _("First day in force: that of the signing, else of the first list that has it."),
            DATE,
            value=lambda line: line.row.term and line.row.term.start,
        ),
        Column(
            "start_edtf",
            _("From, as known"),
            EXACTLY,
            EDTF,
            value=lambda line: line.row.term and line.row.term.start_on,
        ),
        Column(
            "end",
            _("Until"),
            _("First day no longer in force; empty while it stands."),
            DATE,
            value=attrgetter("row.ended"),
        ),
        Column("end_edtf", _("Until, as known"), EXACTLY, EDTF, value=attrgetter("row.until")),
        Column(
            "ending",
            _("Ending"),
            _("How it ended; not-listed: it left the list, and nobody said why."),
            WORD,
            value=attrgetter("row.own.ending"),
            words=(Ending,),
        ),
        Column(
            "end_basis",
            _("The end rests on"),
            _("What says so: how sure the end and its day are."),
            WORD,
            words=(EndBasis,),
        ),
        Column(
            "signed_on", _("Signed on"), _("The day of the signing."), DATE, value=_first(_signed)
        ),
        Column("signed_on_edtf", _("Signed on, as known"), EXACTLY, EDTF, value=_signed),
        Column(
            "listed_from",
            _("Listed from"),
            _("The first of ICE's lists in hand that has it."),
            DATE,
            value=attrgetter("row.own.listed_from"),
        ),
        Column(
            "last_list", _("Last list"), _("The last of ICE's lists in hand that has it."), DATE
        ),
        Column(
            "listed_until",
            _("Listed until"),
            _("The last list that has it, once it is gone."),
            DATE,
            value=attrgetter("row.own.listed_until"),
        ),
        Column(
            "missing_from",
            _("Missing from"),
            _("The next list, which no longer has it."),
            DATE,
            value=attrgetter("row.own.missing_from"),
        ),
        Column(
            "ended_on",
            _("Ended on"),
            _("The day on which it ended, where a source says so."),
            DATE,
            value=_first(_ended),
        ),
        Column("ended_on_edtf", _("Ended on, as known"), EXACTLY, EDTF, value=_ended),
        Column(
            "ending_source",
            _("Source of the end"),
            _("Key of the source for how it ended."),
            value=attrgetter("row.ending_source"),
        ),
        Column(
            "superseded_by",
            _("Followed by"),
            _("The agreement that followed it."),
            value=attrgetter("row.own.superseded_by"),
        ),
        Column(
            "basis",
            _("Known from"),
            _("What the agreement is known from."),
            WORD,
            value=attrgetter("row.own.basis"),
            words=(Basis,),
        ),
        Column(
            "moa_url",
            _("Text"),
            _("Address of the agreement's text; empty: none known."),
            value=attrgetter("row.url"),
        ),
        _STATE_LAW,
        Column("note", _("Note"), _("A remark on it."), value=attrgetter("row.note")),
        _SOURCES,
        RECORD_UNTIL,
        *(replace(one, value=_of_row(one)) for one in STOOD),
        Column(
            "absent",
            _("Missing meanwhile"),
            _(
                "Lists that lacked it: the first, a slash and the next with it; no second day:"
                " nothing confirms yet that it is gone. A bar between several."
            ),
            value=lambda line: absences_text(line.row.own.absent),
        ),
    ),
)
