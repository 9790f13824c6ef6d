"""What a form is for: a new fact of a kind, or a fact on record that is to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _

from jurisdictions.read.keeping.promised_sources import PromisedSource
from jurisdictions.read.rows import AsOf, PlaceRow, SourceRow
from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RECORD, RETRACT
from jurisdictions.record.columns import Column
from jurisdictions.record.effects import Effects
from jurisdictions.record.kinds import CONTRADICTION_COLUMNS, KINDS
from jurisdictions.render.words.fields import FIELDS, field_label
from jurisdictions.status.kinds import THREADS
from jurisdictions.web.desk.forms.asks import LOCATOR, NOTE, Ask, Shape
from jurisdictions.web.desk.forms.offered import Offered
from jurisdictions.web.desk.forms.shapes import SHAPES


@dataclass(frozen=True, slots=True)
class ThreadOnRecord:
    """A request or an agreement that new steps may go on with."""

    key: str
    title: str
    steps: int


@dataclass(frozen=True, slots=True)
class Task:
    """One form. `name` is the fact to be changed, `now` its cells, `base` the change behind them.

    `region` is where it is done, `where` how that is called; `disputed` is the column on which
    another source says otherwise. `known` are the sources on record, `near` those cited close by;
    `offered` is what columns may name, by column; `promised` are sources that open proposals bring.
    """

    action: str
    kind: str
    as_of: AsOf
    region: str
    where: str
    place: PlaceRow | None = None
    name: str = ""
    told: str = ""
    now: Mapping[str, str] = field(default_factory=dict)
    base: int | None = None
    disputed: str = ""
    threads: tuple[ThreadOnRecord, ...] = ()
    known: Mapping[str, SourceRow] = field(default_factory=dict)
    near: tuple[str, ...] = ()
    offered: Offered = field(default_factory=dict)
    promised: Mapping[str, PromisedSource] = field(default_factory=dict)

    @property
    def shape(self) -> Shape:
        """The questions of the form."""
        if self.action != CONTRADICT:
            return SHAPES[self.kind]
        said = next((ask for ask in SHAPES[self.kind] if ask.column == self.disputed), None)
        help_text = said.help if said else ""
        label = _("What the other source says")
        return Shape("", "", (Ask("said", label, help_text, needed=True), NOTE), (LOCATOR,))

    @property
    def columns(self) -> Mapping[str, Column]:
        """The columns that the form may ask."""
        declared = {column.name: self._own(column) for column in KINDS[self.kind].columns}
        if self.action == CONTRADICT:
            other = {column.name: column for column in CONTRADICTION_COLUMNS}
            disputed = declared[self.disputed]
            return {**other, "said": Column("said", disputed.read, filled=True)}
        keys = KINDS[self.kind].keyed_by if self.action == CORRECT else ()
        return {name: column for name, column in declared.items() if name not in keys}

    def _own(self, column: Column) -> Column:
        """The column with the words that the program has, where each has its own."""
        if not isinstance(column.read, Effects):
            return column
        return replace(column, read=column.read.of(self.as_of.program.slug))

    @property
    def in_steps(self) -> bool:
        """Whether the form may hold several facts: the steps of one request or agreement."""
        return self.action == RECORD and self.kind in THREADS

    @property
    def asks_facts(self) -> bool:
        """Whether there is anything to write but the reason."""
        return self.action != RETRACT

    @property
    def asks_source(self) -> bool:
        """Whether the form asks where it comes from."""
        fixed = self.action == CORRECT and "source" in KINDS[self.kind].keyed_by
        return self.asks_facts and KINDS[self.kind].about.must_cite and not fixed

    @property
    def disputable(self) -> list[tuple[str, str, str]]:
        """Columns on which a source may say otherwise: name, label, what the record has."""
        return [
            (name, field_label(name), self.now.get(name, ""))
            for name in KINDS[self.kind].disputable
            if name in FIELDS
        ]
