"""The sources that the rows of a file name: known by key, address or title, or new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.models import Source, Wish
from jurisdictions.models.folding import fold
from jurisdictions.models.keys import keys_taken
from jurisdictions.models.proposal import DECIDED
from jurisdictions.models.standing import Standing
from jurisdictions.record.changing.vouching import needs_source
from jurisdictions.record.changing.wishes import RECORD, WishDraft
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.keys import source_key
from jurisdictions.record.kinds import SOURCES
from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.record.written_dates import MONTH_FIRST, NotUnderstood, read_in_order

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*", re.IGNORECASE)
DETAILS = ("title", "publisher", "published_on", "url")
"""What is said of a new source, as the columns of its file."""
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source on record, as far as it can be named."""

    key: str
    title: str
    publisher: str
    url: str


@dataclass
class NewSource:
    """A source that rows name and that is not on record: it is proposed once for all of them."""

    written: str
    cells: Cells
    rows: list[int] = field(default_factory=list)
    proposed: bool = False
    """Whether an open proposal would record it: it is named again as it is there."""


@dataclass(frozen=True, slots=True)
class SourceAnswers:
    """What the author said: of written sources their details, or `key` of one on record.

    `whole` is the source of every row that names none, "" for none; with `same` it is the one
    that each fact cites now.
    """

    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    whole: str = ""
    locator: str = ""
    same: bool = False


@dataclass
class Lacking:
    """Rows that record or change a value and name no source."""

    recorded: list[int] = field(default_factory=list)
    corrected: list[int] = field(default_factory=list)


class Sourcing:
    """Finds the source of each row."""

    def __init__(
        self,
        program: str,
        known: Iterable[KnownSource],
        beside: Iterable[str] = (),
        answers: SourceAnswers | None = None,
        proposed: Iterable[Cells] = (),
    ) -> None:
        self.answers = answers or SourceAnswers()
        self.new: dict[str, NewSource] = {}
        self.lacking = Lacking()
        self.found: dict[str, str] = {}
        self._program = program
        self._keys = set(beside)
        self._named: dict[str, str] = {}
        for one in known:
            self._keys.add(one.key)
            for name in _names(one):
                self._named.setdefault(name, one.key)
        self._proposed: dict[str, Cells] = {}
        for cells in proposed:
            for name in {cells["key"], *_names(_known(cells))}:
                self._proposed.setdefault(name, cells)

    def key_of(self, written: str, row: int) -> str:
        """The key of the source that a cell names; what can be none stays as it is."""
        if written in self._keys or all(part in self._keys for part in written.split()):
            return written
        answer = self.answers.written.get(written, {})
        if (chosen := answer.get("key", "")) in self._keys:
            return chosen
        if known := self._known(written):
            self.found[written] = known
            return known
        if proposed := self._proposed_as(written):
            return self._again(proposed, written, row)
        if " " not in written.strip() and not _ADDRESS.fullmatch(written):
            return written
        return self._new(written, answer, row)

    def know(self, named: Iterable[NewSource]) -> None:
        """Take note of new sources that rows name which are not read now."""
        for one in named:
            self._keys.add(one.cells["key"])
            self.new[_named(one.written)] = replace(one, rows=[])

    def vouch(self, kind: Kind, told: Cells, before: Standing | None, row: int) -> list[Fault]:
        """See that a row that changes a value names its source; else take the file's, or tell."""
        if not kind.cited or kind.about.may_lack_source or told.get("source"):
            return []
        told.pop("source", None)
        recorded = before.cells if before else {}
        changed = {name for name, cell in told.items() if cell != recorded.get(name, "")}
        if before and not needs_source(kind, changed):
            return []
        (self.lacking.corrected if before else self.lacking.recorded).append(row)
        if self.answers.same and before and recorded.get("source"):
            told["source"] = recorded["source"]
        elif self.answers.whole:
            told["source"] = self.key_of(self.answers.whole, row)
            if self.answers.locator:
                told.setdefault("locator", self.answers.locator)
        else:
            said = _("names no source: say which one says so, for this row or for the whole file")
            if before is None:
                said = _("may not be blank: name the source, for this row or for the whole file")
            return [Fault("", row, "source", "", said)]
        return []

    def wishes(self) -> list[WishDraft]:
        """A wish for each new source, at the first row that names it."""
        kind = SOURCES.kind.value
        return [
            WishDraft(RECORD, kind, cells=one.cells, row=one.rows[0])
            for one in self.new.values()
            if one.rows
        ]

    def said(self) -> list[str]:
        """Which sources were found by another name, in words."""
        if not self.found:
            return []
        written, key = next(iter(self.found.items()))
        told = ngettext(
            "%(count)d source was known by its address or title: “%(written)s” is %(key)s",
            "%(count)d sources were known by address or title, such as “%(written)s”: %(key)s",
            len(self.found),
        )
        return [told % {"count": len(self.found), "written": written, "key": key}]

    def _proposed_as(self, written: str) -> Cells | None:
        names = (written, _address_key(written), fold(written))
        return next((self._proposed[name] for name in names if name in self._proposed), None)

    def _again(self, cells: Cells, written: str, row: int) -> str:
        """A source that an open proposal would record goes with this file too, as it is there."""
        one = self.new.setdefault(cells["key"], NewSource(written, cells, proposed=True))
        one.rows.append(row)
        return cells["key"]

    def _known(self, written: str) -> str:
        return self._named.get(_address_key(written), "") or self._named.get(fold(written), "")

    def _new(self, written: str, answer: Mapping[str, str], row: int) -> str:
        name = _named(written)
        if name not in self.new:
            cells = {**_described(written), **{k: v for k, v in answer.items() if k in DETAILS}}
            cells = {"key": source_key(cells, self._taken), **cells}
            self._keys.add(cells["key"])
            self.new[name] = NewSource(written, cells)
        self.new[name].rows.append(row)
        return self.new[name].cells["key"]

    def _taken(self, beginning: str) -> set[str]:
        return {*keys_taken(self._program, "source", beginning), *self._keys}


