"""Facts as they stand, or stood once a change was made, in the texts of their files' cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jurisdictions.models.activation import Activation
from jurisdictions.models.agency import Agency
from jurisdictions.models.agency_agreement import AgencyAgreement
from jurisdictions.models.agreement import AgreementStep
from jurisdictions.models.application import Application
from jurisdictions.models.base import FactVersion, VersionQuerySet
from jurisdictions.models.captured_list import CapturedList
from jurisdictions.models.explanation import Explanation
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.local_measure import LocalMeasure
from jurisdictions.models.opt_out import OptOutStep
from jurisdictions.models.policy_event import PolicyEvent
from jurisdictions.models.reported_figure import ReportedFigure
from jurisdictions.models.source import Citation, Source
from jurisdictions.models.state_law import StateLaw
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import CITED, KINDS_OF_FACT, NATIONAL, SHARED, THREADS

MODELS: Mapping[str, type[FactVersion]] = {
    "jurisdiction": Jurisdiction,
    "source": Source,
    "agency": Agency,
    "activation": Activation,
    "agreement": AgreementStep,
    "opt_out": OptOutStep,
    "local_measure": LocalMeasure,
    "agency_agreement": AgencyAgreement,
    "application": Application,
    "state_law": StateLaw,
    "list": CapturedList,
    "policy_event": PolicyEvent,
    "reported_figure": ReportedFigure,
    "explanation": Explanation,
}
"""The table of each kind of fact."""
KIND_OF: Mapping[type[Any], str] = {model: kind for kind, model in MODELS.items()}
"""The kind of fact that a table holds."""
AT_A_TIME = 500
"""Values in one statement: within SQLite's limit on parameters."""
DISCLOSED = "disclosed_on"
_COMMON = {field.name for field in FactVersion._meta.get_fields()} | {"id", "fact"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact at a time: its version, its cells, and the latest change that made it so."""

    name: str
    version: FactVersion
    cells: Mapping[str, str]
    base: int

    @property
    def kind(self) -> str:
        """The kind of the fact: the part of its name before the first colon."""
        return self.name.partition(":")[0]

    @property
    def place(self) -> str:
        """The place that the fact is about; "" for a source, US for a federal act."""
        return place_of(self.version)


def standing_facts(
    program_id: int, names: Iterable[str], after: int | None = None
) -> dict[str, Standing]:
    """The facts of these names that are on record, or were once a change was made.

    Two queries for every 500 facts of a kind; names of no fact are left out.
    """
    found: dict[str, Standing] = {}
    for kind, keys in keys_by_kind(names).items():
        for part in in_parts(keys):
            versions = at(MODELS[kind]._default_manager.all(), after)
            owner = None if kind in SHARED else program_id
            mine = versions.filter(fact__program=owner, fact__kind=kind, fact__key__in=part)
            found |= {
                one.name: one for one in _told(kind, list(mine.select_related("fact")), after)
            }
    return found


def _told(kind: str, versions: Sequence[FactVersion], after: int | None) -> Iterator[Standing]:
    support = _support([one.fact_id for one in versions], after) if kind in CITED else {}
    for version in versions:
        cells, base = cells_of(kind, version), version.change_id
        if kind in CITED:
            citation = support.get(version.fact_id)
            cells |= {
                "source": citation.source.key if citation else "",
                "locator": citation.locator if citation else "",
                "quote": citation.quote if citation else "",
            }
            base = max(base, citation.change_id) if citation else base
        yield Standing(version.fact.name, version, cells, base)


def _support(facts: Sequence[int], after: int | None) -> dict[int, Citation]:
    """The first citation that supports each fact."""
    cited = at(Citation.objects.filter(fact_id__in=facts, contradicts=False), after)
    return {one.fact_id: one for one in cited.select_related("source").order_by("-pk")}


def at(versions: VersionQuerySet[Any], after: int | None) -> VersionQuerySet[Any]:
    """Those that stand now, or that stood once a change was made."""
    return versions.current() if after is None else versions.after_change(after)


def cells_of(kind: str, version: FactVersion) -> dict[str, str]:
    """A version's own cells by the names of its file's columns; its source is none of them."""
    return {_column(kind, name): text_of(getattr(version, name)) for name in fields_of(kind)}


def _column(kind: str, field: str) -> str:
    """What a kind's file calls a field: each has a name of its own for the thread of a step."""
    return THREADS[kind] if field == "thread" else field


@cache
def fields_of(kind: str) -> tuple[str, ...]:
    """The fields that a kind of fact adds to what every version has, in the order of its file."""
    own = [f.name for f in MODELS[kind]._meta.concrete_fields if f.name not in _COMMON]
    if DISCLOSED in own:
        own.remove(DISCLOSED)
        days = KINDS_OF_FACT[kind].days
        own.insert(max(own.index(name) for name in own if name in days) + 1, DISCLOSED)
    return tuple(own)


def columns_of(kind: str) -> tuple[str, ...]:
    """The columns of a kind's cells: its own, then its source, where in it, its words."""
    own = tuple(_column(kind, name) for name in fields_of(kind))
    return (*own, "source", "locator", "quote") if kind in CITED else own


def text_of(value: object) -> str:
    """A value as its cell is written."""
    return "" if value is None else str(value)


def place_of(version: FactVersion) -> str:
    """The place of any version: US for a federal act, "" for a source."""
    if KIND_OF[type(version)] in NATIONAL:
        return NATION
    return str(getattr(version, "geoid", ""))


def keys_by_kind(names: Iterable[str]) -> dict[str, list[str]]:
    """Public names -> the keys of each kind that there is, each once."""
    keys: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        kind, _colon, key = name.partition(":")
        if kind in MODELS:
            keys[kind].append(key)
    return keys


def in_parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """So many at a time as one statement takes."""
    for start in range(0, len(values), AT_A_TIME):
        yield values[start : start + AT_A_TIME]
