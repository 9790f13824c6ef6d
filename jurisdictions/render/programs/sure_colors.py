"""The colors of how sure the record is: the same in every program, darker where it is thinner."""

from __future__ import annotations

from jurisdictions.render.programs.color_tokens import GONE, Color, Colors

SURE: Colors = {
    "basis": {
        "no-fact": Color("#ece8dd", "#2a2a2c"),
        "document": Color("#b2d3da", "#284a4f"),
        "official-list": Color("#85b5c8", "#336875"),
        "list-only": Color("#5894b8", "#43839f"),
        "press": Color("#3172a4", "#639ecb"),
        "not-stated": Color("#12305c", "#cbdcfb"),
        "does-not-exist": GONE,
    },
}
"""Steps of the ramp of years: each is told from the next in gray and by everybody."""
