"""The layers of the map: their values in the order of reading, and their labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    Objection,
    Status,
)

STATUSES = (
    Status.ACTIVE_OVER_OBJECTION,
    Status.ACTIVE_OPT_OUT_PENDING,
    Status.ACTIVE_UNDER_AGREEMENT,
    Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED,
    Status.ACTIVE_WITHOUT_AGREEMENT,
    Status.OPTED_OUT,
    Status.OPT_OUT_SOUGHT,
    Status.NOT_ACTIVATED,
    Status.NOT_BEGUN,
    Status.PROGRAM_ENDED,
    Status.DOES_NOT_EXIST,
)
AGREEMENTS = (
    AgreementStanding.IN_FORCE,
    AgreementStanding.AWAITING_ICE,
    AgreementStanding.SUSPENDED,
    AgreementStanding.ENDED_BY_STATE,
    AgreementStanding.ENDED_BY_ICE,
    AgreementStanding.DECLINED,
    AgreementStanding.NONE,
    AgreementStanding.NOT_DOCUMENTED,
)
OBJECTIONS = (Objection.PENDING, Objection.REFUSED, Objection.HONOURED, Objection.NONE)
GROUPS: tuple[tuple[str, tuple[StrEnum, ...]], ...] = (
    (noop("Active"), STATUSES[:5]),
    (noop("Not active"), STATUSES[5:8]),
)
"""The statuses that are counted together, under what."""
GONE = Status.DOES_NOT_EXIST
"""Last in every layer, and only shown on days on which a place reads so."""
WORDS: dict[str, Sequence[StrEnum]] = {
    "status": STATUSES,
    "agreement": AGREEMENTS,
    "objection": OBJECTIONS,
}
"""The layers whose values are words of the vocabulary; the layer of activation has years."""


def layer_labels() -> dict[str, str]:
    """The layers as the reader chooses among them."""
    return {
        "status": _("Status"),
        "activation": _("Year of activation"),
        "agreement": _("State agreement"),
        "objection": _("Objection"),
    }


def legend_values(layer: str, years: Iterable[str]) -> list[dict[str, str]]:
    """The values of a layer with their labels; `years` are those of the layer of activation."""
    gone = {"value": str(GONE), "label": label(GONE)}
    if layer in WORDS:
        shown = [{"value": str(word), "label": label(word)} for word in WORDS[layer]]
        return shown if layer == "status" else [*shown, gone]
    never = str(ActivationStanding.NOT_ACTIVATED)
    found = sorted(set(years) - {never, str(GONE)})
    return [
        *({"value": year, "label": year} for year in found),
        {"value": never, "label": label(ActivationStanding.NOT_ACTIVATED)},
        gone,
    ]
