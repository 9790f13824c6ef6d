"""The tables of a program's places where it has none of its own: a column for each dimension."""

from __future__ import annotations

from enum import StrEnum
from types import SimpleNamespace

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.places import (
    BEGINNING,
    DAY,
    KNOWN_ENDS,
    PLACE,
    REASONS,
    SINCE,
    SURE,
    status_column,
)
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.render.plain.titles import titles_of
from jurisdictions.status.programs import rule_of


def plain_tables(slug: str) -> SimpleNamespace:
    """Its places on a day, and through time; raise KeyError for a slug that is none's."""
    rule, titles = rule_of(slug), titles_of(slug)
    status = status_column(rule.STATUSES)
    position, *others = (
        _word(
            one.name,
            titles[one.name],
            _("How it stood in this dimension, by the same rule."),
            one.values,
        )
        for one in rule.DIMENSIONS
    )
    return SimpleNamespace(
        STATUSES=Table(
            "statuses", _("Places on a day"), (*PLACE, DAY, status, *others, *SINCE, *SURE)
        ),
        SPANS=Table(
            "spans",
            _("Places through time"),
            (*PLACE, *BEGINNING, status, position, *others, REASONS, *KNOWN_ENDS),
        ),
    )


def _word(name: str, title: str, meaning: str, words: type[StrEnum]) -> Column:
    return Column(name, title, meaning, ColumnKind.WORD, words=(words,))
