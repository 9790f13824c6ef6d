"""The captions of insets: inside of their frames, and on none of the lines."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from jurisdictions.render.pictures.boundaries import load_boundaries
from jurisdictions.render.pictures.map_frames import frames_svg
from jurisdictions.render.pictures.map_layout import LETTER
from jurisdictions.render.words.map_words import frame_captions
from tests.render.pictures.test_map_rings import picture

BOUNDARIES = load_boundaries(Path(settings.BASE_DIR) / "static" / "geo" / "us-counties-2010.json")
COLOURS = {"map-coast": "#111", "ink-soft": "#222"}
WRITTEN = re.compile(
    r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"[^>]*/>'
    r'<text x="(\d+)" y="(\d+)" font-size="(\d+)"[^>]*>([^<]*)</text>'
)


@pytest.mark.parametrize("width", [320, 480, 600, 975, 1600])
def test_a_caption_stands_in_its_frame_and_touches_no_other(width: int) -> None:
    shown = replace(picture(), captions=frame_captions())
    unit = BOUNDARIES.scale * 975 / width
    found = WRITTEN.findall(frames_svg(shown, BOUNDARIES, COLOURS, unit))
    assert len(found) == len(BOUNDARIES.frames)
    boxes = [tuple(map(int, one[:4])) for one in found]
    assert any(one[7] for one in found)
    for one in found:
        x, y, wide, high, left, baseline, size = map(int, one[:7])
        if not one[7]:
            continue
        right, top, bottom = left + len(one[7]) * size * LETTER, baseline - 0.8 * size, baseline
        assert x <= left
        assert right <= x + wide
        assert y <= top
        assert bottom <= y + high
        for box in boxes:
            if box == (x, y, wide, high):
                continue
            crosses = box[0] < right and left < box[0] + box[2]
            assert not (crosses and top < box[1] < bottom), one[7]
