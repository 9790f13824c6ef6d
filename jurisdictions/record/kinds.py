"""Every kind of fact with its columns, declared once: files, forms and exports read them here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurisdictions.models import Explanation, Jurisdiction, PolicyEvent, ReportedFigure, Source
from jurisdictions.record import cells
from jurisdictions.record.columns import (
    BY,
    CITED,
    DISCLOSED,
    LOCATOR,
    NOTE,
    ON,
    PLACE,
    QUOTE,
    SUMMARY,
    Column,
    Kind,
    Values,
    spanish,
)
from jurisdictions.record.effects import Effects
from jurisdictions.record.programs import own_kinds
from jurisdictions.status.geoids import is_county, is_state, state_of
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.vocabulary import PlaceKind, SourceKind


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
        spanish("name"),
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
        Column("validity_source", cells.some_source, may_lack=True),
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
        Column("kind", cells.word_of(SourceKind, may_lack=True), may_lack=True),
        Column("archive_url", cells.archive_address, may_lack=True),
        Column("language", cells.language, may_lack=True),
        Column("vanished_on", cells.day, may_lack=True),
    ),
    key=lambda values: str(values["key"]),
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
        spanish("title"),
        Column("effect", Effects(), filled=True),
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
        Column("reason", may_lack=True),
        spanish("reason"),
    ),
    key=_figure_key,
)
EXPLANATION = Kind(
    FactKind.EXPLANATION,
    Explanation,
    (
        Column("flag", cells.key, filled=True),
        PLACE,
        Column("summary", filled=True),
        spanish("summary"),
        Column("source", cells.some_source, field="", may_lack=True),
        LOCATOR,
        QUOTE,
    ),
    key=lambda values: str(values["flag"]),
)

_WRITTEN = {
    kind.kind: kind
    for kind in (
        JURISDICTION,
        SOURCES,
        POLICY_EVENT,
        REPORTED_FIGURE,
        EXPLANATION,
        *own_kinds(),
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
    spanish("adjudication"),
)
"""A contradiction has no `quote`: `said` is what its source says on the one field in dispute.

What the words around it are to tell stands in its `note`; a supporting source has no `said`.
"""
