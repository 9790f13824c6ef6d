"""What states and territories are called: codes, old and AP abbreviations, Spanish names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.words import SLIP_FROM, letters, one_slip_apart

WRITTEN: Mapping[str, str] = {
    "01": "Alabama; AL; Ala.",
    "02": "Alaska; AK; Alas.",
    "04": "Arizona; AZ; Ariz.",
    "05": "Arkansas; AR; Ark.",
    "06": "California; CA; Calif.; Cal.; Cali",
    "08": "Colorado; CO; Colo.; Col.",
    "09": "Connecticut; CT; Conn.",
    "10": "Delaware; DE; Del.",
    "11": "District of Columbia; DC; Distrito de Columbia; Dist. of Columbia; Wash. D.C.",
    "12": "Florida; FL; Fla.; Flor.",
    "13": "Georgia; GA",
    "15": "Hawaii; HI; Hawái; Hawaʻi",
    "16": "Idaho; ID; Ida.",
    "17": "Illinois; IL; Ill.; Ills.",
    "18": "Indiana; IN; Ind.",
    "19": "Iowa; IA; Ia.",
    "20": "Kansas; KS; Kans.; Kan.",
    "21": "Kentucky; KY; Ken.; Kent.",
    "22": "Louisiana; LA; Luisiana",
    "23": "Maine; ME",
    "24": "Maryland; MD",
    "25": "Massachusetts; MA; Mass.",
    "26": "Michigan; MI; Mich.; Míchigan",
    "27": "Minnesota; MN; Minn.",
    "28": "Mississippi; MS; Miss.; Misisipi; Misisipí",
    "29": "Missouri; MO; Misuri",
    "30": "Montana; MT; Mont.",
    "31": "Nebraska; NE; Nebr.; Neb.; NB",
    "32": "Nevada; NV; Nev.",
    "33": "New Hampshire; NH; Nuevo Hampshire; Nueva Hampshire; Nuevo Hampshire",
    "34": "New Jersey; NJ; Nueva Jersey; Jersey",
    "35": "New Mexico; NM; N. Mex.; New Mex.; Nuevo México; Nuevo Méjico",
    "36": "New York; NY; Nueva York; New York State; NYS; estado de Nueva York",
    "37": "North Carolina; NC; N. Car.; No. Carolina; Carolina del Norte",
    "38": "North Dakota; ND; N. Dak.; No. Dakota; Dakota del Norte",
    "39": "Ohio; OH",
    "40": "Oklahoma; OK; Okla.",
    "41": "Oregon; OR; Ore.; Oreg.; Oregón",
    "42": "Pennsylvania; PA; Penn.; Penna.; Pa.; Pensilvania; Pensylvania",
    "44": "Rhode Island; RI; R. Isl.; Isla de Rodas",
    "45": "South Carolina; SC; S. Car.; So. Carolina; Carolina del Sur",
    "46": "South Dakota; SD; S. Dak.; So. Dakota; Dakota del Sur",
    "47": "Tennessee; TN; Tenn.; Tenesí; Tennesse",
    "48": "Texas; TX; Tex.; Tejas",
    "49": "Utah; UT",
    "50": "Vermont; VT",
    "51": "Virginia; VA; Virg.",
    "53": "Washington; WA; Wash.; Washington State; estado de Washington",
    "54": "West Virginia; WV; W. Va.; W. Virg.; Virginia Occidental; Virginia del Oeste",
    "55": "Wisconsin; WI; Wis.; Wisc.",
    "56": "Wyoming; WY; Wyo.",
    "60": "American Samoa; AS; Samoa Americana; Amer. Samoa",
    "66": "Guam; GU",
    "69": "Northern Mariana Islands; MP; CNMI; N. Mariana Islands; Islas Marianas del Norte; "
    "Commonwealth of the Northern Mariana Islands",
    "72": "Puerto Rico; PR; P. Rico; Commonwealth of Puerto Rico",
    "78": "Virgin Islands; VI; US Virgin Islands; U.S. Virgin Islands; USVI; Islas Vírgenes; "
    "Islas Vírgenes de los Estados Unidos; Islas Vírgenes Americanas; "
    "Virgin Islands of the United States",
}
"""Geoid -> its names. The first is the English one, the second the postal code."""
NATION_NAMES = frozenset(
    ("us", "usa", "unitedstates", "unitedstatesofamerica", "estadosunidos", "eeuu", "eua", "eu")
)
BEFORE = ("stateof", "estadode", "commonwealthof")
MOST_WORDS = 6
_DISTRICT = frozenset(("washingtondc", "washdc", "thedistrict", "districtofcolumbiawashington"))
_BESIDE = re.compile(r"[(),;/|:\u2013\u2014-]+|(?<=[A-Z]{2}) (?=\d)|(?<=\d) (?=[A-Z])")


def _by_letters() -> dict[str, str]:
    return {letters(name): geoid for geoid, names in WRITTEN.items() for name in names.split(";")}


BY_LETTERS = _by_letters()
CODES = frozenset(letters(names.split(";")[1]) for names in WRITTEN.values())


def state_named(words: Sequence[str]) -> str:
    """The geoid of the state that the words name; "" for none."""
    joined = "".join(words)
    for before in BEFORE:
        joined = joined.removeprefix(before) if joined not in BY_LETTERS else joined
    return BY_LETTERS.get(joined, "")


def state_in_column(written: str) -> str:
    """The state that a cell of a column of states names: "Texas (TX)", "TX-48", "Washington DC".

    In other texts the city of Washington is the place within the District.
    """
    words = fold(written).split()
    if found := state_named(words):
        return found
    if "".join(words) in _DISTRICT:
        return BY_LETTERS["dc"]
    parts = [part for part in (fold(one).split() for one in _BESIDE.split(written)) if part]
    named = {state_named(part) or _by_digits(part) for part in parts}
    return named.pop() if len(named) == 1 else ""


def _by_digits(words: Sequence[str]) -> str:
    code = "".join(words)
    return code if code in WRITTEN else ""


def states_begun(words: Sequence[str]) -> frozenset[str]:
    """The states whose names begin with the words, as while somebody is still typing."""
    joined = "".join(words)
    return frozenset(geoid for name, geoid in BY_LETTERS.items() if name.startswith(joined))


def state_nearly_named(words: Sequence[str]) -> str:
    """The state whose name is one slip away from the words; "" for none, or for several."""
    joined = "".join(words)
    if len(joined) < SLIP_FROM:
        return ""
    near = {
        geoid
        for name, geoid in BY_LETTERS.items()
        if len(name) >= SLIP_FROM and one_slip_apart(joined, name)
    }
    return near.pop() if len(near) == 1 else ""


def is_nation_named(words: Sequence[str]) -> bool:
    """Whether the words name the United States."""
    return "".join(words) in NATION_NAMES
