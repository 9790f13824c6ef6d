"""The layers of the map: their values in the order of reading, and their labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.vocabulary import LawStanding, Status, Strongest

STATUSES = (
    Status.TASK_FORCE,
    Status.JAIL_ENFORCEMENT,
    Status.MODEL_NOT_RECORDED,
    Status.WARRANT_SERVICE,
    Status.STATE_TASK_FORCE,
    Status.APPLICATION_PENDING,
    Status.ENDED,
    Status.NONE_RECORDED,
    Status.FORBIDDEN_BY_STATE,
    Status.NOT_AUTHORIZED,
)
GROUPS: tuple[tuple[str, tuple[StrEnum, ...]], ...] = (
    (noop("With a local agreement"), STATUSES[:4]),
    (noop("Without one"), STATUSES[4:9]),
)
"""The statuses that are counted together, under what."""
GONE = None
"""No status of the program says that a place does not exist."""
WORDS: dict[str, Sequence[StrEnum]] = {
    "status": STATUSES,
    "local_agreement": tuple(Strongest),
    "state_law": tuple(LawStanding),
}


def layer_labels() -> dict[str, str]:
    """The layers as the reader chooses among them."""
    return {
        "status": _("Status"),
        "local_agreement": _("Strongest local model"),
        "agreement_since": _("Agreement since"),
        "state_law": _("State law"),
        "agencies": _("Agencies in the county"),
    }


def legend_values(layer: str, values: Iterable[str]) -> list[dict[str, str]]:
    """The values of a layer with their labels; `values` are those of layers without words."""
    if layer in WORDS:
        return [{"value": str(word), "label": label(word)} for word in WORDS[layer]]
    labels = _years() if layer == "agreement_since" else _agencies()
    shown = [{"value": value, "label": labels.get(value, value)} for value in values]
    first, *rest = shown
    # What is none comes last, as in the other layers.
    return [*(rest if layer == "agreement_since" else reversed(rest)), first]


def _years() -> dict[str, str]:
    return {
        "none": _("No agreement"),
        "before-2017": _("Before 2017"),
        "2017-2020": _("2017 to 2020"),
        "2021-2024": _("2021 to 2024"),
    }


def _agencies() -> dict[str, str]:
    return {"0": _("None"), "5-9": _("5 to 9"), "10-or-more": _("10 or more")}
