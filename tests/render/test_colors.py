"""The colors of each program stay apart: to everybody, to the color-blind, and in grey."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from django.conf import settings

from jurisdictions.render.programs.color_tokens import Color, contrast
from jurisdictions.render.programs.colors import PROGRAMS, program_colors, swatches_css
from jurisdictions.render.programs.palette import scheme_css
from jurisdictions.render.programs.section_287g.colors import COLORS as SECTION_287G
from jurisdictions.render.programs.secure_communities.colors import COLORS as SECURE_COMMUNITIES
from jurisdictions.render.programs.sure_colors import SURE
from tests.render.color_difference import SEEN, Lab, chroma_and_hue, difference, lab_of

ALLOWANCE = 0.5
HUE, HUE_OF_TINTS = 12, 13
"""Degrees by which a hue may differ between the schemes; bands are tints, hardly colored."""
COLORED = 10
"""The chroma from which on a hue counts."""
ALONE = {"not-begun", "program-ended", "not-authorised", "does-not-exist"}
"""On the map with nothing else, or (places that are gone) one or two among thousands."""
FLOORS = {
    ("sc-status", "light"): (16.1, 13.0, 13.7, 9.0),
    ("sc-status", "dark"): (15.4, 10.3, 15.7, 9.1),
    ("287g-status", "light"): (11.6, 11.0, 9.8, 7.6),
    ("287g-status", "dark"): (11.3, 10.8, 10.4, 7.6),
    ("sc-agreement", "light"): (16.1, 15.8, 13.7, 14.8),
    ("sc-agreement", "dark"): (15.4, 10.3, 15.7, 11.1),
    ("sc-objection", "light"): (26.8, 13.0, 15.4, 24.5),
    ("sc-objection", "dark"): (22.4, 12.9, 15.7, 11.1),
    ("all-basis", "light"): (9.6, 9.2, 10.1, 9.5),
    ("all-basis", "dark"): (10.6, 10.1, 9.8, 10.1),
    ("287g-law", "light"): (7.9, 5.5, 5.9, 7.9),
    ("287g-law", "dark"): (15.1, 15.7, 12.5, 14.6),
}
"""The least CIEDE2000 of all pairs that one map can show, in the order of SEEN."""
STEPS = {"light": (9.6, 9.2, 9.8, 9.5), "dark": (10.1, 8.6, 9.8, 10.1)}
"""Of years of activation that follow each other."""
SETS = {"sc": SECURE_COMMUNITIES, "287g": SECTION_287G, "all": SURE}
SCHEMES = ("light", "dark")
LADDER = ("none-recorded", "state-task-force", "warrant-service", "jail-enforcement", "task-force")
# Of Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 13, 17, 25, 34.
SHARMA: list[tuple[Lab, Lab, float]] = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


def shown(name: str) -> dict[str, Color]:
    """The colors that stand side by side on a map."""
    program, dimension = name.split("-")
    return {word: one for word, one in SETS[program][dimension].items() if word not in ALONE}


def value(color: Color, scheme: str) -> str:
    return color.light if scheme == "light" else color.dark


def lightness(color: Color, scheme: str) -> float:
    return lab_of(value(color, scheme))[0]


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_the_difference_is_that_of_the_published_pairs(
    one: Lab, other: Lab, expected: float
) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)
    assert difference(other, one) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(("name", "scheme"), FLOORS)
def test_no_two_colors_of_a_map_are_nearer_than_measured(name: str, scheme: str) -> None:
    for seen, floor in zip(SEEN, FLOORS[name, scheme], strict=True):
        found = {
            (a, b): difference(lab_of(value(x, scheme), seen), lab_of(value(y, scheme), seen))
            for (a, x), (b, y) in combinations(shown(name).items(), 2)
        }
        nearest = min(found, key=lambda pair: found[pair])
        assert found[nearest] >= floor - ALLOWANCE, (seen, nearest)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_years_that_follow_each_other_are_told_apart(scheme: str) -> None:
    years = list(shown("sc-activation").items())
    ramp = [color for _word, color in sorted(years)]  # "not-activated" comes after the years
    for seen, floor in zip(SEEN, STEPS[scheme], strict=True):
        labs = [lab_of(value(color, scheme), seen) for color in ramp]
        assert min(difference(a, b) for a, b in pairwise(labs)) >= floor - ALLOWANCE
    grey = [lightness(color, scheme) for color in ramp]
    assert grey in (sorted(grey), sorted(grey, reverse=True))
    assert min(abs(a - b) for a, b in pairwise(grey)) >= 9.6 - ALLOWANCE


@pytest.mark.parametrize(
    ("scheme", "dotted", "floor"),
    [("light", False, 11.1), ("light", True, 10.5), ("dark", False, 12.4), ("dark", True, 7.9)],
)
def test_in_grey_fills_of_one_texture_are_steps_of_a_ladder(
    scheme: str, dotted: bool, floor: float
) -> None:
    found = [color for color in shown("sc-status").values() if bool(color.dots) == dotted]
    steps = sorted(lightness(color, scheme) for color in found)
    assert len(steps) == 4
    assert min(b - a for a, b in pairwise(steps)) >= floor - ALLOWANCE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_in_grey_agreements_of_287g_go_farther_from_the_page(scheme: str) -> None:
    steps = [lightness(SECTION_287G["status"][word], scheme) for word in LADDER]
    away = steps[::-1] if scheme == "light" else steps
    assert min(b - a for a, b in pairwise(away)) >= 9.7 - ALLOWANCE


def test_a_hue_means_the_same_in_both_schemes() -> None:
    for name, color in program_colors().items():
        (c1, h1), (c2, h2) = (chroma_and_hue(lab_of(one)) for one in (color.light, color.dark))
        if min(c1, c2) > COLORED:
            most = HUE_OF_TINTS if name.startswith("position") else HUE
            assert abs((h1 - h2 + 180) % 360 - 180) <= most, name


def test_textures_show_on_their_fills_and_text_can_be_read_on_every_color() -> None:
    for name, color in program_colors().items():
        for at, fill in enumerate((color.light, color.dark)):
            for texture in filter(None, (color.dots, color.rules)):
                assert contrast(texture[at], fill) >= 2, name
            assert contrast(color.inks[at], fill) >= 4.5, name


@pytest.mark.parametrize(("scheme", "ink"), [("light", "#1b1a1d"), ("dark", "#eceae4")])
def test_the_pages_ink_can_be_read_on_the_bands_of_federal_positions(scheme: str, ink: str) -> None:
    for colors in PROGRAMS:
        for word, color in colors["position"].items():
            assert contrast(ink, value(color, scheme)) >= 4.5, word


@pytest.mark.parametrize("scheme", SCHEMES)
def test_one_of_the_two_hatches_shows_on_every_fill(scheme: str) -> None:
    for colors in PROGRAMS:
        for word, color in colors["status"].items():
            fill = value(color, scheme)
            dark = "#1b1a1d" if scheme == "light" else "#000000"
            hatch = max((dark, "#ffffff"), key=lambda one: contrast(one, fill))
            assert contrast(mixed(fill, hatch, 0.8), fill) >= 3, word


def mixed(fill: str, over: str, share: float) -> str:
    parts = [(int(fill[i : i + 2], 16), int(over[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def test_what_means_the_same_has_one_color() -> None:
    sc, g = SECURE_COMMUNITIES["status"], SECTION_287G["status"]
    aliases = {
        "forbidden-by-state": "opted-out",
        "application-pending": "opt-out-sought",
        "none-recorded": "not-activated",
        "not-authorised": "not-begun",
    }
    for one, other in aliases.items():
        assert (g[one].light, g[one].dark) == (sc[other].light, sc[other].dark)
    assert g["forbidden-by-state"] == sc["opted-out"]


def test_a_token_of_two_programs_has_one_color() -> None:
    for colors in PROGRAMS:
        for dimension, words in colors.items():
            for word, color in words.items():
                assert program_colors()[f"{dimension}-{word}"] == color


def test_the_style_sheet_is_written_from_the_colors() -> None:
    path = Path(settings.BASE_DIR) / "static" / "css" / "swatches.css"
    assert path.read_text(encoding="utf-8") == swatches_css(), "run manage.py write_swatches"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_of_a_scheme_has_every_color_of_it(scheme: str) -> None:
    folder = Path(settings.BASE_DIR) / "static" / "css"
    written = (folder / f"scheme-{scheme}.css").read_text(encoding="utf-8")
    assert written == scheme_css(folder / "tokens.css", scheme), "run manage.py write_swatches"
    colored = r"--([a-z0-9-]+): #"
    everywhere = {
        *re.findall(colored, (folder / "tokens.css").read_text()),
        *re.findall(colored, (folder / "swatches.css").read_text()),
    }
    assert set(re.findall(colored, written)) == everywhere
