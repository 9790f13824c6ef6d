"""The rows of a list as typed values: state, agency, model, signing, link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext as _

from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.kinds_written import means_total
from jurisdictions.gazetteer.state_names import (
    WRITTEN,
    state_in_column,
    state_nearly_named,
)
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.cells import Cell, Row, Sheet
from jurisdictions.record.lists.programs.section_287g.grouped import with_states
from jurisdictions.record.lists.programs.section_287g.headings import columns_of, headed
from jurisdictions.record.lists.programs.section_287g.list_columns import NEEDED, ListColumn
from jurisdictions.record.lists.programs.section_287g.models_written import agreed, models_in
from jurisdictions.record.lists.programs.section_287g.signings import order_of_column, signing_in
from jurisdictions.status.programs.section_287g.vocabulary import ListKind, Model

FULL_NAMES = {fold(names.split(";")[0]).replace(" ", ""): code for code, names in WRITTEN.items()}
_QUARTERS = {"n": "north", "s": "south", "w": "west"}
LIKE, APART = 0.85, 0.05
LONGEST_LINK = 600
MOST_SHOWN = 12
LONGEST_NAME = 200
_LINK = re.compile(r"https?://\S+", re.I)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(https?://.+)", re.I)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: `number` in the file, `state` its geoid ("" where none is named), `name` as listed.

    `signed` is None where the row gives no day. `url` is the agreement's text, "" while ICE has
    not posted it.
    """

    number: int
    state: str
    name: str
    model: Model
    signed: date | None = None
    url: str = ""
    level: str = ""
    county: str = ""
    written_state: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that cannot be read as it stands: its number, the column, what it says, and why not."""

    row: int
    column: str
    value: str
    reason: str


@dataclass
class Rows:
    """All rows of a list, which headings it has, and what was understood that is not so written.

    `passed_over` are notes and totals under the table.
    """

    rows: list[ListRow] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    columns: frozenset[ListColumn] = frozenset()
    doubts: list[Doubt] = field(default_factory=list)
    mends: list[str] = field(default_factory=list)
    passed_over: list[int] = field(default_factory=list)
    hidden: int = 0

    @property
    def latest(self) -> date | None:
        """The latest signing that several rows bear out; one alone may be a slip."""
        days = sorted(row.signed for row in self.rows if row.signed)
        return days[-2] if len(days) > 1 else days[0] if days else None


def read_rows(sheets: Sequence[Sheet], listed_on: date, kind: ListKind | None = None) -> Rows:
    """Read the one sheet that holds the list; of a kind, where the name of the file says it.

    Raises Unreadable where there are several, or a column is lacking without which no row says
    what it is about.
    """
    head = headed(sheets, kind)
    at, sheet = head.at, head.sheet
    lacking = [column.value for column in NEEDED if column not in at]
    if lacking:
        has = ", ".join(cell.text for cell in head.cells if cell.text)
        raise Unreadable(
            _("lacks the column %(columns)s; its headings are: %(headings)s")
            % {"columns": ", ".join(lacking), "headings": has}
        )
    found = Rows(headings=tuple(cell.text for cell in head.cells if cell.text))
    found.columns = frozenset(at)
    found.mends += head.said
    below, given = with_states([row for row in sheet.rows if row[0] > head.row], at)
    if given:
        said = _("%(count)d rows without a state were read as of the state over them")
        found.mends.append(said % {"count": given})
    order = _order(found, below, at, listed_on)
    for row in below:
        _take(found, row, at, listed_on, order)
    found.hidden = sum(row.number in sheet.hidden for row in found.rows)
    _say_passed_over(found)
    if not found.rows:
        raise Unreadable(_("has headings and no rows"))
    return found


def _order(found: Rows, below: Sequence[Row], at: Mapping[ListColumn, int], listed_on: date) -> str:
    """The order of day and month in the column of signings, said where it is the unusual one."""
    place = at.get(ListColumn.SIGNED)
    if place is None:
        return order_of_column((), listed_on)
    texts = [cells[place].text for _number, cells in below if place < len(cells)]
    order = order_of_column(texts, listed_on)
    if order != order_of_column((), listed_on):
        found.mends.append(_("the days of signing were read with the day before the month"))
    return order


def _say_passed_over(found: Rows) -> None:
    if found.passed_over:
        rows = ", ".join(map(str, found.passed_over[:MOST_SHOWN]))
        more = "…" if len(found.passed_over) > MOST_SHOWN else ""
        said = _("notes, totals and headings of groups were not read as agencies: rows %(rows)s")
        found.mends.append(said % {"rows": f"{rows}{more}"})


def _take(found: Rows, row: Row, at: Mapping[ListColumn, int], listed_on: date, order: str) -> None:
    number, cells = row
    named = {column: cells[place] for column, place in at.items() if place < len(cells)}
    name = tidy_name(_text(named, ListColumn.AGENCY))
    if _is_heads(cells, at):
        return
    filled = sum(bool(_text(named, column)) for column in at)
    if filled <= 1 or _is_note(cells, named):
        found.passed_over.append(number)
        return
    if not name:
        if filled > 2:
            found.doubts.append(_doubt(number, ListColumn.AGENCY, "", _("may not be blank")))
        else:
            found.passed_over.append(number)
        return
    signed = _signed(found, number, named, listed_on, order)
    for model in _models(found, number, _text(named, ListColumn.MODEL), signed):
        found.rows.append(
            ListRow(
                number,
                state_of_cell(_text(named, ListColumn.STATE)),
                name,
                model,
                signed,
                _link(named.get(ListColumn.MOA)),
                fold(_text(named, ListColumn.TYPE)),
                _text(named, ListColumn.COUNTY),
                _text(named, ListColumn.STATE),
            )
        )


def _is_heads(cells: Sequence[Cell], at: Mapping[ListColumn, int]) -> bool:
    """Whether a row is the headings once more, on another page, or the rest of them."""
    known = columns_of(cells)
    filled = [place for place, cell in enumerate(cells) if cell.text]
    return known == at or (len(known) > 1 and all(columns_of([cells[n]]) for n in filled))


def _is_note(cells: Sequence[Cell], named: Mapping[ListColumn, Cell]) -> bool:
    """Whether a row is a total or a note: it says so, or has no state, no model and no signing."""
    first = next((cell.text for cell in cells if cell.text), "")
    if means_total(tuple(fold(first).split())):
        return True
    state = _text(named, ListColumn.STATE)
    bare = not _text(named, ListColumn.MODEL) and not _text(named, ListColumn.SIGNED)
    return bool(state) and bare and not state_of_cell(state)


def _text(named: Mapping[ListColumn, Cell], column: ListColumn) -> str:
    return named[column].text if column in named else ""


def _doubt(number: int, column: ListColumn, value: str, reason: str) -> Doubt:
    return Doubt(number, column.value, value, reason)


def tidy_name(written: str) -> str:
    """A name as listed, blanks once each, apostrophes straight."""
    return " ".join(written.replace("’", "'").replace("‘", "'").split())[:LONGEST_NAME]


def state_of_cell(written: str) -> str:
    """The geoid of the state that a cell names, slips of the pen allowed; "" for none."""
    words = tuple(_QUARTERS.get(word, word) for word in fold(written).split())
    # In full first: "W. Virginia" is a slip of the pen away from another state.
    written = " ".join(words) if words and words[0] in _QUARTERS.values() else written
    return state_in_column(written) or state_nearly_named(words) or _likest("".join(words))


def _likest(name: str) -> str:
    """The state whose name is far more like this one than any other's; "" for none."""
    ratios = sorted(
        ((SequenceMatcher(None, name, own).ratio(), geoid) for own, geoid in FULL_NAMES.items()),
        reverse=True,
    )
    (best, geoid), (second, _other) = ratios[:2]
    return geoid if best >= LIKE and best - second >= APART else ""


