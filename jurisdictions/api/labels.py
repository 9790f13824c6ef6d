"""Rows that say in words what their codes say: by choice, beside each code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from django.http import QueryDict

from jurisdictions.api.parameters import one_of
from jurisdictions.render.files.labelled import LABEL
from jurisdictions.render.words.labels import LABELS as KNOWN
from jurisdictions.render.words.labels import label

LABELS = "labels"
"""The parameter that asks for them: 1, or 0 for not."""


def labels_asked(query: QueryDict) -> bool:
    """Whether they are wanted; raises BadParameter for what is neither 1 nor 0."""
    return one_of(query, LABELS, ("0", "1")) == ("1",)


def with_labels(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row, and after each member that holds a word what people call it."""
    return dict(_told(row))


def _told(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, said in row.items():
        yield name, said
        if isinstance(said, StrEnum) and type(said) in KNOWN and f"{name}{LABEL}" not in row:
            yield f"{name}{LABEL}", label(said)
