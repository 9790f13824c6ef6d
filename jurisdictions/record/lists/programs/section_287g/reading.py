"""One plan of a list, for the command, the desk and whoever watches: what it tells, as wishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.utils.translation import gettext as _

from jurisdictions.models import Program
from jurisdictions.record.changing.wishes import WishDraft
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.applications import Asking, Move, moves
from jurisdictions.record.lists.programs.section_287g.comparing import (
    Compared,
    ListDay,
    Signed,
    What,
    compared,
)
from jurisdictions.record.lists.programs.section_287g.file_names import (
    FileName,
    meant_day,
    read_name,
)
from jurisdictions.record.lists.programs.section_287g.guards import (
    Warned,
    older,
    swapped,
    warned,
)
from jurisdictions.record.lists.programs.section_287g.list_columns import ListColumn
from jurisdictions.record.lists.programs.section_287g.on_record import (
    agencies_on_record,
    agreements_on_record,
    applications_on_record,
    lists_on_record,
    places_on_record,
    proposed_already,
)
from jurisdictions.record.lists.programs.section_287g.placing import Placer, Placing, Question
from jurisdictions.record.lists.programs.section_287g.rows import Doubt, Rows, read_rows
from jurisdictions.record.lists.programs.section_287g.sheets import sheets_in
from jurisdictions.record.lists.programs.section_287g.wishing import (
    Wishing,
    wish_agencies,
    wish_agreements,
    wish_application,
)
from jurisdictions.status.programs.section_287g.vocabulary import ListDateBasis, ListKind

OF_THE_LIST = 2
"""Wishes for a list itself: its source and its fact."""
PUBLISHER = "U.S. Immigration and Customs Enforcement (ICE)"
COUNTED = ("appeared", "changed", "gone", "renewed", "relabelled")
TITLES: Mapping[ListKind, str] = {
    ListKind.PARTICIPATING: "ICE's list of participating agencies, {day} ({file})",
    ListKind.PENDING: "ICE's list of pending agencies, {day} ({file})",
}


@dataclass
class ListPlan:
    """What reading a file comes to; nothing is written yet.

    `known` is the key of the list where the file was read before: then nothing else is told.
    `proposed` is the proposal that already waits for a reviewer with this very list, 0 for none.
    `agreements` are those that the list shows, each once. `warnings` are to be confirmed. `names`
    are those of the agencies on record, by their keys.
    """

    file: str
    kind: ListKind
    listed_on: date
    basis: ListDateBasis
    checksum: str
    rows: Rows
    list_key: str = ""
    known: str = ""
    proposed: int = 0
    agreements: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    brought_back: int = 0
    compared: Compared | None = None
    placing: Placing | None = None
    wishes: list[WishDraft] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    mends: list[str] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> int:
        """How many rows wait for an answer."""
        return sum(len(question.rows) for question in self.questions)

    @property
    def doubts(self) -> Sequence[Doubt]:
        """What could not be read of some rows."""
        return self.rows.doubts

    def numbers(self) -> dict[str, str | int]:
        """What `read_list --json` prints."""
        return {
            "file": self.file,
            "list": self.kind.value,
            "listed_on": self.listed_on.isoformat(),
            "rows": len(self.rows.rows),
            "agreements": self.agreements,
            **self.counts,
            "asked": self.asked,
        }


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file as it was read: what its name and its sheets say."""

    name: str
    checksum: str
    called: FileName
    kind: ListKind
    listed_on: date
    basis: ListDateBasis
    rows: Rows
    mends: tuple[str, ...] = ()


def read_file(path: Path, name: str, today: date, listed_on: date | None = None) -> ListFile:
    """Read a file against nothing but its own name. Raises Unreadable, in words after its name."""
    sheets, called = sheets_in(path), read_name(name)
    first = read_rows(sheets, listed_on or called.day or today, called.kind)
    kind = called.kind or (
        ListKind.PARTICIPATING if ListColumn.SIGNED in first.columns else ListKind.PENDING
    )
    if reason := swapped(kind, first):
        raise Unreadable(reason)
    checksum = sha256(path.read_bytes()).hexdigest()
    if listed_on:
        return ListFile(name, checksum, called, kind, listed_on, ListDateBasis.STATED, first)
    day, said = _day(called, first, today)
    rows = first if day == called.day else read_rows(sheets, day, kind)
    return ListFile(name, checksum, called, kind, day, called.basis, rows, said)


def _day(called: FileName, rows: Rows, today: date) -> tuple[date, tuple[str, ...]]:
    """The day of a list, and what was doubted of its name. Raises Unreadable."""
    latest = rows.latest
    fits = called.day and called.day <= today and not (latest and latest > called.day)
    if called.day and fits:
        return called.day, ()
    meant = meant_day(called, latest, today)
    if meant is None:
        raise Unreadable(_undecided(called, latest))
    said = _(
        "its name says %(written)s; agreements on it were signed until %(latest)s: read as %(day)s"
    )
    return meant, (said % {"written": called.digits, "latest": latest, "day": meant},)


