"""The check of an upload: every row read against the record, what would change tried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils.translation import gettext as _

from jurisdictions.models import Program
from jurisdictions.record.changing.cautions import Caution
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.wishes import CONTRADICT, Plan, WishDraft
from jurisdictions.record.faults import Fault
from jurisdictions.record.ingest.tables import Table
from jurisdictions.record.kinds import KINDS, SOURCES
from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.record.proposing.preview import Effect
from jurisdictions.record.uploads.answers import Answers
from jurisdictions.record.uploads.cells import Mending, WordAsked
from jurisdictions.record.uploads.columns import CONTRADICTIONS, EXPORT, match_headings
from jurisdictions.record.uploads.days import Days, OrderAsked, Rows, days_of, year_ahead
from jurisdictions.record.uploads.disputes import read_contradictions
from jurisdictions.record.uploads.effects import effect_of
from jurisdictions.record.uploads.exports import read_exported
from jurisdictions.record.uploads.files import SOURCES_SHEET
from jurisdictions.record.uploads.kept_rows import BECAME, FAULTY, PROPOSED, UNCHANGED, with_mends
from jurisdictions.record.uploads.keying import Keying, Measure
from jurisdictions.record.uploads.naming import Naming, Question
from jurisdictions.record.uploads.proposed import Waiting
from jurisdictions.record.uploads.rows import (
    Read,
    Reader,
    broken_rows,
    read_rows,
    rows_of,
)
from jurisdictions.record.uploads.sourcing import (
    Lacking,
    NewSource,
    Sourcing,
    sources_on_record,
    sources_proposed,
)

Tell = Callable[[float], None]
AT_A_TIME = 500
READ, CHECKED = 0.3, 0.6
"""How far the work is once every row was read, and once every row was checked."""
BESIDE = f"{SOURCES_SHEET}:"
"""How the columns of the sheet of sources are told from those of the facts."""


@dataclass
class Checked:
    """What became of a file: the plans that change something, counts, faults, questions."""

    plans: list[Plan] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    orders: list[OrderAsked] = field(default_factory=list)
    words: list[WordAsked] = field(default_factory=list)
    sources: list[NewSource] = field(default_factory=list)
    lacking: Lacking = field(default_factory=Lacking)
    mends: list[str] = field(default_factory=list)
    effect: Effect | None = None
    became: dict[int, tuple[str, str]] = field(default_factory=dict)
    """What became of each row of the sheet, and of which fact it speaks."""
    proposed: dict[int, int] = field(default_factory=dict)
    """The rows that an open proposal says already, each with its number."""
    beside: set[str] = field(default_factory=set)
    """The facts that come of no row of the sheet itself: its new sources."""

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What should be looked at again before the file is sent."""
        return self.effect.cautions if self.effect else ()

    @property
    def rejected(self) -> frozenset[tuple[str, int]]:
        """The rows, by sheet and number, of which something is wrong."""
        return frozenset((fault.file, fault.row) for fault in self.faults if fault.row)


@dataclass(frozen=True, slots=True)
class Again:
    """Which rows are read anew, and what is known of the others: their facts, the new sources.

    `taken` are the facts of other rows, `sources` the wishes to record sources that are kept.
    """

    rows: frozenset[int]
    taken: Mapping[tuple[str, ...], int]
    sources: Sequence[WishDraft]
    named: Sequence[NewSource]
    measures: Mapping[Measure, int]


@dataclass(frozen=True, slots=True)
class Check:
    """What is to be checked: a table, which column is which, and who would propose it."""

    program: Program
    table: Table
    mode: str
    columns: Sequence[str]
    naming: Naming
    answers: Answers
    texts: str
    erase: bool
    by: Actor
    at: datetime
    sent: frozenset[int] = frozenset()
    """Rows that were proposed already: they are read no more."""
    mends: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """What the author wrote over cells, by row and column."""
    left: frozenset[int] = frozenset()
    """Rows that stay for later: what they would change is not reckoned."""
    again: Again | None = None
    """Some rows alone are read anew."""


