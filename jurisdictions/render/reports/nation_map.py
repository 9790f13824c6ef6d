"""The whole map by status for a report: as on the page, with its insets labelled."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from jurisdictions.render.pictures.boundaries import Boundaries
from jurisdictions.render.pictures.map_layout import SMALL
from jurisdictions.render.pictures.map_picture import MapPicture
from jurisdictions.render.pictures.map_svg import map_svg
from jurisdictions.render.programs.color_tokens import Hatch
from jurisdictions.render.reports.area_map import LAYER
from jurisdictions.render.reports.colours import colours
from jurisdictions.render.words.map_words import frame_captions

PAPER = "#ffffff"


def nation_map(
    boundaries: Boundaries,
    values: Mapping[str, str],
    limited: Collection[str] = (),
    hatch: Hatch = "added",
) -> str:
    """Fill every place by its status (`values` by geoid), strike through those limited."""
    size = boundaries.width, boundaries.height
    layout = replace(SMALL, width=size[0], height=size[1], map_size=size)
    picture = MapPicture(
        title="",
        description="",
        layer=LAYER,
        legend=(),
        limits_label="",
        hatch=hatch,
        undocumented_label="",
        undocumented=None,
        source_line="",
        values=values,
        limited=limited,
        captions=frame_captions(),
    )
    on_paper = {"paper": PAPER, "map-ground": PAPER, "map-state-casing": PAPER}
    return map_svg(picture, boundaries, {**colours(), **on_paper}, layout)
