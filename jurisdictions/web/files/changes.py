"""What the files of changes hold: what happened, how much of it by state, what was corrected."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.utils.translation import gettext as _

from jurisdictions.read.corrections import corrections
from jurisdictions.read.happened.between import Days, by_state, happened
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.changes import StateCount
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.programs.happened import sentence
from jurisdictions.render.words.happened import what_text
from jurisdictions.render.words.periods import period_text
from jurisdictions.web.files.answers import Bundle

MOST_NAMED = 3
"""States that a file's name lists."""


def changes_bundle(as_of: AsOf, asked: Days) -> Bundle:
    """All that the page of changes shows, every page of it."""
    found = cache(lambda: happened(as_of, asked))
    back = cache(lambda: corrections(as_of, asked.first, asked.last, asked.states))
    return Bundle(
        name=_name(asked),
        title=_("What changed: %(period)s") % {"period": period_text(asked.first, asked.last)},
        sheets=(
            Sheet("changes", tables.CHANGES, found),
            Sheet("by_state", tables.BY_STATE, lambda: list(_counts(as_of, asked))),
            Sheet("corrections", tables.CORRECTIONS, back),
        ),
        about=lambda: {
            "from": asked.first,
            "to": asked.last,
            "sentence": sentence(as_of, asked, found()),
        },
        dated=False,
    )


def _counts(as_of: AsOf, asked: Days) -> Iterator[StateCount]:
    for state, numbers in by_state(happened(as_of, asked)).items():
        for what in sorted(numbers):
            yield StateCount(state, what.value, what_text(what), numbers[what])


def _name(asked: Days) -> str:
    states = [code.lower() for code in sorted(asked.states)]
    few = states if len(states) <= MOST_NAMED else ["selection"]
    some = ["selection"] if asked.whats and few != ["selection"] else []
    return "-".join(["changes", asked.first.isoformat(), asked.last.isoformat(), *few, *some])
