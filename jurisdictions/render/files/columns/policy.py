"""Federal acts, and the positions that followed from them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns import facts
from jurisdictions.render.files.columns.places import EXACTLY
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.programs import effects_of

POLICY = Table(
    "policy",
    _("Federal acts"),
    (
        facts.FACT,
        facts.ON,
        facts.EFFECTIVE,
        facts.DISCLOSED,
        facts.INSTRUMENT,
        facts.BY,
        facts.TITLE,
        Column(
            "effect",
            _("Effect"),
            _("What the act changed for the rule."),
            ColumnKind.WORD,
            lambda fact: fact.word,
        ),
        facts.SUMMARY,
        *facts.CITED,
    ),
)
"""As all programs have it; see `policy_of`."""

POSITIONS = Table(
    "positions",
    _("Federal positions"),
    (
        Column(
            "position",
            _("Federal position"),
            _("What the federal government said about taking part."),
            ColumnKind.WORD,
        ),
        Column(
            "start",
            _("From"),
            _("First day of the position; empty from the beginning."),
            ColumnKind.DATE,
        ),
        Column(
            "end",
            _("Until"),
            _("First day after the position; empty while it lasts."),
            ColumnKind.DATE,
        ),
        Column("start_edtf", _("From, as known"), EXACTLY, ColumnKind.EDTF),
        Column("end_edtf", _("Until, as known"), EXACTLY, ColumnKind.EDTF),
    ),
)
"""As all programs have it; see `positions_of`."""


@cache
def policy_of(slug: str) -> Table:
    """The acts, with the effects that they can have on a program."""
    return facts.told_otherwise(POLICY, {"effect": (effects_of(slug),)})


@cache
def positions_of(slug: str) -> Table:
    """The positions that there can be on a program, told as in its table of spans."""
    spans = tables_of(slug).SPANS.columns
    (own,) = (one for one in spans if one.name == "position")
    return replace(POSITIONS, columns=(own, *POSITIONS.columns[1:]))
