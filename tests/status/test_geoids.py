"""What the shape of a geoid says, and that one module alone reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jurisdictions.status import geoids

ROOT = Path(__file__).resolve().parents[2]
READS_A_SHAPE = re.compile(
    r"""(geoid|place|county|state|region|code|\bg|\bc|\br)s?(\[[^\]]*\]|\.first)?\[:2\]
    |(geoid|place|region|code)\w*\.slice\(0,\s*2\)
    |(geoid|place|region)\w*\.length\s*[=!<>]
    |\blen\((\w+\.)?(geoid|place|region|state)\)\s*[=!<>]
    |len\("(48|17|48001|17031)"\)
    |geoid__startswith|geoid\.startswith|geoid\.startsWith
    |["']US["']
    """,
    re.VERBOSE,
)
SAYS_SOMETHING_ELSE = {
    "jurisdictions/render/words/days.py": "the country of a locale",
    "jurisdictions/status/geoids.py": "the module itself",
    "static/js/core/geoids.js": "its like in the browser",
}


def test_the_nation_holds_states_and_states_hold_counties() -> None:
    assert geoids.lies_in("17031", "17031")
    assert geoids.lies_in("17031", "17")
    assert geoids.lies_in("17031", "US")
    assert geoids.lies_in("17", "US")
    assert not geoids.lies_in("17031", "18")
    assert not geoids.lies_in("17", "17031")
    assert not geoids.lies_in("US", "17")
    assert geoids.around("17031") == {"17031", "17", "US"}
    assert geoids.lies_in_any("17031", ["06", "17"])
    assert not geoids.lies_in_any("17031", ["06", "17033"])


@pytest.mark.parametrize(
    ("code", "levels"),
    [("US", (True, False, False)), ("17", (False, True, False)), ("17031", (False, False, True))],
)
def test_a_code_is_of_one_level(code: str, levels: tuple[bool, bool, bool]) -> None:
    found = geoids.is_nation(code), geoids.is_state(code), geoids.is_county(code)
    assert found == levels
    assert geoids.is_geoid(code)


@pytest.mark.parametrize("text", ["", "1", "170", "1703", "170311", "us", "1a", "١٧"])
def test_other_texts_are_no_codes(text: str) -> None:
    assert not geoids.is_geoid(text)


@pytest.mark.parametrize(
    ("places", "region"),
    [
        (["17031"], "17031"),
        (["17031", "17033"], "17"),
        (["17031", "17"], "17"),
        (["17031", "18"], "US"),
        (["US"], "US"),
        (["US", "17"], "US"),
    ],
)
def test_the_smallest_region_around_places(places: list[str], region: str) -> None:
    assert geoids.smallest_around(places) == region


@pytest.mark.parametrize(
    ("written", "code"),
    [("6075", "06075"), ("6", "06"), ("17", "17"), ("170", "170"), ("17031", "17031")],
)
def test_a_lost_zero_comes_back(written: str, code: str) -> None:
    assert geoids.padded(written) == code


def test_nothing_else_reads_the_shape_of_a_code() -> None:
    files = [*(ROOT / "jurisdictions").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    files += (ROOT / "static" / "js").rglob("*.js")
    found = []
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        if "/migrations/" in name or name in SAYS_SOMETHING_ELSE:
            continue
        lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        found += [f"{name}:{at}: {line}" for at, line in lines if READS_A_SHAPE.search(line)]
    assert found == []
