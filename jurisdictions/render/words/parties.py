"""Who acted towards whom in a fact, in which form, where: the line below what it says."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.labels import instrument_label

NAMES_ITS_PLACE = "local_measure"
"""The kind of fact that may be of a place in the place."""


def parties_text(fact: FactRow) -> str:
    """As "By: the sheriff. To: ICE. Form: Letter."; empty where none of them is on record."""
    return " ".join(_parties(fact))


def _parties(fact: FactRow) -> Iterator[str]:
    if fact.by:
        yield _("By: %(by)s.") % {"by": fact.by}
    if fact.to:
        yield _("To: %(to)s.") % {"to": fact.to}
    if fact.instrument:
        yield _("Form: %(instrument)s.") % {"instrument": instrument_label(fact.instrument)}
    if fact.kind == NAMES_ITS_PLACE and fact.place:
        yield _("Place: %(place)s.") % {"place": fact.place}