def check_table(check: Check, tell: Tell) -> Checked:
    """Check every row, and try out what those that can be carried out would change."""
    found = Checked()
    rows, reader = _reading(check)
    beside = _read_beside(check, reader, found)
    tell(READ / 2)
    read = _read(check, rows, reader)
    broken = [one for one in broken_rows(check.table) if one.row not in check.sent]
    found.faults += [*broken, *read.faults]
    tell(READ)
    named = {wish.cells.get("source", "") for wish in read.wishes}
    new = _new_sources(check, reader, named)
    if check.sent:
        # What nothing cites was sent with the first rows.
        beside = [wish for wish in beside if wish.cells.get("key", "") in named]
    _plan(check, beside, new, read.wishes, found, tell)
    _drop_uncited(found, {wish.cells["key"] for wish in new})
    found.counts["rejected"] = len(found.rejected)
    found.counts["examples"] += read.examples
    found.counts["passed_over"] = read.passed_over
    _tell_how(check, reader, found)
    _mark_faulty(found)
    _try_out(check, found, tell)
    tell(1.0)
    found.mends += check.naming.said()
    return found


def _reading(check: Check) -> tuple[list[tuple[int, dict[str, str]]], Reader]:
    """The rows that are to be read, and what reads them."""
    rows = with_mends(rows_of(check.table, check.columns), check.mends, check.sent)
    mending = _mending(check, rows)
    keying = Keying(check.program, check.naming.gazetteer.places)
    if check.again:
        rows = [one for one in rows if one[0] in check.again.rows]
        keying.know(check.again.taken, check.again.measures)
    return rows, Reader(check.program, check.naming, keying, mending, check.erase)


def _new_sources(check: Check, reader: Reader, named: Collection[str]) -> list[WishDraft]:
    """The wishes to record the new sources that rows name and that are not kept already."""
    kept = {wish.cells.get("key", "") for wish in check.again.sources} if check.again else set()
    return [
        wish
        for wish in reader.mending.sourcing.wishes()
        if wish.cells["key"] in named and wish.cells["key"] not in kept
    ]


def _mark_faulty(found: Checked) -> None:
    """Say of each row with a fault that it is faulty, whatever became of it before."""
    for fault in found.faults:
        if fault.row and not fault.file:
            found.became[fault.row] = (FAULTY, found.became.get(fault.row, ("", ""))[1])


def _try_out(check: Check, found: Checked, tell: Tell) -> None:
    """Try out what the rows would change that do not stay for later, if all were read."""
    going = [plan for plan in found.plans if plan.wish.row not in check.left]
    if not going or check.again:
        return
    found.effect = effect_of(
        check.program.slug,
        going,
        check.at,
        lambda share: tell(CHECKED + (1.0 - CHECKED) * share),
    )
    found.faults += found.effect.faults


def _drop_uncited(found: Checked, new: Collection[str]) -> None:
    """Leave out new sources that only rows name which are not sent: proposed already, or faulty."""
    cited = {plan.cells.get("source", plan.wish.cells.get("source")) for plan in found.plans}
    gone = {f"{SOURCES.kind.value}:{key}" for key in set(new) - cited}
    kept = [plan for plan in found.plans if plan.name not in gone]
    found.counts["created"] -= len(found.plans) - len(kept)
    found.plans = kept


def _mending(check: Check, rows: Rows) -> Mending:
    beside = check.table.beside
    columns = match_headings(beside.headings, SOURCES.kind.value) if beside else []
    at = columns.index("key") if "key" in columns else -1
    keys = [row[at] for _number, row in beside.rows] if beside and at >= 0 else []
    known = sources_on_record()
    proposed = sources_proposed(check.by)
    if check.again:
        keys += [wish.cells.get("key", "") for wish in check.again.sources]
    sourcing = Sourcing(check.program.slug, known, keys, check.answers.sources, proposed)
    if check.again:
        sourcing.know(check.again.named)
    return Mending(_days(check, check.mode, rows), sourcing, check.answers.words)


def _tell_how(check: Check, reader: Reader, found: Checked) -> None:
    """What is to be asked of the author, and how the file was read."""
    mending, sourcing = reader.mending, reader.mending.sourcing
    found.questions = list(check.naming.questions.values())
    found.orders += mending.days.asked()
    found.words = list(mending.words.values())
    found.sources = [one for one in sourcing.new.values() if not one.proposed]
    found.lacking = sourcing.lacking
    said = (*mending.said(), *mending.days.said(), *sourcing.said(), *reader.keying.said())
    found.mends += [*check.table.mends, *said]


def _days(check: Check, mode: str, rows: Rows, sheet: str = "") -> Days:
    """The columns of dates of a table; those of a second sheet are asked about by its name."""
    answers = {
        column.removeprefix(sheet): order
        for column, order in check.answers.orders.items()
        if column.startswith(sheet)
    }
    return days_of(mode, rows, answers, year_ahead(check.at.date()), check.table.begins)


