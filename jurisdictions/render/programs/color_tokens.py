"""What a color of a program is: a fill in both schemes, and the texture that stands on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Pair = tuple[str, str]
"""The value on paper and in the dark, as "#rrggbb"."""
Hatch = Literal["added", "missing"]
"""What diagonals say: something stands beside the status (ink), or a part is not there (paper)."""
INKS = ("#000000", "#ffffff")
DARKEST_LINEAR = 0.04045

STRONG = {"activation-activated": "ink-soft", "limits-limits-detainers": "ink-soft"}
"""The tokens of bars of timelines that have no color of their own and are seen all the same."""


@dataclass(frozen=True, slots=True)
class Color:
    """A fill; `dots` say that a place or its state said no, `rules` that a request stands open."""

    light: str
    dark: str
    dots: Pair | None = None
    rules: Pair | None = None

    @property
    def inks(self) -> Pair:
        """What text on the fill is written in: at least 4.5:1 on every color there is."""
        return ink_on(self.light), ink_on(self.dark)


Colors = Mapping[str, Mapping[str, Color]]
"""Colors by dimension and word: {"status": {"opted-out": …}}."""

GONE = Color("#cfcabf", "#4a4a50")
"""A place on days on which it does not exist: the same in every layer of every program."""


def ink_on(fill: str) -> str:
    """Black or white, whichever has more contrast on a fill."""
    return max(INKS, key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """The contrast of two colors, 1 to 21. WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(fill: str) -> float:
    """0 to 1. WCAG 2.2, relative luminance."""
    red, green, blue = (_linear(int(fill[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= DARKEST_LINEAR else float(((part + 0.055) / 1.055) ** 2.4)
