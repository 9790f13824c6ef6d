"""What happened on a day and between two days, for programs without words of their own for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.read.happened.between import Days
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.render.words.counted import counted
from jurisdictions.render.words.labels import KINDS, LABELS, label, word_label
from jurisdictions.render.words.periods import period_text
from jurisdictions.render.words.sentences import fact_text
from jurisdictions.status.kinds import FactKind


def what_text(what: StrEnum) -> str:
    """What happened, as a table names it: a word of the program's own, or the kind of fact."""
    return label(what) if type(what) in LABELS else _(KINDS[what.value])


def happening_text(happening: Happening) -> str:
    """What the record has of it, in plain sentences."""
    row = happening.row
    if not isinstance(row, FactRow):
        return ""
    if happening.ended and row.kind == FactKind.ACTIVATION:
        return _("Fingerprint sharing stopped.")
    if happening.ended:
        return _("%(what)s: ended.") % {"what": word_label(row.kind, row.word)}
    if row.kind == FactKind.POLICY_EVENT:
        return row.summary
    word, told = word_label(row.kind, row.word) if row.word else "", fact_text(row)
    said = [f"{word}."] if word else []
    return " ".join((*said, *([] if told in {word, happening.title} else [told])))


def sentence(as_of: AsOf, asked: Days, found: Sequence[Happening]) -> str:
    """How much of each kind happened on the days."""
    number = Counter(one.what for one in found)
    parts = [
        _("%(what)s: %(number)s") % {"what": what_text(what), "number": counted(count)}
        for what, count in sorted(number.items())
    ]
    return joined(as_of, asked, parts)


def joined(as_of: AsOf, asked: Days, parts: Sequence[str]) -> str:
    """The days, the state where one is asked for, and what is to be said of them."""
    told = "; ".join(parts) or _("nothing is on record")
    said = {"period": period_text(asked.first, asked.last), "told": told}
    state = chosen_state(as_of, asked)
    if state:
        return _("%(period)s, %(state)s: %(told)s.") % {**said, "state": state}
    return _("%(period)s: %(told)s.") % said


def chosen_state(as_of: AsOf, asked: Days) -> str:
    """The names of the states that are asked for; "" for all."""
    return ", ".join(place.name for place in states_of(as_of) if place.state in asked.states)
