"""Facts as rows, in the reader's language, with their citations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Q

from jurisdictions.models.lying_in import lying_in
from jurisdictions.models.standing import MODELS
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.languages import in_language
from jurisdictions.read.places import label_of
from jurisdictions.read.qualifiers import qualified
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.read.sources import citations_of, facts_cited_by
from jurisdictions.read.stood import rests, with_stood
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.disclosure import public_from
from jurisdictions.status.geoids import NATION, state_of
from jurisdictions.status.kinds import (
    KINDS_OF_FACT,
    NATIONAL,
    PLACED,
    THREADS,
    TOLD,
    FactKind,
    told_in,
)
from jurisdictions.status.tracks import dated

STATES_KEPT = 16
"""States whose facts are held, each in an edition and a language; some 0.5 MB."""
EDITIONS_KEPT = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of one kind say beside its day and its word: texts, fields, fields renamed.

    `titled`: the text that is its title.
    """

    texts: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    renamed: Mapping[str, str] | None = None
    titled: str = ""


SHAPES: Mapping[str, Shape] = {
    "activation": Shape(("note",), renamed={"deactivated_on": "ended_on"}),
    "agreement": Shape(("summary", "by"), ("thread", "seq", "basis")),
    "opt_out": Shape(("summary", "by", "to"), ("thread", "seq", "instrument")),
    "local_measure": Shape(
        ("summary", "by"), ("outcome", "place", "ended_on"), {"date_basis": "basis"}
    ),
    "agency_agreement": Shape(("note",), ("basis", "ended_on")),
    "application": Shape(
        plain=("outcome",), renamed={"name": "title", "pending_until": "ended_on"}
    ),
    "state_law": Shape(("summary",), titled="name"),
    "list": Shape(("note",), renamed={"file": "title", "date_basis": "basis"}),
    "policy_event": Shape(("title", "summary", "by"), ("instrument",)),
    "reported_figure": Shape(("note", "reason"), ("period_start", "value", "unit")),
    "explanation": Shape(("summary",)),
}


def record_of(as_of: AsOf, geoid: str) -> tuple[FactRow, ...]:
    """Every fact that a place sees of its own and of its state, in the order of effect.

    Facts without a date come last: they are shown and take part in no rule. Six queries for the
    first place of a state, then none.
    """
    seen = {geoid, state_of(geoid)}
    around = facts_around(as_of, geoid)
    return _in_order(fact for fact in around.values() if fact.geoid in seen)


def facts_around(as_of: AsOf, geoid: str) -> Mapping[str, FactRow]:
    """Every fact of the state around a place and of all places in it, by name; not to be changed.

    Kept for the states last asked for: what an edition says of a state never changes.
    """
    return _of_state(replace(as_of, on=date.min), state_of(geoid))


@kept_once(maxsize=STATES_KEPT)
def _of_state(as_of: AsOf, state: str) -> Mapping[str, FactRow]:
    found = _load(
        as_of, [kind for kind in told_in(as_of.program.slug) if kind in PLACED], lying_in([state])
    )
    return {fact.name: fact for fact in found}


def policy_events(as_of: AsOf) -> tuple[FactRow, ...]:
    """Every federal act, in the order of effect. Two queries for an edition, then none."""
    return _policy_events(replace(as_of, on=date.min))


@kept_once(maxsize=EDITIONS_KEPT)
def _policy_events(as_of: AsOf) -> tuple[FactRow, ...]:
    return _in_order(_load(as_of, [FactKind.POLICY_EVENT.value], Q()))


def state_laws(as_of: AsOf) -> tuple[FactRow, ...]:
    """Every law of a state, in the order of effect. Two queries for an edition, then none."""
    return _state_laws(replace(as_of, on=date.min))


@kept_once(maxsize=EDITIONS_KEPT)
def _state_laws(as_of: AsOf) -> tuple[FactRow, ...]:
    if "state_law" not in told_in(as_of.program.slug):
        return ()
    return _in_order(_load(as_of, ["state_law"], Q()))


def facts_of_kinds(as_of: AsOf, kinds: Collection[str]) -> tuple[FactRow, ...]:
    """Every fact of some kinds, in the order of effect. Two queries for a kind and one."""
    return _in_order(_load(as_of, kinds, Q()))


def national_figures(as_of: AsOf) -> tuple[FactRow, ...]:
    """Figures published for the nation, by day. Two queries."""
    return _in_order(_load(as_of, ["reported_figure"], Q(geoid=NATION)))


def opt_out_steps(as_of: AsOf) -> tuple[FactRow, ...]:
    """Every step of every request not to take part, in the order of effect. Two queries."""
    return _in_order(_load(as_of, ["opt_out"], Q()))


def fact_of(as_of: AsOf, name: str) -> FactRow | None:
    """One fact by its public name."""
    return facts_named(as_of, [name]).get(name)


