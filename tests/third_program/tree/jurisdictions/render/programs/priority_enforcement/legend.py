"""The layers of the map: their values in the order of reading, and their labels."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.priority_enforcement.vocabulary import Status

STATUSES = (Status.ASKED, Status.NOT_ASKED, Status.NO_LONGER_ASKED)
GONE = None


def layer_labels() -> dict[str, str]:
    """The layers as the reader chooses among them."""
    return {"status": _("Status")}


def legend_values(layer: str, values: Iterable[str]) -> list[dict[str, str]]:
    """The values of a layer with their labels."""
    del layer, values
    return [{"value": str(word), "label": label(word)} for word in STATUSES]
