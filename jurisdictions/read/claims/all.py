"""Every published number of a program beside what the record gives for its day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from jurisdictions.read.claims.rows import Claim
from jurisdictions.read.comparisons import counted_on
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.program_reading import own_of
from jurisdictions.read.reach import reach_of
from jurisdictions.read.records import facts_of_kinds
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import FactKind


def claims(as_of: AsOf) -> tuple[Claim, ...]:
    """Every published number, in the order of days; kept."""
    return _claims(replace(as_of, on=date.min, far_on=None))


def claim_of(as_of: AsOf, key: str) -> Claim | None:
    """The claim of an id; None for one that is none's."""
    return next((one for one in claims(as_of) if one.key == key), None)


@kept_once(maxsize=8)
def _claims(as_of: AsOf) -> tuple[Claim, ...]:
    found: dict[str, Claim] = {}
    for figure in facts_of_kinds(as_of, [FactKind.REPORTED_FIGURE.value]):
        key = _free(_key_of(figure), found)
        found[key] = _claim(as_of, key, figure)
    return tuple(found.values())


def _key_of(figure: FactRow) -> str:
    """What it counts, when, and by whom, as addresses write it: of the fact's lasting key."""
    return re.sub(r"[^a-z0-9]+", "-", figure.name.partition(":")[2].lower()).strip("-")


def _free(key: str, taken: dict[str, Claim]) -> str:
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def _claim(as_of: AsOf, key: str, figure: FactRow) -> Claim:
    if figure.on is None:
        return Claim(key, figure)
    first, last = figure.on.first_day, figure.on.last_day
    given = [counted_on(as_of, figure, day) for day in (first, last)]
    counts = [number for number in given if number is not None]
    if not counts:
        return Claim(key, figure)
    reach = reach_of(as_of)
    own = own_of(as_of.program.slug, "claims")
    return Claim(
        key,
        figure,
        min(counts),
        max(counts),
        reach.until if reach.until and reach.by_list and last > reach.until else None,
        own.beside(as_of, last) if own and figure.geoid == NATION else {},
    )
