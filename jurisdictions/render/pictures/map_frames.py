"""The frames of insets, parts of the map with a scale of their own: all, or those of a state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from jurisdictions.render.pictures.boundaries import Boundaries, Box, Frame, State
from jurisdictions.render.pictures.map_layout import LETTER
from jurisdictions.render.pictures.map_paint import FRAME
from jurisdictions.render.pictures.map_picture import MapPicture

FAR = 20000
"""Map units that lie beyond any picture."""


def frames_svg(
    picture: MapPicture,
    boundaries: Boundaries,
    colours: Mapping[str, str],
    unit: float,
    state: State | None = None,
) -> str:
    """Every frame with its caption; around a state only those inside of its own part of the map.

    Whatever else lies in another part is painted over: it would stand cut at the picture's edge,
    and the Carolinas beside Saipan.
    """
    sizes: tuple[float, float] = (10 * max(unit, boundaries.scale), boundaries.scale)
    covers, shown = "", list(boundaries.frames)
    if state is not None:
        sizes, shown = (14 * unit, unit), _insets(state, boundaries)
        covers = _covers(state, boundaries, colours["paper"])
    return covers + "".join(_frame(one, shown, picture, colours, sizes) for one in shown)


def box_with_insets(state: State, boundaries: Boundaries) -> Box:
    """The box of a state, widened by the frames that have a part of it."""
    boxes = [state.box, *(_edges(frame) for frame in _insets(state, boundaries))]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _own(state: State, boundaries: Boundaries) -> list[Frame]:
    """The frames that hold all of a state: none for those of the mainland."""
    return [frame for frame in boundaries.frames if _holds(_edges(frame), state.box)]


def _insets(state: State, boundaries: Boundaries) -> list[Frame]:
    """The frames inside of the frame that a state lies in."""
    own = _own(state, boundaries)
    return [
        one
        for one in boundaries.frames
        if one not in own and any(_holds(_edges(frame), _edges(one)) for frame in own)
    ]


def _covers(state: State, boundaries: Boundaries, paper: str) -> str:
    """What hides the other parts of the map: all around a state's own, or every inset."""
    own = _own(state, boundaries)
    holes = own[:1] or boundaries.frames
    around = f"M{-FAR},{-FAR}h{3 * FAR}v{3 * FAR}h{-3 * FAR}z" if own else ""
    boxes = "".join(
        f"M{x},{y}h{width}v{height}h{-width}z" for x, y, width, height in (f.box for f in holes)
    )
    rule = "evenodd" if own else "nonzero"
    return f'<path d="{around}{boxes}" fill="{paper}" fill-rule="{rule}"/>'


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _edges(frame: Frame) -> Box:
    x, y, width, height = frame.box
    return x, y, x + width, y + height


def _room(frame: Frame, frames: Iterable[Frame], size: float) -> float:
    """How wide a caption may be: none fits a flat frame; a frame within, if near, takes a part."""
    x, y, width, height = frame.box
    if height < 1.25 * size:
        return 0
    for one in frames:
        left, top, wide, _high = one.box
        if x < left < x + width and y < top < y + 1.5 * size and left + wide <= x + width:
            return left - x
        if x == left and y < top < y + 1.5 * size:
            return 0
    return width


def _frame(
    frame: Frame,
    frames: Iterable[Frame],
    picture: MapPicture,
    colours: Mapping[str, str],
    sizes: tuple[float, float],
) -> str:
    """A frame and its caption; `sizes` are that of the letters, and map units to a pixel."""
    (x, y, width, height), (size, scale) = frame.box, sizes
    room = _room(frame, frames, size) - 80
    fits = (w for w in picture.captions.get(frame.key, ()) if len(w) * size * LETTER < room)
    left, baseline = frame.caption
    if baseline < y + height / 2:
        left, baseline = min(left, round(x + size)), min(baseline, round(y + 2 * size))
    # Large letters in a small picture begin lower, or they would stand on the frame.
    baseline = max(baseline, round(y + size))
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="none" '
        f'stroke="{colours["map-coast"]}" stroke-width="{FRAME * scale:g}"/>'
        f'<text x="{left}" y="{baseline}" font-size="{size:.0f}" fill="{colours["ink-soft"]}">'
        f"{escape(next(fits, ''))}</text>"
    )
