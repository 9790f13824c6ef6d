"""What a kind of fact is to files and forms: its columns, and the columns that many kinds have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from jurisdictions.models.base import FactVersion
from jurisdictions.record import cells
from jurisdictions.status.kinds import KINDS_OF_FACT, FactKind, KindOfFact

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file. `field` is its field in the model, "" when it is none of the fact's.

    `filled`: no row may leave it blank. `may_lack`: a file may be without the column.
    """

    name: str
    read: cells.Read = cells.text
    field: str = "="
    filled: bool = False
    may_lack: bool = False

    @property
    def target(self) -> str:
        """The model's field."""
        return self.name if self.field == "=" else self.field


@dataclass(frozen=True, slots=True)
class Kind:
    """How files and forms write one kind of fact: its table, columns, and how a row's key is made.

    What every room knows of the kind is `about`, declared in `status/kinds.py`.
    """

    kind: FactKind
    model: type[FactVersion]
    columns: tuple[Column, ...]
    key: Callable[[Values], str]
    verify: Callable[[Values], tuple[str, str] | None] = lambda values: None

    @property
    def about(self) -> KindOfFact:
        """What all rooms know of the kind."""
        return KINDS_OF_FACT[self.kind]

    @property
    def file(self) -> str:
        """The name of its file in a folder of facts."""
        return self.about.file

    @property
    def keyed_by(self) -> tuple[str, ...]:
        """The columns that the key is made of: whoever changes one means another fact."""
        return self.about.keyed_by

    @property
    def shared(self) -> bool:
        """Whether its facts belong to all programs: places, sources and agencies do."""
        return self.about.shared

    def check(self, values: Values) -> tuple[str, str] | None:
        """The column of a row in which its values contradict one another, and what is wrong."""
        period = self.about.period
        return self.verify(values) or (_backwards(values, *period) if period else None)

    @property
    def cited(self) -> bool:
        """Whether each of its facts names a source."""
        return any(column.name == "source" for column in self.columns)

    @property
    def fields(self) -> tuple[str, ...]:
        """The model's fields that hold the fact."""
        return tuple(column.target for column in self.columns if column.target)

    @property
    def in_steps(self) -> bool:
        """Whether its facts are the steps of a thread, which its first column names."""
        return bool(self.about.thread)

    @property
    def disputable(self) -> tuple[str, ...]:
        """The columns on which a source may say otherwise: short values that are not of the key."""
        long = {f.name for f in self.model._meta.get_fields() if isinstance(f, models.TextField)}
        return tuple(
            column.name
            for column in self.columns
            if self.cited and column.target and column.target not in long
            if column.name not in self.keyed_by and not column.name.endswith("_es")
            if column is not SEQ
        )


def spanish(name: str) -> Column:
    """The column that says in Spanish what the one of this name says."""
    return Column(f"{name}_es", may_lack=True)


PLACE = Column("geoid", cells.place, filled=True)
COUNTY = Column("geoid", cells.county, filled=True)
ON = Column("on", cells.day)
DISCLOSED = Column("disclosed_on", cells.day, may_lack=True)
SOURCE = Column("source", cells.source, field="", filled=True)
LOCATOR = Column("locator", field="", may_lack=True)
QUOTE = Column("quote", field="", may_lack=True)
"""The words of the source, in its own language."""
CITED = (SOURCE, LOCATOR, QUOTE)
BY = (Column("by"), spanish("by"))
SUMMARY = (Column("summary"), spanish("summary"))
NOTE = (Column("note"), spanish("note"))
SEQ = Column("seq", cells.step_number, filled=True)
STEP_ID = Column("step_id", cells.step_id, may_lack=True)
"""What a step is called in its thread, for good; a row without it means the step by its number."""


def _backwards(values: Values, first: str, last: str) -> tuple[str, str] | None:
    start, end = values.get(first), values.get(last)
    if start and end and end < start:
        return last, _("lies before %(column)s, %(start)s") % {"column": first, "start": start}
    return None
