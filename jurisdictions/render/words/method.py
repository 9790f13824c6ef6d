"""What the rule is told in: its lines, and each word with what it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of the vocabulary and what it does, in one or two plain sentences."""

    word: StrEnum
    text: _StrPromise


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rule: the first that fits gives the status."""

    number: int
    when: _StrPromise
    status: StrEnum
