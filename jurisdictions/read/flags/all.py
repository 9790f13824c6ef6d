"""Every flag of a program's edition, told by the rules of `status/flags` and the program's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache

from jurisdictions.models import Citation
from jurisdictions.models.base import PartialDateField
from jurisdictions.models.standing import MODELS, in_parts
from jurisdictions.read.claims.all import claims
from jurisdictions.read.flags.rows import Flag
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import label_of, places_of
from jurisdictions.read.program_reading import own_of
from jurisdictions.read.records import facts_named, facts_of_kinds
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.read.sources import sources_by_key
from jurisdictions.status.flags.days import Disputed, two_days
from jurisdictions.status.flags.figures import Figure, fallen, jumped
from jurisdictions.status.flags.raised import FlagKind, Raised
from jurisdictions.status.flags.vanished import Vanished, vanished
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import KINDS_OF_FACT, FactKind
from jurisdictions.status.programs import own_flags_of


def flag_kinds(slug: str) -> tuple[StrEnum, ...]:
    """The kinds of flag that a program may have: its own first."""
    return (*own_flags_of(slug), *FlagKind)


def flags(as_of: AsOf) -> tuple[Flag, ...]:
    """Every flag, kind by kind, and within one by place. Kept."""
    return _flags(replace(as_of, on=date.min, far_on=None))


def flags_of_fact(as_of: AsOf, fact: str) -> Sequence[Flag]:
    """The flags that a fact raises, alone or with others."""
    return _by_fact(replace(as_of, on=date.min, far_on=None)).get(fact, ())


def flag_of(as_of: AsOf, key: str) -> Flag | None:
    """The flag of a key, or the first of a group of that key; None for none."""
    return next((one for one in flags(as_of) if key in (one.key, one.raised.explained_as)), None)


def facts_flagged(as_of: AsOf, found: Sequence[Flag]) -> Mapping[str, FactRow]:
    """The facts that raise some flags, by name. Two queries for every 500 of a kind."""
    names = list(dict.fromkeys(name for one in found for name in one.raised.facts))
    rows: dict[str, FactRow] = {}
    for part in in_parts(names):
        rows |= facts_named(as_of, part)
    return rows


@kept_once(maxsize=8)
def _by_fact(as_of: AsOf) -> Mapping[str, Sequence[Flag]]:
    found: defaultdict[str, list[Flag]] = defaultdict(list)
    for one in _flags(as_of):
        for name in one.raised.facts:
            found[name].append(one)
    return found


@kept_once(maxsize=8)
def _flags(as_of: AsOf) -> tuple[Flag, ...]:
    explained = {
        row.name.partition(":")[2]: row
        for row in facts_of_kinds(as_of, [FactKind.EXPLANATION.value])
    }
    order = flag_kinds(as_of.program.slug)
    found = sorted(_raised(as_of), key=lambda one: (order.index(one.kind), one.order))
    return tuple(_told(as_of, one, explained) for one in found)


def _raised(as_of: AsOf) -> Iterator[Raised]:
    figures = list(_figures(as_of))
    yield from fallen(figures)
    yield from jumped(figures)
    yield from vanished(_vanished(as_of))
    disputed = _disputed(as_of)
    yield from two_days(disputed)
    if own := own_of(as_of.program.slug, "flags"):
        yield from own.raised(as_of, disputed)


def _figures(as_of: AsOf) -> Iterator[Figure]:
    for claim in claims(as_of):
        row = claim.figure
        if row.on is not None and row.value is not None:
            yield Figure(
                row.name,
                row.geoid,
                row.word,
                row.on,
                row.value,
                row.unit,
                row.period_start,
                row.qualifier,
                claim.least,
                claim.most,
            )


def _disputed(as_of: AsOf) -> list[Disputed]:
    """Every column of a day on which a source says otherwise than the record."""
    cited = Citation.objects.after_change(as_of.edition.last_change).filter(
        contradicts=True, fact__program__slug=as_of.program.slug
    )
    names = [f"{kind}:{key}" for kind, key in cited.values_list("fact__kind", "fact__key")]
    return [
        Disputed(row.name, row.geoid, one.field, one.recorded, one.said)
        for part in in_parts(sorted(set(names)))
        for row in facts_named(as_of, part).values()
        for one in row.citations
        if one.contradicts and one.field in _days_of(row.kind)
    ]


def _vanished(as_of: AsOf) -> Iterator[Vanished]:
    """The sources at whose address there is nothing any more, with what they support."""
    gone = {row.key: row for row in sources_by_key(as_of).values() if row.vanished_on}
    cited = Citation.objects.after_change(as_of.edition.last_change).filter(
        contradicts=False, source__key__in=list(gone), fact__program__slug=as_of.program.slug
    )
    names = defaultdict(list)
    told = cited.order_by("fact_id").values_list("source__key", "fact__kind", "fact__key")
    for source, kind, key in told if gone else ():
        names[source].append(f"{kind}:{key}")
    for source, facts in names.items():
        places = {
            name: row.geoid
            for part in in_parts(facts)
            for name, row in facts_named(as_of, part).items()
        }
        since = gone[source].vanished_on
        if since:
            yield Vanished(source, since, tuple((name, places.get(name, "")) for name in facts))


@cache
def _days_of(kind: str) -> frozenset[str]:
    """The columns of a kind that hold a day."""
    fields = MODELS[kind]._meta.concrete_fields
    return frozenset(field.name for field in fields if isinstance(field, PartialDateField))


def _told(as_of: AsOf, raised: Raised, explained: Mapping[str, FactRow]) -> Flag:
    place = places_of(as_of).get(raised.geoid)
    agency = _agency_of(as_of, raised)
    return Flag(
        raised,
        label_of(as_of, raised.geoid),
        place.state if place and raised.geoid != NATION else "",
        *agency,
        explanation=explained.get(raised.explained_as),
        source=_title_of(as_of, raised),
    )


def _title_of(as_of: AsOf, raised: Raised) -> str:
    if raised.kind is not FlagKind.VANISHED:
        return ""
    row = sources_by_key(as_of).get(raised.word)
    return row.title if row else raised.word


def _agency_of(as_of: AsOf, raised: Raised) -> tuple[str, str]:
    if raised.kind is FlagKind.VANISHED:
        return "", ""
    kind = raised.facts[0].partition(":")[0]
    if not KINDS_OF_FACT[kind].of_agency:
        return "", ""
    found: tuple[str, str] = own_of(as_of.program.slug, "flags").agency_of(as_of, raised.facts[0])
    return found
