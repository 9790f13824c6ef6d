"""Rows of a list -> the agencies that they name: found, new, or asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.reader import NameReader
from jurisdictions.record.lists.programs.section_287g.agency_names import AgencyBook, Found
from jurisdictions.record.lists.programs.section_287g.comparing import (
    ListDay,
    Placed,
    Signed,
    signed_day,
)
from jurisdictions.record.lists.programs.section_287g.new_agencies import key_in, new_agency
from jurisdictions.record.lists.programs.section_287g.rows import ListRow
from jurisdictions.status.geoids import state_of
from jurisdictions.status.programs.section_287g.vocabulary import Model

AGENCY, PLACE, LEAVE = "agency:", "place:", "leave"
"""How an answer begins: the key of an agency, the code of a place that a new one serves."""
Signing = tuple[str, Model, date | None]


@dataclass
class Question:
    """A name that nobody on record bears for certain: asked once, for all its rows.

    `agencies` are those that it may mean, `places` those that a new agency of that name may serve.
    """

    key: str
    name: str
    state: str
    rows: list[int] = field(default_factory=list)
    agencies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass
class Placing:
    """The rows with their agencies, the agencies that are new, and the spellings that are."""

    placed: list[Placed] = field(default_factory=list)
    unplaced: list[ListRow] = field(default_factory=list)
    new: dict[str, tuple[ListRow, dict[str, str]]] = field(default_factory=dict)
    spellings: dict[str, list[tuple[str, ListRow]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    moved: list[tuple[ListRow, str]] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)


def question_key(name: str, state: str) -> str:
    """What an answer is kept under."""
    return f"{state}|{fold(name)}"


@dataclass(frozen=True, slots=True)
class Placer:
    """Finds the agency of each row; `answers` are what was said of names that were asked about.

    `nobodys`: a name may stay nobody's, as on the lists of those that wait.
    """

    book: AgencyBook
    reader: NameReader
    record: Sequence[Signed]
    day: ListDay
    answers: Mapping[str, str]
    nobodys: bool = False

    def place(self, rows: Iterable[ListRow]) -> Placing:
        """Place every row: first those whose names are known, which others may then replace."""
        found, rest = Placing(), []
        for row in rows:
            one = self._answered(row) or self.book.find(row.name, row.state)
            if one.key:
                self._put(found, row, one)
            else:
                rest.append((row, one))
        gone = self._gone(found)
        for row, one in rest:
            if not self._by_signing(found, row, gone):
                self._new_or_asked(found, row, one)
        return found

    def _answered(self, row: ListRow) -> Found | None:
        said = self.answers.get(question_key(row.name, row.state), "")
        key = said.removeprefix(AGENCY)
        return Found(key) if said.startswith(AGENCY) and key in self.book.agencies else None

    def _put(self, found: Placing, row: ListRow, one: Found) -> None:
        agency = self.book.agencies[one.key]
        if one.moved:
            found.moved.append((row, one.key))
        elif not one.as_written and fold(row.name) not in map(fold, agency.names):
            found.spellings[one.key].append((row.name, row))
        self._take(found, row, one.key, agency.state)

    def _take(self, found: Placing, row: ListRow, agency: str, state: str) -> None:
        known = frozenset(
            own.signed
            for own in (self.record if _long_ago(row, self.day) else ())
            if own.signed and own.pair == (agency, row.model)
        )
        found.placed.append(Placed(row, agency, state, signed_day(row, self.day, known)))

    def _gone(self, found: Placing) -> dict[Signing, list[Signed]]:
        """The agreements of the list before that no row of this one is about so far."""
        here = {(*one.pair, one.signed) for one in found.placed}
        gone: dict[Signing, list[Signed]] = defaultdict(list)
        for own in self.record if self.day.before else ():
            if own.listing.on(self.day.before) and (*own.pair, own.signed) not in here:  # type: ignore[arg-type]
                gone[own.state, own.model, own.signed].append(own)
        return gone

    def _by_signing(
        self, found: Placing, row: ListRow, gone: Mapping[Signing, list[Signed]]
    ) -> bool:
        """A name like that of the one agency whose row of the same signing is gone: a spelling."""
        like = [
            own
            for own in gone.get((row.state, row.model, row.signed), ())
            if row.signed and self.book.is_near(row.name, own.agency)
        ]
        if len({own.agency for own in like}) == 1:
            self._put(found, row, Found(like[0].agency))
            return True
        return False

    def _new_or_asked(self, found: Placing, row: ListRow, one: Found) -> None:
        key = question_key(row.name, row.state)
        said = self.answers.get(key, "")
        if self.nobodys:
            found.unplaced.append(row)
            if one.candidates and not said:
                self._ask(found, key, row, one.candidates, ())
            return
        place = said.removeprefix(PLACE) if said.startswith(PLACE) else ""
        known = self._new_before(found, key)
        made = new_agency(row, self.reader, place)
        sure = made.cells and (place or not one.candidates)
        if known or sure:
            known = known or self._found_new(found, row, dict(made.cells))
            self._take(found, row, known, row.state)
        elif said != LEAVE:
            places = made.candidates or tuple(filter(None, made.cells.get("geoids", "").split("|")))
            self._ask(found, key, row, one.candidates, places)

    @staticmethod
    def _new_before(found: Placing, key: str) -> str:
        """The key of an agency that an earlier row of the list made new; "" for none."""
        for agency, (row, _cells) in found.new.items():
            if question_key(row.name, row.state) == key:
                return agency
        return ""

    def _found_new(self, found: Placing, row: ListRow, cells: dict[str, str]) -> str:
        letters = self.reader.index.places[state_of(row.state)].state
        taken = frozenset((*self.book.agencies, *found.new))
        key = key_in(letters, row.name, taken)
        found.new[key] = (row, {"agency": key, **cells})
        return key

    def _ask(
        self,
        found: Placing,
        key: str,
        row: ListRow,
        agencies: tuple[str, ...],
        places: tuple[str, ...],
    ) -> None:
        question = found.questions.setdefault(
            key, Question(key, row.name, row.state or row.written_state, [], agencies, places)
        )
        question.rows.append(row.number)


def _long_ago(row: ListRow, day: ListDay) -> bool:
    return row.signed is not None and row.signed.year < day.on.year - 4
