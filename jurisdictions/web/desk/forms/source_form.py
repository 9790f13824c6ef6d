"""Where a fact comes from: a source on record, found by its words, or a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.promised_sources import PromisedSource, row_of_cells
from jurisdictions.read.places import fold
from jurisdictions.read.rows import SourceRow
from jurisdictions.read.source_files import FileRow
from jurisdictions.read.twins import Likeness, Pair, archived_page, twins_of
from jurisdictions.record.kinds import KINDS
from jurisdictions.render.words.days import date_text
from jurisdictions.web.desk.forms.field_of import field_of
from jurisdictions.web.desk.forms.fields import Line
from jurisdictions.web.desk.forms.shapes import SOURCE
from jurisdictions.web.desk.forms.typed import ids_in

NEW = "new"
SHOWN = 8
"""How many sources are offered at once."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A source that can be chosen, as it is shown."""

    key: str
    title: str
    about: str
    chosen: bool


class SourceForm(forms.Form):
    """One source. `known` are all on record, `near` those that are cited close by.

    `kept` is the one that a fact cites now: it stays when none is chosen.
    """

    key = forms.CharField(required=False, max_length=60)
    find = Line(required=False, label="", help_text="")
    file = Line(required=False, label="", help_text="")

    def __init__(
        self,
        known: Mapping[str, SourceRow],
        *,
        prefix: str,
        typed: Mapping[str, str],
        checked: bool,
        near: Sequence[str] = (),
        kept: str = "",
        promised: Mapping[str, PromisedSource] | None = None,
    ) -> None:
        data = {f"{prefix}-{name}": value for name, value in typed.items()}
        super().__init__(
            data if checked else None,
            prefix=prefix,
            initial=dict(typed),
            use_required_attribute=False,
        )
        self.known, self._typed, self.promised = known, typed, promised or {}
        self.waiting: tuple[FileRow, ...] = ()
        self.file_ids = ids_in(typed.get("files", ""))
        self.twins: list[Pair] = []
        self._near = (kept, *near) if kept else near
        self.kept = kept
        self.anchor = f"source-{prefix.rpartition('-')[2]}"
        self.fields["key"].label = _("Source")
        self.fields["find"].label = _("Search the sources on record")
        self.fields["find"].help_text = _("Words of its title, or who published it.")
        self.fields["file"].label = _("File of it (optional)")
        columns = {column.name: column for column in KINDS["source"].columns}
        for ask in SOURCE:
            self.fields[ask.column] = field_of(columns[ask.column], ask, {})
            self.fields[ask.column].required = ask.needed and self.is_new

    @property
    def said(self) -> str:
        """The key that was chosen, "new", or "" when nothing was yet."""
        key = self._typed.get("key", "")
        return key if key == NEW or key in self.known else ""

    @property
    def is_new(self) -> bool:
        """Whether a source is described that is not on record."""
        return self.said == NEW

    @property
    def said_other(self) -> bool:
        """Whether it was said that this is none of the sources that are like it."""
        return bool(self._typed.get("other"))

    @property
    def said_public(self) -> bool:
        """Whether everybody may open the file that is attached next."""
        return bool(self._typed.get("public"))

    @property
    def called(self) -> str:
        """What the source is called, as far as that was said."""
        known = self.known.get(self.said)
        return known.title if known else self._typed.get("title", "") if self.is_new else ""

    @property
    def searched(self) -> bool:
        """Whether words to search for were written."""
        return bool(self._typed.get("find", "").strip())

    @property
    def key_id(self) -> str:
        """The id of the choice of a source."""
        return self["key"].auto_id

    @property
    def key_error(self) -> str:
        """What is wrong with the choice; "" for nothing."""
        return str(next(iter(self["key"].errors), ""))

    @property
    def found(self) -> list[SourceRow]:
        """The sources that have every word of the search."""
        return find_sources(self.known, self._typed.get("find", ""))

    @property
    def offered(self) -> list[Offered]:
        """What can be chosen: the chosen one, what was found or else what is cited close by."""
        near = (
            self.found if self.searched else [self.known[k] for k in self._near if k in self.known]
        )
        chosen = [self.known[self.said]] if self.said in self.known else []
        rows = {row.key: row for row in (*chosen, *near)}
        return [
            Offered(row.key, row.title, self._about(row), row.key == self.said)
            for row in list(rows.values())[:SHOWN]
        ]

    @property
    def more_found(self) -> int:
        """How many that were found are not shown."""
        return max(0, len(self.found) - SHOWN)

    def new_fields(self) -> list[tuple[forms.BoundField, bool]]:
        """The questions about a source that is not on record; whether each must be answered."""
        return [(self[ask.column], ask.needed) for ask in SOURCE]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.is_new:
            self._split_archived(cleaned)
            self._refuse_twins(cleaned)
        elif not self.said and (self.searched or not self.kept):
            wanted = _("Choose the source, or describe a new one.")
            self.add_error("key", self._search_told() if self.searched else wanted)
        return cleaned

    def cells(self) -> dict[str, str]:
        """The cells of a new source; it still lacks its key."""
        return {ask.column: str(self.cleaned_data.get(ask.column) or "") for ask in SOURCE}

    def _search_told(self) -> str:
        if self.found:
            return _("Choose one of the sources that were found, or describe a new one.")
        return _("No source on record has all of these words. Try fewer, or describe a new one.")

    def refuse_file(self, why: str) -> None:
        """Say why a file was not taken."""
        if not self.is_bound:
            self._errors = ErrorDict()
            self.cleaned_data = {}
        self.add_error("file", why)

    def _split_archived(self, cleaned: dict[str, Any]) -> None:
        """Who gives the copy as the address gave both."""
        url = str(cleaned.get("url") or "")
        if (page := archived_page(url)) and not cleaned.get("archive_url"):
            cleaned["url"], cleaned["archive_url"] = page, f"https://{url.partition('://')[2]}"

    def _refuse_twins(self, cleaned: Mapping[str, Any]) -> None:
        """A publication is recorded once: its address tells, or its title and day.

        Whoever says that theirs is another one goes on.
        """
        said = {ask.column: str(cleaned.get(ask.column) or "") for ask in SOURCE}
        mine = row_of_cells(self._typed.get("made", ""), said)
        self.twins = twins_of(mine, self.known.values())
        if not self.twins or self._typed.get("other"):
            return
        twin = self.twins[0]
        if twin.likeness is Likeness.ADDRESS:
            told = _("This address is on record as “%(title)s”: choose that source instead.")
            self.add_error("url", told % {"title": twin.first.title})
        else:
            told = _("A source of this title and day is there already: choose it instead.")
            self.add_error("title", told)
        self._near = (*(one.first.key for one in self.twins), *self._near)

    def _about(self, row: SourceRow) -> str:
        """Publisher and date, and whether it is only proposed so far."""
        promise = self.promised.get(row.key)
        return about_promised(promise) if promise else about_source(row)


def find_sources(known: Mapping[str, SourceRow], text: str) -> list[SourceRow]:
    """The sources in whose title, publisher or key every word of the text begins a word."""
    words = fold(text).split()
    return [
        row
        for row in known.values()
        if words and all(f" {word}" in f" {fold(_searched(row))}" for word in words)
    ]


def _searched(row: SourceRow) -> str:
    return " ".join((row.title, row.publisher, row.key, str(row.published_on or "")))


def about_promised(promise: PromisedSource) -> str:
    """The same of a source that is only proposed so far, and where."""
    told = _("only proposed so far, in proposal %(number)d") % {"number": promise.proposal}
    return " · ".join(filter(None, (about_source(promise.source), told)))


def about_source(row: SourceRow) -> str:
    """Publisher and date of a source, as far as they are known."""
    said = (row.publisher, date_text(row.published_on) if row.published_on else "")
    return ", ".join(filter(None, said))
