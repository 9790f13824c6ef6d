"""The kinds of fact, each declared once: what every room has to know of a kind is read here.

What only one room says of a kind (its table, columns, form, labels) stands in that room, in a table
by kind; `tests/test_kinds.py` fails when one of them lacks a kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """The kinds of fact; each value begins the public names of its facts."""

    JURISDICTION = "jurisdiction"
    SOURCE = "source"
    AGENCY = "agency"
    ACTIVATION = "activation"
    AGREEMENT = "agreement"
    OPT_OUT = "opt_out"
    LOCAL_MEASURE = "local_measure"
    AGENCY_AGREEMENT = "agency_agreement"
    APPLICATION = "application"
    STATE_LAW = "state_law"
    LIST = "list"
    POLICY_EVENT = "policy_event"
    REPORTED_FIGURE = "reported_figure"


class Level(StrEnum):
    """Of what a fact can be recorded."""

    COUNTY = "county"
    STATE = "state"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class KindOfFact:
    """What all rooms know of a kind; every name is that of a column of its file.

    `keyed_by`: what the key is made of; whoever changes one means another fact. `levels`: of what
    it is recorded at the desk. `placed`: each fact names the place that it is about. `shared`: its
    facts belong to all programs. `program`: the one program that tells such facts; "" for a kind
    that all tell. `cited`: each fact names a source. `of_agency`: each is about an agency, and so
    about the places that this serves; the place that it names is the agency's state. `decides`: a
    status may follow from it; others are only shown. `word`: what sort of fact it is. `day`: when
    it was; "" for what happens on no day. `public`: when it became public, if later than its day;
    "" for what always was. `period`: two days, of which the second may not lie before the first.
    `thread`: what its steps belong to, "" for facts that stand alone. `small`: what no rule reads,
    so that an editor may put it right.
    """

    kind: FactKind
    file: str
    keyed_by: tuple[str, ...]
    small: tuple[str, ...]
    levels: tuple[Level, ...] = ()
    placed: bool = True
    shared: bool = False
    program: str = ""
    cited: bool = True
    of_agency: bool = False
    decides: bool = True
    word: str = ""
    day: str = "on"
    public: str = "disclosed_on"
    period: tuple[str, str] | None = None
    thread: str = ""

    @property
    def national(self) -> bool:
        """Whether its facts are the nation's: they belong to a program and name no place."""
        return not self.placed and not self.shared

    @property
    def days(self) -> frozenset[str]:
        """The columns that say when it was."""
        return frozenset({self.day, *(self.period or ())} - {""})


FIRST, SECOND = "secure-communities", "287g"
"""The programs that have kinds of fact of their own."""
_NOTE = ("note", "note_es")
_CITED = ("source", "locator")
_BY, _SUMMARY, _TITLE = ("by", "by_es"), ("summary", "summary_es"), ("title", "title_es")

