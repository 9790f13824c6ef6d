"""An SVG picture to PNG, painted by typst, which has our fonts and is needed anyway."""

from __future__ import annotations

from jurisdictions.render.reports.typst.compile import _compiler, _compiling
from jurisdictions.render.reports.typst.signs import shown

PAGE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)
"""
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
    return made
