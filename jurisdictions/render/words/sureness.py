"""What the words of how sure a status is mean."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.status.sureness import Basis, Contradicted, Precision

BASIS_TEXTS: Mapping[StrEnum, str] = {
    Basis.DOCUMENT: _("The document itself, or what whoever decided published."),
    Basis.OFFICIAL_LIST: _("A list of whoever decides, such as ICE's lists."),
    Basis.LIST_ONLY: _("A list that somebody else put together, and nothing more."),
    Basis.PRESS: _("The press, or a report of others."),
    Basis.NOT_STATED: _("Nobody has said what it rests on."),
    Basis.NO_FACT: _("No fact on record decides it. No record is not proof that nothing happened."),
}
PRECISION_TEXTS: Mapping[StrEnum, str] = {
    Precision.DAY: _("The day itself is on record."),
    Precision.MONTH: _("Only the month is on record."),
    Precision.YEAR: _("Only the year is on record."),
    Precision.BOUNDED: _("A day between two others, or one by which it was so at the latest."),
    Precision.NO_DAY: _("It holds from the beginning."),
}
CONTRADICTED_TEXTS: Mapping[StrEnum, str] = {
    Contradicted.YES: _("A source says otherwise on a fact that decides the status."),
    Contradicted.NO: _("No source on record says otherwise."),
}
TEXTS = (BASIS_TEXTS, PRECISION_TEXTS, CONTRADICTED_TEXTS)
FACETS = (
    ("basis", _("What it rests on"), Basis, "basis"),
    ("precision", _("How its day is known"), Precision, ""),
    ("contradicted", _("Contradicted"), Contradicted, ""),
)
"""The facets of every list: name in the address, title, words, class of the swatches."""
