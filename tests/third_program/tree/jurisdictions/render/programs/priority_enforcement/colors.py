"""The colors of the program."""

from __future__ import annotations

from jurisdictions.render.programs.color_tokens import Color, Colors

COLORS: Colors = {
    "status": {
        "not-asked": Color("#ece8dd", "#2a2a2c"),
        "asked-for-notice": Color("#509ce3", "#1f6fc0"),
        "no-longer-asked": Color("#d6d8dc", "#3d4046"),
    },
    "position": {
        "silent": Color("#f1eee5", "#232326"),
        "announced": Color("#d3ebe1", "#173f32"),
        "asks-for-notice": Color("#a8c9ec", "#1f4f7e"),
        "ended": Color("#d6d8dc", "#3d4046"),
    },
}
