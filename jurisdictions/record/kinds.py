"""The columns of every kind of fact, declared once: files, forms and exports read them here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from jurisdictions.models import (
    Activation,
    AgreementStep,
    Jurisdiction,
    LocalMeasure,
    OptOutStep,
    PolicyEvent,
    ReportedFigure,
    Source,
)
from jurisdictions.models.base import FactVersion
from jurisdictions.record import cells
from jurisdictions.status.geoids import is_county, is_state, state_of
from jurisdictions.status.kinds import KINDS_OF_FACT, FactKind, KindOfFact
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    AgreementStepKind,
    DateBasis,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)
from jurisdictions.status.vocabulary import PlaceKind

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
        """Whether its facts belong to all programs: places and sources do."""
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


def _spanish(name: str) -> Column:
    return Column(f"{name}_es", may_lack=True)


PLACE = Column("geoid", cells.place, filled=True)
ON = Column("on", cells.day)
DISCLOSED = Column("disclosed_on", cells.day, may_lack=True)
SOURCE = Column("source", cells.source, field="", filled=True)
LOCATOR = Column("locator", field="", may_lack=True)
CITED = (SOURCE, LOCATOR)
BY = (Column("by"), _spanish("by"))
SUMMARY = (Column("summary"), _spanish("summary"))
NOTE = (Column("note"), _spanish("note"))
SEQ = Column("seq", cells.step_number, filled=True)
STEP_ID = Column("step_id", cells.step_id, may_lack=True)
"""What a step is called in its thread, for good; a row without it means the step by its number."""


def _backwards(values: Values, first: str, last: str) -> tuple[str, str] | None:
    start, end = values.get(first), values.get(last)
    if start and end and end < start:
        return last, _("lies before %(column)s, %(start)s") % {"column": first, "start": start}
    return None


def _step_key(values: Values) -> str:
    return f"{values['thread']}:{values['step_id']}"


def _figure_key(values: Values) -> str:
    start = values.get("period_start")
    period = f"{start}/{values['as_of']}" if start else f"{values['as_of']}"
    return f"{values['geoid']}:{values['metric']}:{period}:{values['source']}"


def _lies_in_state(values: Values) -> tuple[str, str] | None:
    place, parent = values["geoid"], values.get("parent") or ""
    if is_county(place) and parent != state_of(place):
        return "parent", _("should be %(state)s, the state that geoid %(geoid)s lies in") % {
            "state": state_of(place),
            "geoid": place,
        }
    if is_state(place) and parent:
        return "parent", _("should be blank: only places within a state have one")
    return None


JURISDICTION = Kind(
    FactKind.JURISDICTION,
    Jurisdiction,
    (
        Column("geoid", cells.geoid, filled=True),
        Column("kind", cells.word_of(PlaceKind), filled=True),
        Column("name", filled=True),
        _spanish("name"),
        Column("state"),
        Column("parent"),
        Column("ocd_id"),
        Column("population_2010", cells.count),
        Column("aliases"),
        Column("valid_from", cells.day, may_lack=True),
        Column("valid_to", cells.day, may_lack=True),
        *NOTE,
        Column("predecessors", cells.succession, may_lack=True),
        Column("successors", cells.succession, may_lack=True),
    ),
    key=lambda values: str(values["geoid"]),
    verify=_lies_in_state,
)
SOURCES = Kind(
    FactKind.SOURCE,
    Source,
    (
        Column("key", cells.key, filled=True),
        Column("title", filled=True),
        Column("publisher"),
        Column("published_on", cells.day),
        Column("url", cells.address),
    ),
    key=lambda values: str(values["key"]),
)
ACTIVATION = Kind(
    FactKind.ACTIVATION,
    Activation,
    (
        PLACE,
        Column("activated_on", cells.day),
        Column("deactivated_on", cells.day, may_lack=True),
        DISCLOSED,
        *CITED,
        *NOTE,
    ),
    key=lambda values: str(values["geoid"]),
)
AGREEMENT = Kind(
    FactKind.AGREEMENT,
    AgreementStep,
    (
        Column("agreement", cells.key, field="thread", filled=True),
        SEQ,
        STEP_ID,
        PLACE,
        ON,
        DISCLOSED,
        Column("step", cells.word_of(AgreementStepKind), filled=True),
        *BY,
        *SUMMARY,
        Column("basis", cells.word_of(AgreementBasis, may_lack=True), may_lack=True),
        *CITED,
    ),
    key=_step_key,
)
OPT_OUT = Kind(
    FactKind.OPT_OUT,
    OptOutStep,
    (
        Column("request", cells.key, field="thread", filled=True),
        SEQ,
        STEP_ID,
        PLACE,
        ON,
        DISCLOSED,
        Column("step", cells.word_of(OptOutStepKind), filled=True),
        Column("instrument"),
        *BY,
        Column("to"),
        _spanish("to"),
        *SUMMARY,
        *CITED,
    ),
    key=_step_key,
)
LOCAL_MEASURE = Kind(
    FactKind.LOCAL_MEASURE,
    LocalMeasure,
    (
        Column("measure", cells.key, filled=True),
        PLACE,
        Column("place"),
        ON,
        DISCLOSED,
        Column("kind", cells.word_of(MeasureKind), filled=True),
        *BY,
        *SUMMARY,
        Column("outcome", cells.word_of(MeasureOutcome), filled=True),
        Column("date_basis", cells.word_of(DateBasis, may_lack=True), may_lack=True),
        *CITED,
    ),
    key=lambda values: str(values["measure"]),
)
POLICY_EVENT = Kind(
    FactKind.POLICY_EVENT,
    PolicyEvent,
    (
        Column("event", cells.key, filled=True),
        ON,
        DISCLOSED,
        Column("instrument"),
        *BY,
        Column("title", filled=True),
        _spanish("title"),
        Column("effect", cells.word_of(Effect), filled=True),
        *SUMMARY,
        *CITED,
    ),
    key=lambda values: str(values["event"]),
)
REPORTED_FIGURE = Kind(
    FactKind.REPORTED_FIGURE,
    ReportedFigure,
    (
        PLACE,
        Column("metric", cells.key, filled=True),
        Column("period_start", cells.day),
        Column("as_of", cells.day, filled=True),
        DISCLOSED,
        Column("value", cells.whole, filled=True),
        Column("unit"),
        *NOTE,
        *CITED,
    ),
    key=_figure_key,
)

_WRITTEN = {
    kind.kind: kind
    for kind in (
        JURISDICTION,
        SOURCES,
        ACTIVATION,
        AGREEMENT,
        OPT_OUT,
        LOCAL_MEASURE,
        POLICY_EVENT,
        REPORTED_FIGURE,
    )
}
KINDS: Mapping[str, Kind] = {kind.value: _WRITTEN[kind] for kind in FactKind}
"""In the order in which a folder is read: what others refer to comes first."""

CONTRADICTIONS_FILE = "conflicting_citations.csv"
CONTRADICTION_COLUMNS = (
    Column("fact", cells.fact, filled=True),
    Column("field", cells.key, filled=True),
    Column("recorded"),
    Column("said", filled=True),
    Column("source", cells.source, filled=True),
    Column("locator", may_lack=True),
    *NOTE,
    Column("adjudication", may_lack=True),
    _spanish("adjudication"),
)