KINDS_OF_FACT: Mapping[str, KindOfFact] = {
    one.kind.value: one
    for one in (
        # In the order in which a folder is read: what others refer to comes first.
        KindOfFact(
            FactKind.JURISDICTION,
            "jurisdictions.csv",
            keyed_by=("geoid",),
            small=("name", "name_es", "aliases", *_NOTE),
            shared=True,
            cited=False,
            word="kind",
            day="",
            public="",
            period=("valid_from", "valid_to"),
        ),
        KindOfFact(
            FactKind.SOURCE,
            "sources.csv",
            keyed_by=("key",),
            small=("title", "publisher", "url"),
            placed=False,
            shared=True,
            cited=False,
            decides=False,
            day="published_on",
            public="",
        ),
        KindOfFact(
            FactKind.AGENCY,
            "agencies.csv",
            keyed_by=("agency",),
            small=("name", "aliases", *_CITED, *_NOTE),
            levels=(Level.COUNTY, Level.STATE),
            shared=True,
            program=SECOND,
            word="kind",
            day="",
            public="",
        ),
        KindOfFact(
            FactKind.ACTIVATION,
            "activations.csv",
            keyed_by=("geoid",),
            small=(*_CITED, *_NOTE),
            levels=(Level.COUNTY,),
            program=FIRST,
            day="activated_on",
            period=("activated_on", "deactivated_on"),
        ),
        KindOfFact(
            FactKind.AGREEMENT,
            "agreements.csv",
            keyed_by=("agreement", "step_id"),
            small=(*_BY, *_SUMMARY, *_CITED),
            levels=(Level.STATE,),
            program=FIRST,
            word="step",
            thread="agreement",
        ),
        KindOfFact(
            FactKind.OPT_OUT,
            "opt_outs.csv",
            keyed_by=("request", "step_id"),
            small=(*_BY, "to", "to_es", *_SUMMARY, *_CITED),
            levels=(Level.COUNTY, Level.STATE),
            program=FIRST,
            word="step",
            thread="request",
        ),
        KindOfFact(
            FactKind.LOCAL_MEASURE,
            "local_measures.csv",
            keyed_by=("measure",),
            small=("place", *_BY, *_SUMMARY, *_CITED),
            levels=(Level.COUNTY, Level.STATE),
            program=FIRST,
            word="kind",
        ),
        KindOfFact(
            FactKind.AGENCY_AGREEMENT,
            "agency_agreements.csv",
            keyed_by=("agreement",),
            small=("moa_url", *_CITED, *_NOTE),
            levels=(Level.COUNTY, Level.STATE),
            program=SECOND,
            of_agency=True,
            word="model",
            day="signed_on",
            public="listed_from",
        ),
        KindOfFact(
            FactKind.APPLICATION,
            "applications.csv",
            keyed_by=("application",),
            small=("name", *_CITED),
            levels=(Level.COUNTY, Level.STATE),
            program=SECOND,
            of_agency=True,
            word="model",
            day="pending_from",
            public="",
            period=("pending_from", "pending_until"),
        ),
        KindOfFact(
            FactKind.STATE_LAW,
            "state_laws.csv",
            keyed_by=("law",),
            small=("name", "name_es", *_SUMMARY, "sure", *_CITED, *_NOTE),
            levels=(Level.STATE,),
            program=SECOND,
            word="kind",
            day="adopted_on",
            public="",
            period=("adopted_on", "in_force_on"),
        ),
        KindOfFact(
            FactKind.LIST,
            "lists.csv",
            keyed_by=("list",),
            small=(*_CITED, *_NOTE),
            levels=(Level.NATION,),
            placed=False,
            program=SECOND,
            decides=False,
            word="kind",
            day="listed_on",
            public="",
        ),
        KindOfFact(
            FactKind.POLICY_EVENT,
            "policy_events.csv",
            keyed_by=("event",),
            small=(*_BY, *_TITLE, *_SUMMARY, *_CITED),
            levels=(Level.NATION,),
            placed=False,
            word="effect",
        ),
        KindOfFact(
            FactKind.REPORTED_FIGURE,
            "reported_figures.csv",
            keyed_by=("geoid", "metric", "period_start", "as_of", "source"),
            # The source of a figure is part of its key.
            small=("unit", *_NOTE, "reason", "reason_es", "locator"),
            levels=(Level.COUNTY, Level.STATE, Level.NATION),
            decides=False,
            word="metric",
            day="as_of",
            period=("period_start", "as_of"),
        ),
    )
}
"""Every kind of fact by its name."""

SHARED = tuple(name for name, one in KINDS_OF_FACT.items() if one.shared)
"""Kinds whose facts belong to all programs."""
CITED = tuple(name for name, one in KINDS_OF_FACT.items() if one.cited)
"""Kinds whose facts each name a source."""
OF_AGENCIES = tuple(name for name, one in KINDS_OF_FACT.items() if one.of_agency)
"""Kinds whose facts are about an agency, and so about the places that it serves."""
TOLD = tuple(name for name, one in KINDS_OF_FACT.items() if not one.shared)
"""Kinds whose facts are said of places and of the nation, in a program."""
PLACED = tuple(name for name, one in KINDS_OF_FACT.items() if one.placed)
"""Kinds whose facts each name a place."""
NATIONAL = tuple(name for name, one in KINDS_OF_FACT.items() if one.national)
"""Kinds whose facts are the nation's."""
THREADS: Mapping[str, str] = {name: one.thread for name, one in KINDS_OF_FACT.items() if one.thread}
"""Kinds that are told in steps, and the column that names their thread."""


def kinds_in(program: str) -> tuple[str, ...]:
    """The kinds of fact that a program has, in the order in which a folder of them is read."""
    return tuple(name for name, one in KINDS_OF_FACT.items() if one.program in {"", program})


def told_in(program: str) -> tuple[str, ...]:
    """The kinds of fact that a program tells of places and of the nation."""
    return tuple(name for name in kinds_in(program) if name in TOLD)


def kinds_of(level: Level, program: str) -> tuple[str, ...]:
    """The kinds of fact that a program records of a county, of a state or of the nation."""
    return tuple(name for name in kinds_in(program) if level in KINDS_OF_FACT[name].levels)
