"""An SVG picture to PNG, painted by typst, which has our fonts and is needed anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image, ImageColor

from jurisdictions.render.reports.typst.compile import _compiler, _compiling
from jurisdictions.render.reports.typst.signs import shown

PAGE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)
"""
MOST_COLORS = 256
FEW_COLORS = 32
SMALL_PX = 480
"""A picture as narrow as that has few colors: it goes ahead of the map on a slow line."""
NAMED = re.compile(r"#[0-9a-fA-F]{6}\b")
POINTS_PER_INCH = 72
"""So that a point of the page is a pixel of the picture."""


def to_png(svg: str, width: int, height: int) -> bytes:
    """The picture painted at `width` by `height` pixels.

    Raises typst.TypstError for what is no SVG.
    """
    told = {"svg": shown(svg), "width": str(width), "height": str(height)}
    with _compiling:
        made = _compiler().compile(input=PAGE, sys_inputs=told, format="png", ppi=POINTS_PER_INCH)
    assert isinstance(made, bytes)  # noqa: S101 - a list only for several pages
    most = FEW_COLORS if width <= SMALL_PX else MOST_COLORS
    return with_palette(made, NAMED.findall(svg), most)


def with_palette(png: bytes, named: Iterable[str], most: int = MOST_COLORS) -> bytes:
    """The picture in at most 256 colors: a map is a third as large so, on a phone's line.

    Kept exactly are those that are `named` ("#RRGGBB"), however little they cover, since one county
    may be all that has a status; then the commonest. The rest, softened edges between areas, takes
    the nearest of them.
    """
    picture = Image.open(BytesIO(png)).convert("RGB")
    found: list[tuple[int, Any]] = picture.getcolors(picture.width * picture.height) or []
    known = {ImageColor.getrgb(colour) for colour in named}
    first = sorted(found, key=lambda one: (one[1] in known, one), reverse=True)[:most]
    table = Image.new("P", (1, 1))
    table.putpalette([part for _count, colour in first for part in colour])
    made = BytesIO()
    picture.quantize(palette=table, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()
