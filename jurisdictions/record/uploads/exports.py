"""Rows of this tracker's own exports -> wishes: each names its fact, of whatever kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from jurisdictions.models.standing import Standing, standing_facts
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import KINDS, REPORTED_FIGURE
from jurisdictions.record.uploads.aliases import EXAMPLE
from jurisdictions.record.uploads.cells import as_recorded, put_right
from jurisdictions.record.uploads.columns import FACT, TEXTS
from jurisdictions.record.uploads.rows import Read, Reader, add_wish, no_such_kind
from jurisdictions.status.kinds import TOLD, kinds_in

CALLED: Mapping[str, str] = {"application": "name", "state_law": "name", "list": "file"}
"""The column of a kind that stands as its title in an export."""


def _exported(kind: Kind) -> Mapping[str, str]:
    about = kind.about
    columns = {"word": about.word, "on": about.day, "thread": about.thread}
    columns |= {"geoid": "geoid"} if about.placed else {}
    if about.period and about.period[0] == about.day:
        columns["ended_on"] = about.period[1]
    own = {column.name for column in kind.columns}
    if about.public and about.public != "disclosed_on":
        columns["disclosed_on"] = about.public
    if "note" in own and "summary" not in own:
        columns |= {"summary": "note", "summary_es": "note_es"}
    if "basis" in own:
        columns["date_basis"] = "basis"
    if kind.kind.value in CALLED:
        columns["title"] = CALLED[kind.kind.value]
    return {exported: name for exported, name in columns.items() if name}


COLUMNS: Mapping[str, Mapping[str, str]] = {kind: _exported(KINDS[kind]) for kind in TOLD}
"""Columns of an export that a kind's own file calls otherwise, or has too."""
FREE = frozenset({FACT, "kind", EXAMPLE, "geoid", "place"})
"""Columns that say which fact or where: of a kind that has none of its own they change nothing."""


def read_exported(
    rows: Sequence[tuple[int, dict[str, str]]], reader: Reader, language: str
) -> Read:
    """Wishes to correct the facts named, or to record those that are not on record.

    `language` is that of the texts, "" for the one that most of them are in on record.
    """
    found = Read()
    named: list[tuple[int, Kind, str, dict[str, str]]] = []
    for row, cells in rows:
        if cells.pop(EXAMPLE, ""):
            found.examples += 1
            continue
        name = cells.pop(FACT, "")
        said = name.partition(":")[0]
        kind = KINDS[said] if said in kinds_in(reader.program.slug) else None
        if kind is None or not name.partition(":")[2]:
            found.faults.append(no_such_kind(name, row, reader.program.slug))
            continue
        own, wrong = _own_cells(kind, name, cells, row)
        right, more = put_right(kind.columns, own, row, reader.mending)
        if wrong or more:
            found.faults += [*wrong, *more]
        else:
            named.append((row, kind, name, right))
    standing = standing_facts(reader.program.pk, [name for _row, _kind, name, _cells in named])
    spanish = (language or language_of(named, standing)) == "es"
    for row, kind, name, cells in named:
        before = standing.get(name)
        told = _new(kind, name, cells, spanish)
        if before:
            told = _changed(as_recorded(cells, before.cells, reader.mending), before, spanish)
        add_wish(found, kind, told, name, row, before, reader)
    return found


def _own_cells(
    kind: Kind, name: str, cells: Mapping[str, str], row: int
) -> tuple[dict[str, str], list[Fault]]:
    """The cells under the columns of the kind's own file; what the kind does not have is wrong."""
    renamed = COLUMNS.get(kind.kind.value, {})
    columns = {column.name for column in kind.columns}
    own: dict[str, str] = {}
    faults = []
    if (said := cells.get("kind", "")) not in ("", kind.kind.value) and "kind" not in columns:
        faults.append(
            Fault("", row, "kind", said, _("is not the kind of %(fact)s") % {"fact": name})
        )
    for column, cell in cells.items():
        target = renamed.get(column) or (column if column in columns and column != "kind" else "")
        if target:
            own[target] = cell
        elif cell and column not in FREE:
            faults.append(Fault("", row, column, cell, _("is nothing that such a fact has")))
    return own, faults


def language_of(
    named: Sequence[tuple[int, Kind, str, dict[str, str]]], standing: Mapping[str, Standing]
) -> str:
    """The language in which most texts of an export stand on record."""
    seen: Counter[str] = Counter()
    for _row, _kind, name, cells in named:
        recorded = standing[name].cells if name in standing else {}
        for text in TEXTS:
            english, spanish = recorded.get(text, ""), recorded.get(f"{text}_es", "")
            if spanish and spanish != english:
                seen["en"] += cells.get(text) == english
                seen["es"] += cells.get(text) == spanish
    return "es" if seen["es"] > seen["en"] else "en"


def _changed(cells: Mapping[str, str], before: Standing, spanish: bool) -> dict[str, str]:
    """The cells that say something else than the export did; texts under their language."""
    told: dict[str, str] = {}
    for column, cell in cells.items():
        recorded = before.cells.get(column, "")
        if column in TEXTS and f"{column}_es" in before.cells and spanish:
            # An export shows the English text where the record has no Spanish.
            shown = before.cells[f"{column}_es"] or recorded
            if cell != shown:
                told[f"{column}_es"] = cell
        elif column == "seq":
            # An export counts the steps of a thread; it does not show the record's own number.
            continue
        elif column == "source":
            keys = cell.split()
            if keys:
                # Named again, though it may be the one that is cited already.
                told[column] = recorded if recorded in keys else keys[0]
        elif cell != recorded:
            told[column] = cell
    return told


def _new(kind: Kind, name: str, cells: Mapping[str, str], spanish: bool) -> dict[str, str]:
    """The cells of a fact that is not on record, its key taken from its name."""
    told = {**_key_cells(kind, name), **{column: cell for column, cell in cells.items() if cell}}
    if told.get("source"):
        told["source"] = told["source"].split()[0]
    if spanish:
        for text in TEXTS:
            if text in told and any(column.name == f"{text}_es" for column in kind.columns):
                told.setdefault(f"{text}_es", told[text])
    return told


def _key_cells(kind: Kind, name: str) -> dict[str, str]:
    key = name.partition(":")[2]
    if kind.in_steps:
        thread, _colon, step = key.rpartition(":")
        number = {"seq": step} if step.isdecimal() else {}
        return {kind.about.thread: thread, **number, "step_id": step}
    if kind is REPORTED_FIGURE:
        parts = (*key.split(":"), "", "", "", "")
        start, slash, end = parts[2].rpartition("/")
        period = {"period_start": start, "as_of": end} if slash else {"as_of": end}
        return {"geoid": parts[0], "metric": parts[1], **period, "source": parts[3]}
    return {kind.keyed_by[0]: key}