def _read(check: Check, rows: Sequence[tuple[int, dict[str, str]]], reader: Reader) -> Read:
    if check.mode == CONTRADICTIONS:
        return read_contradictions(rows, reader)
    if check.mode == EXPORT:
        return read_exported(rows, reader, check.texts)
    return read_rows(KINDS[check.mode], rows, reader)


def _read_beside(check: Check, reader: Reader, found: Checked) -> list[WishDraft]:
    """The wishes of the sheet of sources, which the facts of the file may cite."""
    table = check.table.beside
    if table is None:
        return []
    columns = [column or "" for column in match_headings(table.headings, SOURCES.kind.value)]
    rows = rows_of(table, columns)
    days = _days(check, SOURCES.kind.value, rows, BESIDE)
    mending = replace(reader.mending, days=days)
    read = read_rows(SOURCES, rows, replace(reader, mending=mending))
    found.orders += [replace(one, column=f"{BESIDE}{one.column}") for one in days.asked()]
    found.mends += days.said()
    faults = [*broken_rows(table), *read.faults]
    found.faults += [replace(fault, file=SOURCES_SHEET) for fault in faults]
    found.counts["examples"] += read.examples
    return read.wishes


def _plan(
    check: Check,
    beside: Sequence[WishDraft],
    new: Sequence[WishDraft],
    wishes: Sequence[WishDraft],
    found: Checked,
    tell: Tell,
) -> None:
    """Read the wishes against the record, some hundred at a time so that progress can be told."""
    first = dict(check.again.taken) if check.again else {}
    sources = list(_planned(check, beside, [], SOURCES_SHEET, found, first, new=True))
    sources += _planned(check, new, [], "", found, first, new=True)
    cited = [*(check.again.sources if check.again else ()), *(plan.wish for plan in sources)]
    found.beside = {plan.name for plan in sources}
    step = AT_A_TIME if check.mode != "jurisdiction" else max(1, len(wishes))
    for start in range(0, len(wishes), step):
        part = wishes[start : start + step]
        for _one in _planned(check, part, cited, "", found, first):
            pass
        tell(READ + (CHECKED - READ) * (start + len(part)) / len(wishes))


def _planned(
    check: Check,
    wishes: Sequence[WishDraft],
    cited: Sequence[WishDraft],
    sheet: str,
    found: Checked,
    first: dict[tuple[str, ...], int],
    *,
    new: bool = False,
) -> Iterator[Plan]:
    """The plans of the wishes; `cited` are new sources that they may name, `new` for those."""
    plans = plan_wishes(check.program, [*cited, *wishes], check.at, decided=True)
    found.faults += [replace(fault, file=sheet) for fault in plans.faults]
    waiting = Waiting.for_facts(check.program, plans.each[len(cited) :], check.by.person_id)
    for plan in plans.each[len(cited) :]:
        if plan is None:
            continue
        # A new source of a file goes with its rows, whoever proposes it as well.
        row_says = plan.changes and not new
        if row_says and waiting.says(plan):
            found.counts["proposed"] += 1
            found.became[plan.wish.row] = (PROPOSED, plan.name)
            continue
        wrong = _fault_of(check, plan, first)
        if wrong is None and row_says and (mine := waiting.own(plan)):
            wrong = Fault("", plan.wish.row, "", plan.name, _own_proposal(mine))
        if wrong:
            found.faults.append(replace(wrong, file=sheet))
            continue
        outcome = "corrected" if plan.before and plan.wish.action != CONTRADICT else "created"
        found.counts[outcome if plan.changes else "unchanged"] += 1
        if not new:
            became = BECAME[outcome] if plan.changes else UNCHANGED
            found.became[plan.wish.row] = (became, plan.name)
        if plan.changes:
            found.plans.append(plan)
        yield plan
    found.proposed |= waiting.said


def _own_proposal(number: int) -> str:
    said = _("is a fact of your proposal %(number)d, which says otherwise: amend or withdraw that")
    return said % {"number": number}


def _fault_of(check: Check, plan: Plan, first: dict[tuple[str, ...], int]) -> Fault | None:
    """What is wrong with a row beside others: its fact stands above, its place is not theirs."""
    told = plan.wish.cells if plan.wish.action == CONTRADICT else {}
    key = (plan.name, told.get("field", ""), told.get("source", ""))
    row = plan.wish.row
    if first.setdefault(key, row) != row:
        said = _("is the same fact as row %(row)d") % {"row": first[key]}
        return Fault("", row, "", plan.name, said)
    for place in sorted(plan.places):
        if not may(check.by, "facts.propose", place):
            said = _("lies outside the regions that you may propose for")
            return Fault("", row, "geoid", place, said)
    return None
