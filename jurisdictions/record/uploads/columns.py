"""Which heading of a file is which column: by name, then by other names; what is left is asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from jurisdictions.models.folding import fold
from jurisdictions.record import cells
from jurisdictions.record.columns import SEQ, STEP_ID, Kind
from jurisdictions.record.kinds import (
    CONTRADICTION_COLUMNS,
    JURISDICTION,
    KINDS,
    POLICY_EVENT,
    SOURCES,
)
from jurisdictions.record.uploads.aliases import (
    ALIASES,
    DERIVED,
    EXAMPLE,
    HOW_SURE,
    NAMED,
    OF_AGENCIES,
    STATE_NAME,
)
from jurisdictions.status.kinds import FactKind

EDTF, LABEL = " edtf", " label"
EXPORT, CONTRADICTIONS = "export", "contradictions"
"""Files whose rows name their facts themselves; they are of no single kind."""
FACT, WORD, THREAD = "fact", "word", "thread"
TEXTS = ("by", "to", "title", "summary", "note")
EXPORTED = (
    *(FACT, "kind", "geoid", "place", "on", "disclosed_on", "ended_on", WORD, "instrument"),
    *("by", "by_es", "to", "to_es", "title", "title_es", "summary", "summary_es", "outcome"),
    "date_basis",
    *(THREAD, "seq", "period_start", "value", "unit", "source", "locator", "quote", EXAMPLE),
)
"""What a row of an export may say of its fact, under the names of docs/columns.md."""
SAME: Mapping[str, str] = {
    "sources": "source",
    "effect": WORD,
    "metric": WORD,
    "as_of": "on",
    "basis": "date_basis",
    "note": "summary",
    "note_es": "summary_es",
}
"""Columns of the other exports, and which of EXPORTED they are."""
NEEDED: Mapping[str, tuple[str, ...]] = {
    EXPORT: (FACT,),
    CONTRADICTIONS: (FACT, "field", "said", "source"),
}

MADE_FROM: Mapping[str, tuple[str, ...]] = {
    FactKind.LOCAL_MEASURE.value: ("geoid", "kind"),
    POLICY_EVENT.kind.value: ("title",),
    SOURCES.kind.value: ("title",),
    FactKind.AGENCY.value: ("geoid", "name"),
    FactKind.AGENCY_AGREEMENT.value: ("agency", "model"),
    FactKind.APPLICATION.value: ("geoid", "name", "model", "pending_from"),
    FactKind.STATE_LAW.value: ("geoid", "name"),
    FactKind.LIST.value: ("kind", "listed_on"),
    FactKind.OPT_OUT.value: ("geoid", "on", "step"),
    FactKind.AGREEMENT.value: ("geoid", "on", "step"),
}
"""The kinds whose keys can be made, and the cells that they are made of."""


OURS = (
    (SOURCES.kind.value, frozenset({"key", "title", "cited"})),
    (FactKind.AGENCY_AGREEMENT.value, frozenset({"agreement", "agency", "model", "in force"})),
    (FactKind.AGENCY.value, frozenset({"agency", "name", "in force", "agreements"})),
    (FactKind.ACTIVATION.value, frozenset({"geoid", "status", "activated on"})),
    (JURISDICTION.kind.value, frozenset({"geoid", "name", "status", "since"})),
)
"""Lists of ours that name no facts, by their headings, and the kind of facts that each row is."""
RECKONED = tuple(
    map(
        frozenset,
        (
            ("geoid", "start", "end", "status"),
            ("day", "change", "text"),
            ("claim", "recorded least", "recorded most"),
            ("flag", "kind", "before", "after"),
            ("request", "first step", "last step"),
            ("section", "word", "meaning"),
            ("edition", "rule version", "facts changed"),
            ("geoid", "was", "now"),
            ("changed on", "changed by", "how"),
            ("day", "status", "number"),
        ),
    )
)
"""Tables of ours that hold no facts, by their headings."""


def mode_of(kind: str, headings: Sequence[str]) -> str:
    """How a file is read: as a list of contradictions, as an export, or as rows of one kind."""
    names = {fold(heading) for heading in headings}
    if {"fact", "field", "said"} <= names:
        return CONTRADICTIONS
    if {"fact", "geoid", "ocd id"} <= names:
        return JURISDICTION.kind.value
    if not kind and "fact" not in names:
        kind = next((mode for mode, own in OURS if own <= names), "")
    return kind if kind and "fact" not in names else EXPORT


def is_reckoned(headings: Sequence[str]) -> bool:
    """Whether a table of ours holds no facts, but what is reckoned or told from them."""
    names = {fold(heading) for heading in headings}
    return any(own <= names for own in RECKONED)


def targets_of(mode: str) -> tuple[str, ...]:
    """The columns that a heading may be."""
    if mode == CONTRADICTIONS:
        return (*(column.name for column in CONTRADICTION_COLUMNS), "contradicts", EXAMPLE)
    if mode == EXPORT:
        return EXPORTED
    kind = KINDS[mode]
    return (*(column.name for column in kind.columns), *_named(kind), EXAMPLE)


def _named(kind: Kind) -> tuple[str, ...]:
    """A place may be named instead of its geoid, save where the geoid is what is recorded."""
    reads = {column.read for column in kind.columns if column.name == "geoid"}
    if reads & {cells.place, cells.county}:
        return NAMED
    # What names its state may name it otherwise than by its code.
    return (STATE_NAME,) if cells.state in reads else ()


def needed(mode: str) -> tuple[str, ...]:
    """The columns without which no row says which fact it is about."""
    if mode in NEEDED:
        return NEEDED[mode]
    kind = KINDS[mode]
    filled = {column.name for column in kind.columns if column.filled}
    keys = tuple(name for name in kind.keyed_by if name in filled)
    return (*keys, SEQ.name) if kind.in_steps else keys


def match_headings(headings: Sequence[str], mode: str) -> list[str | None]:
    """The column of each heading: "" for one to leave out, None for one that is to be asked about.

    Every column is matched once: first by its own name, then by another.
    """
    targets = targets_of(mode)
    names = [fold(heading) for heading in headings]
    # In an export "date" is the day that was asked for, whatever a column's other names are.
    derived = DERIVED if _is_ours(mode, names) else frozenset[str]()
    if derived and "agency" in names:
        derived |= OF_AGENCIES
        names = _as_known(names)
    told = HOW_SURE if {"status", "precision", "contradicted"} <= set(names) else ()
    found: list[str | None] = ["" if name in told else None for name in names]
    for called in (_by_own_name(targets), _by_other_names(targets, mode, derived)):
        for at, name in enumerate(names):
            target = called.get(name)
            free = [one for one in target or () if one not in found]
            if found[at] is None and free:
                found[at] = free[0]
    return [
        "" if one is None and (not name or name in derived or _is_label(name, names)) else one
        for one, name in zip(found, names, strict=True)
    ]


def _is_label(name: str, names: Sequence[str]) -> bool:
    """Whether the column says in words what the code in another one says."""
    return name.endswith(LABEL) and name.removesuffix(LABEL) in names


def _as_known(names: Sequence[str]) -> list[str]:
    """A date that stands twice is meant as precise as the record knows it, not as its first day."""
    twice = {name.removesuffix(EDTF) for name in names if name.endswith(EDTF)} & {*names}
    called = {name: f"{name}{EDTF}" for name in twice} | {f"{name}{EDTF}": name for name in twice}
    return [called.get(name, name) for name in names]


def _is_ours(mode: str, names: Sequence[str]) -> bool:
    """Whether the file is an export of this tracker, as its headings tell."""
    ours = (
        *({"geoid", "status"}, {"key", "cited"}, {"geoid", "ocd id"}),
        *({"agency", "in force"}, {"agreement", "agency", "name"}),
    )
    return mode in (EXPORT, CONTRADICTIONS) or any(one <= set(names) for one in ours)


def suggestion(heading: str, mode: str, taken: Sequence[str | None]) -> str:
    """The column whose name is nearest to a heading that matched none; "" when none is near."""
    called = {**_by_other_names(targets_of(mode), mode), **_by_own_name(targets_of(mode))}
    near = get_close_matches(fold(heading), called, n=1, cutoff=0.8)
    options = [target for target in (called[near[0]] if near else ()) if target not in taken]
    return options[0] if options else ""


def missing_columns(mode: str, columns: Sequence[str]) -> list[str]:
    """Columns that are needed and were matched to no heading.

    A place may be named instead of its code, a step by its name instead of its number; the key of
    a row that has none may be made.
    """
    instead = {"geoid": (*NAMED, "agency"), SEQ.name: (STEP_ID.name,)}
    given = {
        *columns,
        *(name for name, others in instead.items() if any(one in columns for one in others)),
    }
    if mode in MADE_FROM and given.issuperset(MADE_FROM[mode]):
        if not (KINDS[mode].in_steps and SEQ.name in columns):
            given.add(KINDS[mode].keyed_by[0])
        # A step without a number gets the one that its day gives it.
        given.add(SEQ.name)
    return [name for name in needed(mode) if name not in given]


def _by_own_name(targets: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {fold(target.replace("_", " ")): (target,) for target in targets}


def _by_other_names(
    targets: Sequence[str], mode: str, derived: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for target in targets:
        for name in set(ALIASES.get(target, ())) - set(derived):
            found[name] = (*found.get(name, ()), target)
    if mode == EXPORT:
        for name, target in SAME.items():
            found[fold(name)] = (target, *found.get(fold(name), ()))
    return found
