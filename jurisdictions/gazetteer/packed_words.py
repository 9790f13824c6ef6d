"""What the reader of names knows besides names: words, patterns, weights, for the browser."""

from __future__ import annotations

from typing import Any

from jurisdictions.gazetteer import (
    by_code,
    by_name,
    candidates,
    codes,
    index,
    reader,
    reading,
    state_names,
    words,
)
from jurisdictions.gazetteer import kinds_written as kinds
from jurisdictions.gazetteer.nicknames import NICKNAMES
from jurisdictions.status.geoids import COUNTY_DIGITS


def packed_words() -> dict[str, Any]:
    """Everything by the name that `static/js/core/names/` knows it by."""
    return {
        "short": words.SHORT,
        "dropped": sorted(words.DROPPED),
        "parted": words.PARTED,
        "slipFrom": words.SLIP_FROM,
        "states": state_names.BY_LETTERS,
        "stateBefore": list(state_names.BEFORE),
        "nation": sorted(state_names.NATION_NAMES),
        "mostWords": state_names.MOST_WORDS,
        "nicknames": NICKNAMES,
        "longest": reader.LONGEST,
        "punctuation": reader.PUNCTUATION,
        "kinds": _kinds(),
        "codes": _codes(),
        "ranks": _ranks(),
    }


def _kinds() -> dict[str, Any]:
    return {
        "written": list(kinds.KINDS.items()),
        "joints": list(kinds.JOINTS),
        "neverBefore": sorted(kinds.NEVER_BEFORE),
        "inFront": sorted(kinds.IN_FRONT),
        "leftBehind": sorted(kinds.LEFT_BEHIND),
        "everything": sorted(kinds.EVERYTHING),
        "every": kinds.EVERY,
        "allOf": sorted(kinds.ALL_OF),
        "office": kinds.OFFICE,
        "city": kinds.CITY,
        "independent": sorted(by_name.INDEPENDENT),
    }


def _codes() -> dict[str, Any]:
    return {
        "blanks": codes.BLANKS,
        "noise": codes.NOISE,
        "geoidSaid": codes.GEOID_SAID,
        "zipSaid": codes.ZIP_SAID,
        "power": codes.POWER,
        "stateBefore": codes.STATE_BEFORE,
        "shapes": [list(shape) for shape in codes.SHAPES],
        "digits": COUNTY_DIGITS,
        "mostBegun": by_code.MOST_BEGUN,
        "ocd": codes.OCD,
    }


def _ranks() -> dict[str, Any]:
    return {
        "how": {how.name: how.value for how in reading.How},
        "exact": sorted(reading.EXACT),
        "ofThePlace": sorted(reading.OF_THE_PLACE),
        "order": {how.value: rank for how, rank in candidates.ORDER.items()},
        "outright": candidates.OUTRIGHT,
        "mostBegun": index.MOST_BEGUN,
        "manyZips": by_name.MANY_ZIPS,
        "inACity": by_name.IN_A_CITY,
        "inATown": by_name.IN_A_TOWN,
        "outweighs": by_name.OUTWEIGHS,
        "cityFrom": by_name.CITY_FROM,
        "offered": reading.OFFERED,
    }
