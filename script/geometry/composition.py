"""The composite picture: the lower 48, and everything else in a frame of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .points import Ring
from .projections import Projection, azimuthal, conic

WIDTH, HEIGHT = 975, 640
# Pixels to the radian of the lower 48, the scale the usual Albers composite has at this width.
PIXELS_PER_RADIAN = 1300
# West of it Honolulu County goes on for 2,000 km of uninhabited islets, which the frame leaves out.
HAWAII_WEST = -161.0


@dataclass(frozen=True)
class Frame:
    """A part of the picture; the box (x, y, width, height) and the caption's start in pixels."""

    key: str
    label: str
    magnification: float
    projection: Projection
    # States, or single places, by geoid.
    members: tuple[str, ...]
    box: tuple[int, int, int, int]
    caption: tuple[int, int]
    # Where in the box the land is centred, from the box's top left corner.
    centre: tuple[float, float]

    @property
    def note(self) -> str:
        """The scale against the lower 48, as a reader sees it; empty when it is the same."""
        return "" if self.magnification == 1 else f"×{self.magnification:g}"


LOWER_48 = Frame(
    key="lower-48",
    label="",
    magnification=1.0,
    projection=conic(-96, 29.5, 45.5),
    members=(),
    box=(0, 0, WIDTH, HEIGHT),
    caption=(0, 0),
    centre=(487.5, 304.5),
)
FRAMES = (
    Frame(
        key="alaska",
        label="Alaska",
        magnification=0.35,
        projection=conic(-154, 55, 65),
        members=("02",),
        box=(6, 486, 272, 148),
        caption=(12, 499),
        centre=(136, 76),
    ),
    Frame(
        key="hawaii",
        label="Hawaii",
        magnification=1.0,
        projection=conic(-157, 8, 18),
        members=("15",),
        box=(284, 544, 132, 90),
        caption=(290, 626),
        centre=(66, 45),
    ),
    Frame(
        key="american-samoa",
        label="American Samoa",
        magnification=2,
        projection=azimuthal(-169.5, -14.3),
        members=("60",),
        box=(6, 419, 134, 62),
        caption=(12, 432),
        centre=(67, 29),
    ),
    Frame(
        key="swains-island",
        label="Swains",
        magnification=2,
        projection=azimuthal(-171.1, -11.06),
        members=("60040",),
        box=(6, 461, 76, 20),
        caption=(12, 474),
        centre=(68, 10),
    ),
    Frame(
        key="puerto-rico-virgin-islands",
        label="Puerto Rico and U.S. Virgin Islands",
        magnification=2.4,
        projection=azimuthal(-66.3, 18.2),
        members=("72", "78"),
        box=(496, 560, 204, 74),
        caption=(502, 573),
        centre=(102, 44),
    ),
    Frame(
        key="northern-marianas",
        label="Northern Marianas",
        magnification=3.4,
        projection=azimuthal(145.5, 14.7),
        members=("69",),
        box=(838, 394, 132, 158),
        caption=(844, 407),
        centre=(33, 90),
    ),
    Frame(
        key="northern-islands",
        label="North",
        magnification=1.1,
        projection=azimuthal(145.5, 18.2),
        members=("69085",),
        box=(904, 414, 66, 138),
        caption=(910, 427),
        centre=(33, 77),
    ),
    Frame(
        key="guam",
        label="Guam",
        magnification=3.4,
        projection=azimuthal(144.8, 13.45),
        members=("66",),
        box=(904, 558, 66, 76),
        caption=(910, 571),
        centre=(33, 45),
    ),
)


def frame_of(geoid: str) -> Frame:
    """Return the frame a place is drawn in; the most particular frame that names it wins."""
    for length in (5, 2):
        for frame in FRAMES:
            if geoid[:length] in frame.members:
                return frame
    return LOWER_48


def compose(places: Mapping[str, list[Ring]]) -> dict[str, list[Ring]]:
    """Return the rings of every place in pixels of the composite picture."""
    groups: dict[str, list[str]] = {}
    for geoid in places:
        groups.setdefault(frame_of(geoid).key, []).append(geoid)
    composed: dict[str, list[Ring]] = {}
    for frame in (LOWER_48, *FRAMES):
        members = {geoid: _within(geoid, places[geoid]) for geoid in groups[frame.key]}
        composed |= _place_in(frame, members)
    return composed


def _within(geoid: str, rings: list[Ring]) -> list[Ring]:
    if not geoid.startswith("15"):
        return rings
    return [ring for ring in rings if all(x > HAWAII_WEST for x, _ in ring)]


def _place_in(frame: Frame, places: Mapping[str, list[Ring]]) -> dict[str, list[Ring]]:
    scale = PIXELS_PER_RADIAN * frame.magnification
    projected = {
        geoid: [tuple(frame.projection(x, y) for x, y in ring) for ring in rings]
        for geoid, rings in places.items()
    }
    middle = _middle(ring for rings in projected.values() for ring in rings)
    dx = frame.box[0] + frame.centre[0] - middle[0] * scale
    dy = frame.box[1] + frame.centre[1] - middle[1] * scale
    return {
        geoid: [tuple((x * scale + dx, y * scale + dy) for x, y in ring) for ring in rings]
        for geoid, rings in projected.items()
    }


def _middle(rings: Iterable[Ring]) -> tuple[float, float]:
    points = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
