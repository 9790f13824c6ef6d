"""Federal acts, and the positions that followed from them."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns import facts
from jurisdictions.render.files.columns.places import EXACTLY, POSITION
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.programs.secure_communities.vocabulary import Effect

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
            words=(Effect,),
        ),
        facts.SUMMARY,
        *facts.CITED,
    ),
)
POSITIONS = Table(
    "positions",
    _("Federal positions"),
    (
        POSITION,
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
