"""What vouches for each fact of an edition, and so for each status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from jurisdictions.models import Citation, Source
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.program_reading import own_of
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.dates import read_edtf
from jurisdictions.status.programs import packages, part_in
from jurisdictions.status.sureness import Basis, Precision, Sure, Vouched, basis_of, precision_of
from jurisdictions.status.sureness import sure_of as sure_by

EDITIONS_KEPT = 4
ACTS = frozenset({"policy_event"})


class Told(NamedTuple):
    """What a program knows of a fact: its sort, its own word of what it rests on, its day."""

    sort: str
    said: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class _Rules:
    """What decides each status, what words of facts mean, which say that a day is the last."""

    decides: Mapping[str, Collection[str]]
    means: Mapping[str, Basis]
    by: Collection[str]


@cache
def _rules_of(slug: str) -> _Rules:
    own = part_in("jurisdictions.status.programs", slug, "sureness")
    return _Rules(own.DECIDES, own.MEANS, own.BY) if own else _Rules({}, {}, ())


def sure_of(as_of: AsOf) -> Callable[[Any], Sure]:
    """What tells of a span of the edition how sure its status is. Three queries, then none."""
    edition = as_of.edition
    return _sure(as_of.program.slug, edition.last_change, edition.stamp)


def vouched_of(as_of: AsOf) -> Mapping[str, Vouched]:
    """What vouches for each fact of the edition, by its public name."""
    edition = as_of.edition
    return _vouched(as_of.program.slug, edition.last_change, edition.stamp)


@kept_once(maxsize=EDITIONS_KEPT)
def _sure(slug: str, last_change: int, stamp: str) -> Callable[[Any], Sure]:
    facts, rules = _vouched(slug, last_change, stamp), _rules_of(slug)
    known: dict[tuple[str, str, str], Sure] = {}

    def sure(span: Any) -> Sure:
        # Tens of thousands of spans have a few thousand reasons among them.
        key = (span.status, span.reasons, span.since_edtf)
        found = known.get(key)
        if found is None:
            reasons = (facts[name] for name in span.reasons.split() if name in facts)
            sorts = rules.decides.get(span.status, ()) if rules.decides else ACTS
            found = known[key] = sure_by(reasons, sorts, read_edtf(span.since_edtf))
        return found

    return sure


@kept_once(maxsize=EDITIONS_KEPT)
def _vouched(slug: str, last_change: int, stamp: str) -> Mapping[str, Vouched]:
    del stamp
    own, rules = own_of(slug, "sureness"), _rules_of(slug)
    told: Mapping[str, Told] = own.told(slug, last_change) if own else {}
    kinds = dict(Source.objects.after_change(last_change).values_list("key", "kind"))
    cited = Citation.objects.after_change(last_change).filter(fact__program__slug=slug)
    support: defaultdict[str, list[str]] = defaultdict(list)
    against: set[str] = set()
    for kind, key, source, contradicts in cited.order_by("pk").values_list(
        "fact__kind", "fact__key", "source__key", "contradicts"
    ):
        name = f"{kind}:{key}"
        support[name] += [] if contradicts else [source]
        against |= {name} if contradicts else set()
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    found: dict[str, Vouched] = {}
    for name, sources in support.items():
        one = told.get(name) or Told(name.partition(":")[0])
        keys = tuple(dict.fromkeys(sources))
        basis = basis_of(one.said, (kinds.get(key, "") for key in keys), rules.means)
        by = one.on if one.said in rules.by else None
        keys = shared.setdefault(keys, keys)
        found[name] = Vouched(one.sort, basis, name in against, keys, by)
    return found


@cache
def _all_means() -> Mapping[str, Basis]:
    return {word: basis for slug in packages() for word, basis in _rules_of(slug).means.items()}


@cache
def _all_by() -> frozenset[str]:
    return frozenset(word for slug in packages() for word in _rules_of(slug).by)


def basis_of_fact(fact: FactRow) -> Basis:
    """What a fact rests on."""
    kinds = (one.source.kind for one in fact.citations if not one.contradicts)
    return basis_of(fact.basis, kinds, _all_means())


def precision_of_fact(fact: FactRow) -> Precision:
    """How precisely the day of a fact is known."""
    return Precision.BOUNDED if fact.on and fact.basis in _all_by() else precision_of(fact.on)
