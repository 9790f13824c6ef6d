"""The server and the browser read what people write alike: the same places, in the same order."""

from __future__ import annotations

import csv
import gzip
import os
import random
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from jurisdictions.gazetteer.cities import cities, zip_codes
from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.packing import packed_cities, packed_places, packed_zips
from jurisdictions.gazetteer.reading import OFFERED
from jurisdictions.gazetteer.state_names import WRITTEN
from tests.gazetteer.in_browser import answers_in_browser, folded_in_browser
from tests.gazetteer.shipped import reader

LARGEST = 60_000
"""Bytes of a file on its way: what an old phone on a slow line is asked to wait for."""
SEED, OF_EACH = 20_261_126, 350
SIGNS = "abcdefghijklmnopqrstuvwxyz     ..,,-'()0123456789ñéíÑÉß½’–\u00a0\u200b\ufeff\x1c"

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8") as file:
    CASES = [row["typed"] for row in csv.DictReader(file)]


def answer_of_server(text: str) -> dict[str, object]:
    """What `map_search` answers, by geoid."""
    reading = reader().read(text)
    return {
        "sure": len(reading.so_called or reading.matches) == 1,
        "places": [(match.geoid, match.said) for match in reading.matches[:OFFERED]],
    }


def typed(chance: random.Random) -> Iterator[str]:
    """Names, their beginnings, slips, states, offices, codes, cities, and sheer noise."""
    names = [name for place in reader().index.places.values() for name in place.names]
    towns = [city.name for city in cities()]
    states = [name.strip() for names in WRITTEN.values() for name in names.split(";")]
    offices = ["Sheriff's Office", "police department", "County Jail", "co", "city", "town of"]
    for _ in range(OF_EACH):
        name, town = chance.choice(names), chance.choice(towns)
        state, either = chance.choice(states), chance.choice((name, town))
        begun = either[: chance.randint(1, len(either))]
        at = chance.randrange(len(either))
        sign = chance.choice(SIGNS)
        yield from (name, town, begun)
        yield chance.choice(("{0}, {1}", "{0} {1}", "{1}: {0}", "{1} {0}")).format(either, state)
        yield f"{begun}, {state[: chance.randint(1, len(state))]}"
        yield chance.choice((either[:at] + either[at + 1 :], either[:at] + sign + either[at:]))
        yield f"{either[:at]}{either[at : at + 2][::-1]}{either[at + 2 :]}, {state}"
        yield f"{either} {chance.choice(offices)}"
        yield f"{chance.choice(('condado de', 'county of', 'ciudad de'))} {either}, {state}"
        yield f"{name} ({town})"
        code = chance.choice((chance.choice(list(zip_codes())), chance.choice(codes())))
        yield chance.choice((code, code.lstrip("0"), f"{code}.0", f"ZIP {code}", f"{code}-1234"))
        yield chance.choice((code[: chance.randint(1, 5)], f"{town} {code}", f"{name}, {code}"))
        yield "".join(chance.choices(SIGNS, k=chance.randint(1, 14)))


@cache
def codes() -> list[str]:
    """The codes of counties, now and of another time."""
    index = reader().index
    return [*(geoid for geoid in index.places if len(geoid) > 2), *index.former_codes]


def test_both_give_the_same_places_for_whatever_is_typed() -> None:
    chance = random.Random(SEED)
    texts = [text for text in chain(CASES, typed(chance)) if not text.startswith("ocd-")]
    assert len(texts) > 4_000
    differing = {}
    for text, found in zip(texts, answers_in_browser(texts), strict=True):
        told = [(place["geoid"], place["found"]) for place in found["places"]]
        if answer_of_server(text) != {"sure": found["sure"], "places": told}:
            differing[text] = (answer_of_server(text), found)
    assert not differing, (len(differing), list(differing.items())[:5])


def test_both_compare_every_character_alike() -> None:
    signs = [
        chr(point)
        for point in range(1, sys.maxunicode + 1)
        if unicodedata.category(chr(point)) not in {"Cn", "Cs", "Co"}
    ]
    texts = [f"a{sign}b" for sign in signs]
    folded = folded_in_browser(texts)
    assert {t: f for t, f in zip(texts, folded, strict=True) if f != fold(t)} == {}


def test_every_process_makes_the_same_files() -> None:
    made = "; ".join(
        (
            "from hashlib import sha256",
            "import django",
            "django.setup()",
            "from jurisdictions.gazetteer.packing import packed_cities, packed_places, packed_zips",
            "from tests.gazetteer.shipped import reader",
            "files = [packed_places(reader().index, {}), repr((packed_cities(), packed_zips()))]",
            "print([sha256(str(file).encode()).hexdigest() for file in files])",
        )
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", made],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "DJANGO_SETTINGS_MODULE": "tracker.settings",
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_no_file_is_larger_than_60_kilobytes_on_its_way() -> None:
    files = {
        "places": packed_places(reader().index, {}),
        **{f"cities-{start}": file for start, file in packed_cities()},
        **{f"zips-{start}": file for start, file in packed_zips()},
    }
    sizes = {name: len(gzip.compress(file, 6)) for name, file in files.items()}
    assert all(0 < size <= LARGEST for size in sizes.values()), sizes
