"""What files have to know of a program: all its words, and what it is looked up by."""

from __future__ import annotations

import re
from enum import StrEnum
from types import SimpleNamespace

from jurisdictions.render.programs import part_of
from jurisdictions.status.programs import rule_of


def plain(slug: str) -> SimpleNamespace:
    """Each vocabulary under the name of its dimension, the others under their own."""
    rule = rule_of(slug)
    names = {rule.STATUSES: "status", **{one.values: one.name for one in rule.DIMENSIONS}}
    labels: dict[type[StrEnum], object] = part_of(slug, "labels").LABELS
    return SimpleNamespace(
        KEYWORDS=("immigration enforcement", "counties", "United States"),
        VOCABULARIES={words: names.get(words, _written(words)) for words in labels},
        DOES=part_of(slug, "method").EFFECTS,
    )


def _written(words: type[StrEnum]) -> str:
    """The name of a vocabulary as files have it: `date_basis` of DateBasis."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", words.__name__).lower()