def facts_citing(as_of: AsOf, source: str) -> tuple[FactRow, ...]:
    """The facts that a source supports or contradicts, in the order of effect."""
    return _in_order(facts_named(as_of, facts_cited_by(as_of, source)).values())


def facts_named(as_of: AsOf, names: Collection[str]) -> Mapping[str, FactRow]:
    """Facts by public name; a query for each kind among them and one for the citations."""
    keys: dict[str, set[str]] = defaultdict(set)
    for name in names:
        kind, _colon, key = name.partition(":")
        if kind in TOLD:
            keys[kind].add(key)
    rows: list[FactRow] = []
    for kind, wanted in keys.items():
        # A step's day depends on the steps above it, so its whole thread is read.
        threads = {key.rpartition(":")[0] for key in wanted}
        named = Q(thread__in=threads) if kind in THREADS else Q(fact__key__in=wanted)
        rows += _load(as_of, [kind], named)
    return {row.name: row for row in rows if row.name in set(names)}


def _load(as_of: AsOf, kinds: Iterable[str], where: Q) -> list[FactRow]:
    loaded: list[tuple[int, FactRow]] = []
    for kind in kinds:
        versions = (
            MODELS[kind]
            ._default_manager.after_change(as_of.edition.last_change)
            .filter(where, fact__program__slug=as_of.program.slug)
            .select_related("fact")
            .order_by("fact_id")
        )
        loaded += [(version.fact_id, _row(kind, version, as_of.language)) for version in versions]
    rows = _counted(_with_effect([row for _id, row in loaded]))
    if any(rests(as_of.program.slug, kind) for kind in {row.kind for row in rows}):
        rows = with_stood(as_of, rows, policy_events(as_of))
    cited = citations_of(as_of, [fact_id for fact_id, _row_ in loaded])
    return [
        replace(_about(as_of, row), citations=cited.get(fact_id, ()))
        for (fact_id, _row_), row in zip(loaded, rows, strict=True)
        if as_of.known_on is None or public_on(row) <= as_of.known_on
    ]


def _row(kind: str, version: Any, language: str) -> FactRow:
    shape, about = SHAPES[kind], KINDS_OF_FACT[kind]
    said: dict[str, Any] = {name: in_language(version, name, language) for name in shape.texts}
    if shape.titled:
        said["title"] = in_language(version, shape.titled, language)
    if "note" in said:
        said["summary"] = said.pop("note")
    if kind == "reported_figure":
        said["qualifier"], said["summary"] = qualified(version.note, said["summary"])
    said |= {name: getattr(version, name) for name in shape.plain}
    said |= {new: getattr(version, old) for old, new in (shape.renamed or {}).items()}
    on: PartialDate | None = getattr(version, about.day) if about.day else None
    return FactRow(
        name=version.fact.name,
        kind=kind,
        geoid=getattr(version, "geoid", NATION),
        on=on,
        effective_on=on.first_day if on else None,
        disclosed_on=getattr(version, about.public) if about.public else None,
        word=getattr(version, about.word) if about.word else "",
        **said,
    )


def _about(as_of: AsOf, row: FactRow) -> FactRow:
    """A figure names the place that it counts: it is also shown where that is not the subject."""
    if row.kind != "reported_figure":
        return row
    return replace(row, place=label_of(as_of, row.geoid))


def _with_effect(rows: list[FactRow]) -> list[FactRow]:
    """Steps with the day that the rule counts: never before the step above in the thread."""
    days: dict[str, date] = {}
    for kind in THREADS:
        days |= {one.step.name: one.day for one in dated([r for r in rows if r.kind == kind])}
    return [replace(r, effective_on=days[r.name]) if r.name in days else r for r in rows]


def _counted(rows: list[FactRow]) -> list[FactRow]:
    """Steps with their place in the thread, from 1: the record's own numbers may have gaps."""
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[str, int] = {}
    for row in sorted((row for row in rows if row.thread), key=attrgetter("seq")):
        counts[row.kind, row.thread] += 1
        places[row.name] = counts[row.kind, row.thread]
    return [replace(row, seq=places[row.name]) if row.thread else row for row in rows]


def public_on(row: FactRow) -> date:
    """The day on which a fact became public: its disclosure, else the day on which it counts."""
    if row.disclosed_on or row.effective_on is None:
        return public_from(row.on, row.disclosed_on)
    return row.effective_on


def _in_order(rows: Iterable[FactRow]) -> tuple[FactRow, ...]:
    order: Callable[[FactRow], tuple[bool, date, bool]] = lambda row: (  # noqa: E731
        row.effective_on is None,
        row.effective_on or date.max,
        row.kind in NATIONAL,
    )
    return tuple(sorted(rows, key=order))
