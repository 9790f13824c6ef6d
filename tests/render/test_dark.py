"""In the dark colors differ and nothing else: what is proven in the light holds there too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

ASKED = "prefers-color-scheme"
SHEETS = sorted(Path(settings.BASE_DIR, "static", "css").rglob("*.css"))
TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
MEDIA = re.compile(r"@media ([^{]*prefers-color-scheme[^{]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
DECLARED = re.compile(r"([\w-]+)\s*:\s*([^;]+);")
COLOR = re.compile(r"#[0-9a-f]{6}")
THEME = re.compile(
    rf'<meta name="theme-color" media="\({ASKED}: (light|dark)\)" content="#\w{{6}}">'
    # A picture has its colors in its file; it says what it shows in the same words.
    rf'|<picture[^>]*><source media="(?:screen and )?\({ASKED}: dark\)" srcset="[^"]+">'
    r'<img [^>]*alt="'
    # A narrow screen is given the bare map, of its scheme too.
    rf'|<source media="screen and \(max-width: 40rem\) and \({ASKED}: dark\)" srcset="[^"]+">'
    r'<source media="screen and \(max-width: 40rem\)" srcset="[^"]+">'
    rf'|<source media="screen and \({ASKED}: dark\)" srcset="[^"]+"><img [^>]*alt="'
    rf'|{{% if not scheme %}}<source media="screen and \({ASKED}: dark\)" '
    r'srcset="[^"]+" sizes="[^"]+">'
    # That of the scheme alone is asked for ahead.
    r'|<link rel="preload" as="image" href="[^"]+" '
    rf'media="\(scripting: enabled\) and \({ASKED}: (?:light|dark)\)" fetchpriority="high">'
)


def changed(sheet: str) -> list[tuple[str, str]]:
    """The properties that a sheet sets in one scheme only, and their values."""
    blocks = MEDIA.findall(sheet)
    assert len(blocks) == sheet.count(ASKED)
    return [found for _asked, block in blocks for found in DECLARED.findall(block)]


def test_there_are_such_sheets() -> None:
    assert sum(len(changed(sheet.read_text())) for sheet in SHEETS) > 50


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_sheet_sets_nothing_but_named_colors_for_one_scheme(sheet: Path) -> None:
    for name, value in changed(sheet.read_text()):
        assert name.startswith("--"), f"{sheet.name}: {name}"
        assert COLOR.fullmatch(value.strip()), f"{sheet.name}: {name}: {value}"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_a_template_says_the_scheme_only_to_the_frame_of_the_browser(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert len(THEME.findall(text)) == text.count(ASKED)
