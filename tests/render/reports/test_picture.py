"""Pressed pictures have a palette, in which no color of a status is lost."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from jurisdictions.render.reports.typst.picture import (
    FEW_COLORS,
    MOST_COLORS,
    SMALL_PX,
    to_png,
    with_palette,
)

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def png(picture: Image.Image) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def colours_of(made: bytes) -> set[tuple[int, int, int]]:
    picture = Image.open(BytesIO(made))
    assert picture.mode == "P", "a picture with a palette"
    return {colour for _count, colour in picture.convert("RGB").getcolors(picture.width**2) or []}


def test_one_county_of_a_color_keeps_it_beside_thousands_of_softened_edges() -> None:
    picture = Image.new("RGB", (64, 64))
    picture.putdata([(n % 64, n // 64, 128) for n in range(64 * 64)])
    picture.putpixel((5, 5), (179, 18, 43))
    found = colours_of(with_palette(png(picture), ["#b3122b", "#ffffff"]))
    assert (179, 18, 43) in found
    assert len(found) <= MOST_COLORS
    assert (255, 255, 255) not in found, "a color that is named and not there is not made up"


@settings(max_examples=30)
@given(st.lists(COLOURS, min_size=16, max_size=16))
def test_a_picture_of_few_colors_stays_as_it_is(colours: list[tuple[int, int, int]]) -> None:
    picture = Image.new("RGB", (4, 4))
    picture.putdata(colours)
    made = Image.open(BytesIO(with_palette(png(picture), []))).convert("RGB")
    assert made.tobytes() == picture.tobytes()


def test_what_an_svg_paints_has_the_color_that_it_names() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<rect width="9" height="9" fill="#756bb1"/>'
        '<rect width="1" height="1" fill="#B3122B"/></svg>'
    )
    assert colours_of(to_png(svg, 9, 9)) >= {(0x75, 0x6B, 0xB1), (0xB3, 0x12, 0x2B)}


def test_what_goes_ahead_of_the_map_has_few_colors_and_all_that_are_named() -> None:
    edges = "".join(
        f'<rect x="{n % 20}" y="{n // 20}" width="1" height="1" fill="#75{n:02x}b1" opacity=".9"/>'
        for n in range(200)
    )
    named = '<rect x="9" y="19" width="1" height="1" fill="#B3122B"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{edges}{named}</svg>'
    small, large = (colours_of(to_png(svg, width, width)) for width in (SMALL_PX, 2 * SMALL_PX))
    assert len(small) <= FEW_COLORS < len(large)
    assert (0xB3, 0x12, 0x2B) in small
