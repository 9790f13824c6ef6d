"""How different two colors are: to everybody, to three kinds of color blindness, and in grey.

CIEDE2000 after Sharma, Wu and Dalal (2005); color blindness after Machado, Oliveira and Fernandes
(2009), severity 1.0, on linear light; grey as CIE L* of the luminance.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Triple = tuple[float, float, float]
Lab = Triple
SEEN: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)


def lab_of(color: str, seen: str = "normal") -> Lab:
    """CIE L*a*b* of "#rrggbb" as it is seen."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    there = [min(1.0, max(0.0, one)) for one in _times(SEEN[seen], linear)]
    x, y, z = (_bent(a / b) for a, b in zip(_times(TO_XYZ, there), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: tuple[Triple, ...], vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _bent(t: float) -> float:
    return float(t ** (1 / 3)) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29


def chroma_and_hue(lab: Lab) -> tuple[float, float]:
    """C* and the angle of the hue in degrees."""
    return hypot(lab[1], lab[2]), degrees(atan2(lab[2], lab[1])) % 360


def difference(one: Lab, other: Lab) -> float:
    """CIEDE2000 with all weights 1."""
    mean = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1 + 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    (c1, h1), (c2, h2) = (chroma_and_hue((p[0], p[1] * stretch, p[2])) for p in (one, other))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    lightness, chroma = (one[0] + other[0]) / 2, (c1 + c2) / 2
    middle = h1 + h2 if c1 * c2 == 0 else h1 + turn / 2
    weight = (
        1
        - 0.17 * cos(radians(middle - 30))
        + 0.24 * cos(radians(2 * middle))
        + 0.32 * cos(radians(3 * middle + 6))
        - 0.20 * cos(radians(4 * middle - 63))
    )
    off = (lightness - 50) ** 2
    by_l = (other[0] - one[0]) / (1 + 0.015 * off / sqrt(20 + off))
    by_c = (c2 - c1) / (1 + 0.045 * chroma)
    by_h = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    bend = 30 * exp(-((((middle % 360) - 275) / 25) ** 2))
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(2 * bend))
    return sqrt(by_l**2 + by_c**2 + by_h**2 + rotation * by_c * by_h)