def _undecided(called: FileName, latest: date | None) -> str:
    if called.day is None:
        return _("does not tell in its name of which day it is: say the day")
    if latest and latest > called.day:
        told = _("has agreements signed until %(latest)s, but its name says %(day)s: say the day")
        return told % {"latest": latest, "day": called.day}
    return _("is of a day that is still to come, as its name says: say the day")


def plan_list(
    program: Program, read: ListFile, answers: Mapping[str, str] | None = None
) -> ListPlan:
    """What the file tells that the record does not, as wishes for one proposal. Seven queries."""
    lists = lists_on_record(program)
    plan = ListPlan(
        read.name, read.kind, read.listed_on, read.basis, read.checksum, read.rows,
        mends=[*read.mends, *read.rows.mends],
    )  # fmt: skip
    plan.agreements = len({(r.state, r.name, r.model, r.signed) for r in read.rows.rows})
    if known := lists.of_file(read.checksum, read.listed_on):
        plan.known = plan.list_key = known
        return plan
    plan.proposed = proposed_already(program, read.checksum, read.listed_on)
    day = lists.day(read.kind, read.listed_on, read.called.turn)
    plan.list_key = _list_key(read, lists.keys)
    plan.warnings += older(day)
    into = Wishing(f"ice-{plan.list_key}")
    _wish_list(into, plan)
    reader = places_on_record()
    agencies = agencies_on_record(reader)
    plan.names = {one.key: one.names[0] for one in agencies.book.agencies.values()}
    signed = agreements_on_record(program)
    pending = read.kind is ListKind.PENDING
    placer = Placer(agencies.book, reader, signed, day, answers or {}, nobodys=pending)
    placing = _place(plan, placer)
    wish_agencies(into, placing, agencies.aliases)
    if pending:
        _wish_pending(into, plan, placing, day, program)
    else:
        _wish_signed(into, plan, placing, day, signed)
    plan.counts["changed"] += len(placing.spellings)
    plan.wishes = into.wishes
    if len(into.wishes) == OF_THE_LIST and not plan.questions:
        # Saved anew, with nothing in it that is new.
        plan.known = lists.same(read.kind, read.listed_on, read.called.turn)
        plan.wishes = [] if plan.known else plan.wishes
    return plan


def _place(plan: ListPlan, placer: Placer) -> Placing:
    """Whose each row is; the plan tells what is asked, and what was read otherwise."""
    plan.placing = placing = placer.place(plan.rows.rows)
    plan.questions = list(placing.questions.values())
    plan.mends += _moved(placing)
    return placing


def _wish_signed(
    into: Wishing, plan: ListPlan, placing: Placing, day: ListDay, signed: Sequence[Signed]
) -> None:
    plan.compared = found = compared(signed, placing.placed, day)
    plan.warnings += warned(signed, found, day, plan.rows.latest)
    wish_agreements(into, found)
    _count(plan, found)


def _count(plan: ListPlan, found: Compared) -> None:
    plan.agreements = len(found.shown)
    plan.brought_back = found.count(What.BACK)
    relabeled = [one for one in found.differences if one.what is What.RELABELED]
    plan.counts |= {
        "appeared": found.count(What.APPEARED, What.BACK),
        "changed": found.count(What.CHANGED),
        "gone": found.count(What.GONE),
        "renewed": found.count(What.RENEWED),
        "relabelled": sum(one.of is not None for one in relabeled),
    }


def _wish_pending(
    into: Wishing, plan: ListPlan, placing: Placing, day: ListDay, program: Program
) -> None:
    asking = [Asking(one.row, one.agency, one.state) for one in placing.placed]
    asking += [Asking(row, "", row.state) for row in placing.unplaced if row.state]
    plan.agreements = len({one.who for one in asking})
    signed = agreements_on_record(program)
    plan.moves = list(moves(applications_on_record(program), asking, signed, day))
    for move in plan.moves:
        wish_application(into, move)
        plan.counts[move.what.value] += 1


def _moved(placing: Placing) -> Iterator[str]:
    for row, key in placing.moved:
        said = _("row %(row)d: “%(name)s” stands under %(state)s; read as %(agency)s")
        yield said % {
            "row": row.number,
            "name": row.name,
            "state": row.written_state,
            "agency": key,
        }


def _list_key(read: ListFile, taken: frozenset[str]) -> str:
    stem = f"{read.kind.value}-{read.listed_on}"
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    return key


def _wish_list(into: Wishing, plan: ListPlan) -> None:
    day = plan.listed_on
    title = TITLES[plan.kind].format(day=f"{day:%B} {day.day}, {day.year}", file=plan.file)
    source = {"key": into.source, "title": title, "publisher": PUBLISHER,
              "published_on": plan.listed_on.isoformat(), "url": ""}  # fmt: skip
    into.wishes.append(WishDraft("record", "source", cells=source))
    into.record(
        "list",
        {
            "list": plan.list_key,
            "kind": plan.kind.value,
            "file": plan.file,
            "listed_on": plan.listed_on.isoformat(),
            "date_basis": plan.basis.value,
            "rows": str(len(plan.rows.rows)),
            "columns": "|".join(plan.rows.headings),
            "checksum": plan.checksum,
        },
    )
