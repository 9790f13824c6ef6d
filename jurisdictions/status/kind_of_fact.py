"""What every room has to know of a kind of fact: the form in which each is declared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """The kinds of fact, in the order in which a folder is read: what others refer to comes first.

    Each value begins the public names of its facts.
    """

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
    EXPLANATION = "explanation"


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
    that all tell. `cited`: each fact names a source,
    or may (`may_lack_source`). `of_agency`: each is about an agency, and so
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
    may_lack_source: bool = False
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
    def must_cite(self) -> bool:
        """Whether no fact of the kind may stand without a source."""
        return self.cited and not self.may_lack_source

    @property
    def days(self) -> frozenset[str]:
        """The columns that say when it was."""
        return frozenset({self.day, *(self.period or ())} - {""})


NOTE = ("note", "note_es")
CITED_IN = ("source", "locator", "quote")
BY, SUMMARY, TITLE = ("by", "by_es"), ("summary", "summary_es"), ("title", "title_es")
"""Columns that many kinds have, each with its Spanish."""
