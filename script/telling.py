"""Whether the forms of accounts tell by words or by time whose address is known here.

`.venv/bin/python script/telling.py --count 2000`: two sorts of address in turns, in random order,
against a database in memory. For each pair: the difference of the medians, and by the rank test of
Mann and Whitney how likely such a difference is where there is none. Passwords are hashed as in
earnest, but with fewer rounds (`--rounds`): one hash too few or too many would stand out all the
same, and thousands of tries take minutes. Too many tries are refused by the forms: that is what
`web/account/attempts.py` counts, and it is forgotten here between two of them.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist, median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

sys.path.insert(0, str(Path(__file__).parents[1]))
LOGIN, RESET = "/account/login/", "/account/password/reset/"
TOLD = 0.001
"""Below this likelihood a difference is taken for one."""
Ask = Callable[["Client", str], "Said"]


@dataclass(frozen=True)
class Said:
    """An answer: its status, where it leads, its words without what differs each time."""

    status: int
    leads: str
    words: str


@dataclass(frozen=True)
class Pair:
    """Two sorts of address that are asked for in the same way."""

    name: str
    ask: Ask
    first: Sequence[str]
    second: Sequence[str]


@contextmanager
def database(rounds: int) -> Iterator[None]:
    """A database in memory, and hashes of so many rounds."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.hashers import PBKDF2PasswordHasher
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    PBKDF2PasswordHasher.iterations = rounds
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    setup_test_environment(debug=False)
    made = setup_databases(verbosity=0, interactive=False)
    yield
    teardown_databases(made, verbosity=0)


def pairs(people: int) -> list[Pair]:
    """Who is asked for: addresses of the same length."""
    from django.contrib.auth import get_user_model

    from tests.people import make_person

    plain = [f"known-{n:05}@example.org" for n in range(people)]
    careful = [f"twofa-{n:05}@example.org" for n in range(people)]
    suspended = [f"spend-{n:05}@example.org" for n in range(people)]
    nobody = [f"nobod-{n:05}@example.org" for n in range(people)]
    for address in plain:
        make_person("contributor", "17", email=address)
    for address in careful:
        make_person("reviewer", "17", email=address)
    for address in suspended:
        make_person("contributor", "17", email=address)
    get_user_model().objects.filter(email__in=suspended).update(is_active=False)
    return [
        Pair("sign in, known and unknown", sign_in, plain, nobody),
        Pair("sign in, second factor and unknown", sign_in, careful, nobody),
        Pair("sign in, suspended and unknown", sign_in, suspended, nobody),
        Pair("new password, known and unknown", reset, plain, nobody),
        Pair("new password, suspended and unknown", reset, suspended, nobody),
    ]


def sign_in(client: Client, address: str) -> Said:
    """A wrong password."""
    return _said(client.post(LOGIN, {"login": address, "password": "quite a wrong one"}), address)


def reset(client: Client, address: str) -> Said:
    """A link to another password."""
    return _said(client.post(RESET, {"email": address}), address)


def _said(answer: object, address: str) -> Said:
    text = answer.content.decode().replace(address, "@")  # type: ignore[attr-defined]
    words = re.sub(r'(name="csrfmiddlewaretoken" value=|nonce=)"[^"]*"', "", text)
    return Said(answer.status_code, answer.get("Location", ""), words)  # type: ignore[attr-defined]


def measured(pair: Pair, count: int) -> tuple[list[list[float]], list[list[float]], int]:
    """Seconds of the clock and of the processor for each sort; how many sorts of answer differ."""
    from django.core.cache import caches
    from django.test import Client

    wall: list[list[float]] = [[], []]
    spent: list[list[float]] = [[], []]
    said: tuple[Counter[Said], Counter[Said]] = (Counter(), Counter())
    turns = [0, 1] * count
    random.Random(12).shuffle(turns)  # noqa: S311
    for turn, sort in enumerate([0, 1] * 5 + turns):
        caches["limits"].clear()
        client = Client()
        addresses = (pair.first, pair.second)[sort]
        address = addresses[turn % len(addresses)]
        gc.collect(0)
        began, spent_before = perf_counter(), process_time()
        answer = pair.ask(client, address)
        ended, spent_after = perf_counter(), process_time()
        said[sort][answer] += 1
        if turn >= 10:
            wall[sort].append(ended - began)
            spent[sort].append(spent_after - spent_before)
    return wall, spent, len({*said[0]} ^ {*said[1]})


def rank_test(first: Sequence[float], second: Sequence[float]) -> float:
    """How likely ranks so unequal are, where both are alike (Mann and Whitney, two-sided)."""
    merged = sorted([(value, 0) for value in first] + [(value, 1) for value in second])
    ranks = sum(rank for rank, (_value, sort) in enumerate(merged, 1) if sort == 0)
    n, m = len(first), len(second)
    expected, deviation = n * m / 2, (n * m * (n + m + 1) / 12) ** 0.5
    z = (ranks - n * (n + 1) / 2 - expected) / deviation
    return 2 * (1 - NormalDist().cdf(abs(z)))


def main() -> None:
    """Print a row for each pair, by the clock and by the processor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="tries of each sort")
    parser.add_argument("--rounds", type=int, default=20_000, help="rounds of a hash")
    parser.add_argument("only", nargs="*", help="words of the names of the pairs that are tried")
    asked = parser.parse_args()
    with database(asked.rounds):
        for pair in pairs(50):
            if asked.only and not any(word in pair.name for word in asked.only):
                continue
            wall, spent, unequal = measured(pair, asked.count)
            print(f"{pair.name}: words {'differ' if unequal else 'alike'}", flush=True)
            for what, (first, second) in (("clock", wall), ("processor", spent)):
                apart = (median(first) - median(second)) * 1000
                likely = rank_test(first, second)
                verdict = "TELLS" if likely < TOLD else "alike"
                print(
                    f"  {what:9} {median(first) * 1000:8.3f} and {median(second) * 1000:8.3f} ms, "
                    f"apart {apart:+.3f} ms, p {likely:.3f}: {verdict}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
