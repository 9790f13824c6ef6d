"""The colors of 287(g)."""

from __future__ import annotations

from jurisdictions.render.programs.color_tokens import GONE, Color, Colors

_LAW = {
    "none-recorded": Color("#ece8dd", "#2a2a2c"),
    "encourages": Color("#bf8fab", "#945a79"),
    "requires": Color("#7d2f55", "#dd9fc0"),
    "restricts": Color("#93cfb9", "#1c5a46"),
    "forbids": Color("#5cc1a0", "#22855f", dots=("#257f60", "#7fd4b5")),
    "does-not-exist": GONE,
}
"""What a state's law says, in histories and on the map."""

COLORS: Colors = {
    "status": {
        "not-authorised": Color("#f7f5ee", "#1c1c1f"),
        "none-recorded": Color("#ece8dd", "#2a2a2c"),
        "ended": Color("#929498", "#75787c"),
        "application-pending": Color("#f6cd66", "#7f5c0c", rules=("#b98a26", "#cfa042")),
        "forbidden-by-state": Color("#5cc1a0", "#22855f", dots=("#257f60", "#7fd4b5")),
        "state-task-force": Color("#ddc5d4", "#5e3e56"),
        "warrant-service": Color("#86b4e6", "#2a6396"),
        "model-not-recorded": Color("#787f98", "#8186a0"),
        "jail-enforcement": Color("#1f6fb3", "#4496e6"),
        "task-force": Color("#7d2f55", "#dd9fc0"),
        "does-not-exist": GONE,
    },
    "law": _LAW,
    "state_law": _LAW,
    "local_agreement": {
        "none": Color("#ece8dd", "#2a2a2c"),
        "warrant-service": Color("#86b4e6", "#2a6396"),
        "not-recorded": Color("#787f98", "#8186a0"),
        "jail-enforcement": Color("#1f6fb3", "#4496e6"),
        "task-force": Color("#7d2f55", "#dd9fc0"),
    },
    "agreement_since": {
        "none": Color("#ece8dd", "#2a2a2c"),
        "before-2017": Color("#12305c", "#cbdcfb"),
        "2017-2020": Color("#1c5086", "#98bde9"),
        "2021-2024": Color("#3172a4", "#639ecb"),
        "2025": Color("#5894b8", "#43839f"),
        "2026": Color("#85b5c8", "#336875"),
    },
    "agencies": {
        "0": Color("#ece8dd", "#2a2a2c"),
        "1": Color("#ecd0df", "#53364a"),
        "2": Color("#d8a9c3", "#7a4a69"),
        "3": Color("#c080a4", "#a0658a"),
        "4": Color("#a45985", "#c283a9"),
        "5-9": Color("#7d2f55", "#dd9fc0"),
        "10-or-more": Color("#4d1231", "#f6d3e5"),
    },
    "position": {
        "not-authorised": Color("#f1eee5", "#232326"),
        "authorised": Color("#ecd9e4", "#472a3d"),
        "jail-only": Color("#a8c9ec", "#1f4f7e"),
        "jail-and-warrant-service": Color("#d3e4f5", "#17334f"),
        "all-models": Color("#d3a9c3", "#7a3f60"),
    },
}
"""By dimension and word. Hue says on what footing; distance from the page says how far it went."""
