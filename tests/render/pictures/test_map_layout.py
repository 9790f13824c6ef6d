"""The room that letters have in a picture of the map."""

from __future__ import annotations

import pytest

from jurisdictions.render.pictures.map_layout import wide_layout

DEJAVU = 0.6
"""The usual width of a letter of DejaVu Sans, the system font of many a Linux: among the widest."""
DIGIT = 0.64


@pytest.mark.parametrize(
    "label",
    [
        "Active",
        "Active, agreement never documented",
        "Activo, convenio nunca documentado",
        "Limits on what a county may hand over, by law",
    ],
)
def test_a_label_of_the_legend_never_runs_into_its_number(label: str) -> None:
    layout = wide_layout(975, 640)
    begin, size = 1.5 * layout.item, layout.item_size(label)
    number = layout.legend_width - len("1,510") * DIGIT * layout.item
    assert begin + len(label) * DEJAVU * size < number
