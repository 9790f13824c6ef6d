"""The federal rule that an act of a place rested on, as the last columns of a table."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.tables import Column, ColumnKind
from jurisdictions.render.words.stood import stood_sentence


def _begun(row: Any) -> str:
    return row.stood.begun.name if row.stood and row.stood.begun else ""


def _since(row: Any) -> int | None:
    return row.stood.since if row.stood else None


def _ended(row: Any) -> str:
    return row.stood.ended.name if row.stood and row.stood.ended else ""


def _until(row: Any) -> int | None:
    return row.stood.until if row.stood else None


STOOD = (
    Column(
        "federal_rule",
        _("Federal rule"),
        _(
            "The federal act that published the rule standing on that day; empty: none, or not "
            "told."
        ),
        value=_begun,
    ),
    Column(
        "days_after_rule",
        _("Days after it"),
        _("Whole days since that act; empty where a day is not known."),
        ColumnKind.INTEGER,
        _since,
    ),
    Column(
        "next_federal_rule",
        _("Next federal rule"),
        _("The federal act by which something else was said next; empty: none on record."),
        value=_ended,
    ),
    Column(
        "days_before_next_rule",
        _("Days before the next"),
        _("Whole days until that act; empty where a day is not known."),
        ColumnKind.INTEGER,
        _until,
    ),
    Column(
        "federal_rule_text",
        _("Federal rule, in words"),
        _("The same in a sentence."),
        value=stood_sentence,
    ),
)
"""Of a row with `stood`: a FactRow or an AgreementRow."""
