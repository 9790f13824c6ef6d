"""Some rows of an upload read anew beside what is known of the others, without its whole check."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from jurisdictions.models import Upload
from jurisdictions.record.changing.wishes import CONTRADICT, RECORD, WishDraft
from jurisdictions.record.kinds import KINDS, SOURCES
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.checking import Again, Checked, check_table
from jurisdictions.record.uploads.jobs import faults_of, findings_of, what_is_asked, wishes_of
from jurisdictions.record.uploads.kept_rows import (
    COUNTED,
    FAULTY,
    count_left,
    mends_of,
    table_kept,
)
from jurisdictions.record.uploads.keying import measure_of
from jurisdictions.record.uploads.sourcing import NewSource
from jurisdictions.status.kinds import FactKind

ASKED: Mapping[str, tuple[str, ...]] = {
    "questions": ("key",),
    "words": ("column", "written"),
    "sources": ("written",),
}
"""What is asked about once for all its rows, and what tells one of them from another."""


def read_again(upload: Upload, rows: Collection[int], by: Actor, at: datetime) -> None:
    """Read rows anew; what was found of them takes the place of what was. It is not yet saved."""
    numbers = _with_their_threads(upload, rows)
    table = table_kept(upload)
    columns = {**(upload.columns or {}), "targets": table.headings}
    again = _known(upload, numbers)
    checked = check_table(
        what_is_asked(upload, columns, table, by=by, at=at, again=again), lambda share: None
    )
    _splice(upload, numbers, checked)


def _with_their_threads(upload: Upload, rows: Collection[int]) -> frozenset[int]:
    """The rows, and those of the same threads: the steps of one are in order together."""
    kind = KINDS.get(upload.shape["mode"])
    thread = kind.about.thread if kind and kind.in_steps else ""
    if not thread:
        return frozenset(rows)
    mends, named = mends_of(upload), upload.rows["columns"]
    at = named.index(thread) if thread in named else -1
    told = {
        one[0]: mends.get(one[0], {}).get(thread, one[3][at] if at >= 0 and one[3] else "")
        for one in upload.rows["rows"]
    }
    came = {one[0]: one[3][at] if at >= 0 and one[3] else "" for one in upload.rows["rows"]}
    threads = {told.get(row, "") for row in rows} | {came.get(row, "") for row in rows}
    # Those that name none are put in order together: one of them may move the others.
    return frozenset(rows) | {row for row, own in told.items() if own in threads}


def _known(upload: Upload, numbers: Collection[int]) -> Again:
    """What is known of the other rows."""
    others = [one for one in upload.wishes if one["beside"] or one["row"] not in numbers]
    sources = [one for one in others if one["beside"]]
    taken: dict[tuple[str, ...], int] = {
        (one[2], "", ""): one[0]
        for one in upload.rows["rows"]
        if one[0] not in numbers and one[1] != FAULTY and one[2]
    }
    for one in others:
        if one["action"] == CONTRADICT:
            taken.pop((one["fact"], "", ""), None)
            cells = one["cells"]
            taken[(one["fact"], cells.get("field", ""), cells.get("source", ""))] = one["row"]
    return Again(
        rows=frozenset(numbers),
        taken=taken,
        sources=[
            WishDraft(RECORD, SOURCES.kind.value, cells=one["cells"], row=one["row"])
            for one in sources
        ],
        named=[NewSource(one["written"], one["cells"]) for one in upload.findings["sources"]],
        measures={
            measure_of(one["cells"]): one["row"]
            for one in others
            if one["kind"] == FactKind.LOCAL_MEASURE and one["action"] == RECORD
        },
    )


def _splice(upload: Upload, numbers: Collection[int], checked: Checked) -> None:
    """Put what was found of the rows in the place of what was."""
    found = findings_of(upload, checked)
    findings, counts = dict(upload.findings), dict(upload.findings["counts"])
    rows = []
    for number, became, fact, cells in upload.rows["rows"]:
        if number in numbers and cells:
            now, named = checked.became.get(number, (FAULTY, ""))
            counts[COUNTED[became]] = counts.get(COUNTED[became], 0) - 1
            counts[COUNTED[now]] = counts.get(COUNTED[now], 0) + 1
            rows.append([number, now, named, cells])
        else:
            rows.append([number, became, fact, cells])
    new = wishes_of(checked)
    counts["created"] = counts.get("created", 0) + sum(one["beside"] for one in new)
    findings["counts"] = counts
    before = findings["sources"]
    for name, key in ASKED.items():
        findings[name] = _asked(findings[name], found[name], key, numbers)
    findings["lacking"] = {
        name: sorted({*(set(findings["lacking"][name]) - set(numbers)), *found["lacking"][name]})
        for name in ("recorded", "corrected")
    }
    findings["since"] = sorted({*findings.get("since", ()), *numbers})
    upload.findings, upload.rows = findings, {**upload.rows, "rows": rows}
    kept = [one for one in upload.faults if one["sheet"] or one["row"] not in numbers]
    told = [*kept, *faults_of(upload, checked)]
    upload.faults = sorted(told, key=lambda one: (one["sheet"] != "", one["row"], one["column"]))
    wishes = [one for one in upload.wishes if one["beside"] or one["row"] not in numbers]
    sources = [one for one in (*wishes, *new) if one["beside"]]
    others = [one for one in (*wishes, *new) if not one["beside"]]
    cited = {one["written"] for one in findings["sources"]}
    gone = {one["cells"]["key"] for one in before if one["written"] not in cited}
    kept_sources = [one for one in sources if one["cells"].get("key") not in gone]
    counts["created"] -= len(sources) - len(kept_sources)
    upload.wishes = [*kept_sources, *sorted(others, key=lambda one: one["row"])]
    count_left(upload)


def _asked(
    before: Sequence[dict[str, Any]],
    found: Sequence[dict[str, Any]],
    key: Sequence[str],
    numbers: Collection[int],
) -> list[dict[str, Any]]:
    """The questions with the rows that they are now about; those about none are asked no more."""
    merged: dict[tuple[Any, ...], dict[str, Any]] = {}
    for one in before:
        at = [row for row in one["at"] if row not in numbers]
        merged[tuple(one[name] for name in key)] = {**one, "at": at}
    for one in found:
        name = tuple(one[part] for part in key)
        at = merged[name]["at"] if name in merged else []
        merged[name] = {**one, "at": sorted({*at, *one["at"]})}
    return [one for one in merged.values() if one["at"]]