def sources_on_record() -> list[KnownSource]:
    """Every source on record now. One query."""
    rows = Source.objects.current().values_list("key", "title", "publisher", "url")
    return [KnownSource(*row) for row in rows]


def is_address(written: str) -> bool:
    """Whether a text is the address of a page."""
    return bool(_address_key(written))


def sources_proposed(by: Actor) -> list[Cells]:
    """The new sources of open proposals that somebody may read, the oldest first. One query."""
    wishes = Wish.objects.of_its_revision().exclude(proposal__status__in=DECIDED)
    new = wishes.filter(action=RECORD, kind=SOURCES.kind.value).order_by("proposal_id", "position")
    return [
        wish.cells
        for wish in new.select_related("proposal")
        if wish.cells.get("key")
        and may(by, "proposals.read", wish.proposal.geoid, wish.proposal.made_by_id)
    ]


def _known(cells: Cells) -> KnownSource:
    return KnownSource(*(cells.get(name, "") for name in ("key", "title", "publisher", "url")))


def _named(written: str) -> str:
    """What tells a new source from another: its address, or its title and its day."""
    if key := _address_key(written):
        return key
    title, day = _title_and_day(written)
    return f"{fold(title)} {day}".strip()


def _names(one: KnownSource) -> set[str]:
    """All that a source may be called: its address, its title, with its publisher or without."""
    titles = {one.title, f"{one.publisher} {one.title}", f"{one.title} {one.publisher}"}
    return {_address_key(one.url), *map(fold, titles)} - {""}


def _address_key(written: str) -> str:
    """An address however it is written: without scheme, www, a slash at its end, a mark."""
    if not _ADDRESS.fullmatch(written.strip()):
        return ""
    whole = written.strip() if "://" in written else f"https://{written.strip()}"
    try:
        parts = urlsplit(whole)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    asked = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{asked}"


def _described(written: str) -> Cells:
    """A new source as far as the text tells: "Chicago Tribune, Aug 8 2011", or an address."""
    written = written.strip()
    if key := _address_key(written):
        url = written if "://" in written else f"https://{written}"
        return {"title": key, "publisher": key.partition("/")[0], "published_on": "", "url": url}
    _title, day = _title_and_day(written)
    publisher = written.partition(",")[0].strip() if day else ""
    return {"title": written, "publisher": publisher, "published_on": day, "url": ""}


def _title_and_day(written: str) -> tuple[str, str]:
    """What stands before the day in a text that ends with one, and the day; "" for none."""
    parts = [part.strip() for part in written.split(",")]
    for at in range(1, len(parts)):
        if day := _day(", ".join(parts[at:])):
            return ", ".join(parts[:at]), day
    return written, ""


def _day(text: str) -> str:
    try:
        return str(read_in_order(text, MONTH_FIRST).date)
    except NotUnderstood:
        return ""
