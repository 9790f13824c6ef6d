"""How many agencies or agreements each word of a facet would give, the other filters kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from jurisdictions.read.agencies.choosing import (
    AgreementFilter,
    Pair,
    Tests,
    pairs_of,
    tests_of,
)
from jurisdictions.read.agencies.record import AgencyRecord, agency_record
from jurisdictions.read.rows import AsOf

FACETS = ("state", "model", "level", "kind", "state_law", "ending")
Facets = dict[str, Counter[str]]


def agreement_facets(as_of: AsOf, chosen: AgreementFilter) -> Facets:
    """Agreements by word, for each of FACETS."""
    record = agency_record(as_of)
    pairs = (Pair(one.agency, one) for one in record.agreements)
    found: Facets = {name: Counter() for name in FACETS}
    day = chosen.day(as_of)
    for pair, open_to in _open(pairs, tests_of(as_of, record, chosen)):
        for name in open_to:
            if word := _word(record, pair, name, day):
                found[name][word] += 1
    return found


def agency_facets(as_of: AsOf, chosen: AgreementFilter) -> Facets:
    """Agencies by word, for each of FACETS: one counts once, however many agreements fit."""
    record = agency_record(as_of)
    day = chosen.day(as_of)
    seen: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in FACETS}
    pairs = pairs_of(as_of, record, chosen)
    for pair, open_to in _open(pairs, tests_of(as_of, record, chosen)):
        for name in open_to:
            if word := _word(record, pair, name, day):
                seen[name][word].add(pair.agency.key)
    return {
        name: Counter({word: len(keys) for word, keys in words.items()})
        for name, words in seen.items()
    }


def _open(pairs: Iterable[Pair], tests: Tests) -> Iterable[tuple[Pair, tuple[str, ...]]]:
    """Each pair with the facets in which it counts: one pass, whatever is asked.

    What fits all counts in every facet, what fails one facet alone counts in that.
    """
    of_facets = tuple(tests.of_facets.items())
    for pair in pairs:
        if not all(test(pair) for test in tests.others):
            continue
        failed = [name for name, test in of_facets if not test(pair)]
        if not failed:
            yield pair, FACETS
        elif len(failed) == 1:
            yield pair, (failed[0],)


def _word(record: AgencyRecord, pair: Pair, name: str, day: date) -> str | None:
    agency, agreement = pair
    match name:
        case "state":
            return agency.state
        case "level":
            return agency.own.level
        case "kind":
            return agency.own.kind
        case "state_law":
            return record.law(agency.state, day)
        case "model":
            return agreement.own.model if agreement else None
        case _:
            return agreement.own.ending if agreement else None
