"""The colors of Secure Communities."""

from __future__ import annotations

from jurisdictions.render.programs.color_tokens import GONE, Color, Colors

COLORS: Colors = {
    "status": {
        "not-begun": Color("#f7f5ee", "#1c1c1f"),
        "program-ended": Color("#d6d8dc", "#3d4046"),
        "not-activated": Color("#ece8dd", "#2a2a2c"),
        "opted-out": Color("#5cc1a0", "#22855f", dots=("#257f60", "#7fd4b5")),
        "opt-out-sought": Color("#f6cd66", "#7f5c0c", dots=("#b98a26", "#cfa042")),
        "active-agreement-not-documented": Color("#abcdea", "#0d4a6b"),
        "active-under-agreement": Color("#509ce3", "#1f6fc0"),
        "active-without-agreement": Color("#7569a4", "#9884c6"),
        "active-opt-out-pending": Color("#db7b1e", "#d96b04", dots=("#974c05", "#843f00")),
        "active-over-objection": Color("#9d2b28", "#ff8f83", dots=("#e39a8c", "#92190f")),
        "does-not-exist": GONE,
    },
    "agreement": {
        "not-documented": Color("#ece8dd", "#2a2a2c"),
        "awaiting-ice": Color("#abcdea", "#0d4a6b"),
        "in-force": Color("#509ce3", "#1f6fc0"),
        "suspended": Color("#f6cd66", "#7f5c0c", dots=("#b98a26", "#cfa042")),
        "ended-by-state": Color("#db7b1e", "#d96b04", dots=("#974c05", "#843f00")),
        "declined": Color("#9d2b28", "#ff8f83", dots=("#e39a8c", "#92190f")),
        "none": Color("#7569a4", "#9884c6"),
        "ended-by-ice": Color("#47397d", "#d3c6f2"),
        "does-not-exist": GONE,
    },
    "objection": {
        "none": Color("#ece8dd", "#2a2a2c"),
        "pending": Color("#db7b1e", "#d96b04", dots=("#974c05", "#843f00")),
        "refused": Color("#9d2b28", "#ff8f83", dots=("#e39a8c", "#92190f")),
        "honoured": Color("#5cc1a0", "#22855f", dots=("#257f60", "#7fd4b5")),
        "does-not-exist": GONE,
    },
    "activation": {
        "not-activated": Color("#ece8dd", "#2a2a2c"),
        "2008": Color("#12305c", "#cbdcfb"),
        "2009": Color("#1c5086", "#98bde9"),
        "2010": Color("#3172a4", "#639ecb"),
        "2011": Color("#5894b8", "#43839f"),
        "2012": Color("#85b5c8", "#336875"),
        "2013": Color("#b2d3da", "#284a4f"),
        "does-not-exist": GONE,
    },
    "position": {
        "unstated": Color("#f1eee5", "#232326"),
        "voluntary": Color("#d3ebe1", "#173f32"),
        "opt-out-procedure": Color("#a5d9c6", "#1f6650"),
        "not-optional": Color("#dfd8ee", "#393052"),
        "agreements-not-needed": Color("#bfb1dd", "#5a4b82"),
        "ended": Color("#d6d8dc", "#3d4046"),
    },
}
"""By dimension and word. Hue says on what footing; distance from the page says how far it went."""