def _models(found: Rows, number: int, written: str, signed: date | None) -> tuple[Model, ...]:
    """The models that a cell names, an agreement each; one that is blank is not recorded."""
    models = agreed(models_in(written), signed)
    if len(models) > 1:
        said = _("row %(row)d: “%(written)s” names several models: read as an agreement for each")
        found.mends.append(said % {"row": number, "written": written})
    if not models and written:
        said = _("is no model: the agreement is taken as one whose model is not recorded")
        found.doubts.append(_doubt(number, ListColumn.MODEL, written, said))
    return models or (Model.NOT_RECORDED,)


def _signed(
    found: Rows,
    number: int,
    named: Mapping[ListColumn, Cell],
    listed_on: date,
    order: str,
) -> date | None:
    cell = named.get(ListColumn.SIGNED, Cell())
    if not cell.text:
        return None
    try:
        day, plain = signing_in(cell.value, listed_on, order)
    except ValueError:
        said = _("is no day: the row is taken without one")
        found.doubts.append(_doubt(number, ListColumn.SIGNED, cell.text, said))
        return None
    if not plain and day:
        said = _("row %(row)d: “%(written)s” was read as %(day)s")
        found.mends.append(said % {"row": number, "written": cell.text, "day": day.isoformat()})
    return day


def _link(cell: Cell | None) -> str:
    """The address of an agreement's text, taken out of those that only lead to it."""
    if cell is None:
        return ""
    behind = [cell.link.strip()] if _LINK.match(cell.link.strip()) else []
    links = [*behind, *(match[0] for match in _LINK.finditer(cell.text))]
    return next((address for address in map(straight, links) if address), "")


def straight(address: str) -> str:
    """An address without the archive or the mail filter that leads to it; "" for one too long."""
    address = address.strip().replace(" ", "%20")
    if archived := _ARCHIVED.fullmatch(address):
        address = archived[1]
    parts = urlsplit(address)
    if (parts.hostname or "").endswith("safelinks.protection.outlook.com"):
        address = next(iter(parse_qs(parts.query).get("url", [""])), "").replace(" ", "%20")
    return address if len(address) <= LONGEST_LINK else ""


def each_once(rows: Sequence[ListRow], kind: ListKind) -> Iterator[ListRow]:
    """The rows without those that say the same as one before."""
    del kind
    seen = set()
    for row in rows:
        said = (row.state, fold(row.name), row.model, row.signed)
        if said not in seen:
            seen.add(said)
            yield row
