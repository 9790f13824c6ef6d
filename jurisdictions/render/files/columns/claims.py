"""Published numbers beside what the record gives for their days."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_noop as _

from jurisdictions.read.claims.rows import Claim
from jurisdictions.render.files.columns import facts
from jurisdictions.render.files.columns.places import GEOID
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value
from jurisdictions.render.words.claims import reasons

DATE, INTEGER, WORD = ColumnKind.DATE, ColumnKind.INTEGER, ColumnKind.WORD


def _of_figure(name: str) -> Callable[[Claim], Value]:
    def value(claim: Claim) -> Value:
        found: Value = getattr(claim.figure, name)
        return found

    return value


CLAIMS = Table(
    "claims",
    _("Published numbers beside the record's"),
    (
        Column("claim", _("Claim"), _("Its lasting id in addresses."), value=lambda c: c.key),
        Column("fact", facts.FACT.heading, facts.FACT.meaning, value=_of_figure("name")),
        Column("geoid", GEOID.heading, GEOID.meaning, value=_of_figure("geoid")),
        Column(
            "place", _("Place"), _("Name of what the number counts."), value=_of_figure("place")
        ),
        Column("metric", _("Metric"), _("What was counted."), WORD, _of_figure("word")),
        Column(
            "period_start",
            facts.PERIOD_START.heading,
            facts.PERIOD_START.meaning,
            DATE,
            _of_figure("period_start"),
        ),
        Column("as_of", _("As of"), _("Last day that the figure covers."), DATE, _of_figure("on")),
        Column("value", facts.VALUE.heading, facts.VALUE.meaning, INTEGER, _of_figure("value")),
        Column("unit", facts.UNIT.heading, facts.UNIT.meaning, value=_of_figure("unit")),
        Column(
            "qualifier",
            facts.QUALIFIER.heading,
            facts.QUALIFIER.meaning,
            WORD,
            _of_figure("qualifier"),
            words=facts.QUALIFIER.words,
        ),
        Column(
            "recorded_least",
            _("The record's, least"),
            _("The least that the record gives on the days that `as_of` may mean; empty: nothing."),
            INTEGER,
            lambda claim: claim.least,
        ),
        Column(
            "recorded_most",
            _("The record's, most"),
            _("The most that it gives; the same where `as_of` is one day."),
            INTEGER,
            lambda claim: claim.most,
        ),
        Column(
            "difference",
            _("Difference"),
            _("By how much the published number lies outside of these; 0 within."),
            INTEGER,
        ),
        Column(
            "record_until",
            _("Record until"),
            _("The last day of which the record is whole, where `as_of` lies after it."),
            DATE,
            lambda claim: claim.until,
        ),
        Column(
            "reason",
            _("Why it differs"),
            _("Why the two differ, where that is known."),
            value=lambda claim: " ".join(reasons(claim)),
        ),
        Column("note", _("Note"), _("What is to be known about it."), value=_of_figure("summary")),
        Column(
            "sources",
            facts.CITED[0].heading,
            facts.CITED[0].meaning,
            ColumnKind.LIST,
            lambda claim: facts.supporting(claim.figure),
        ),
    ),
)
