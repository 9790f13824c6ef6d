"""Versions and citations of one fact -> what it was after each change that touched it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from jurisdictions.models import Citation
from jurisdictions.models.base import FactVersion, Version
from jurisdictions.models.standing import cells_of, columns_of
from jurisdictions.read.keeping.history_rows import Difference, Dispute, FactVersionRow, How
from jurisdictions.read.keeping.record_changes import record_changes
from jurisdictions.status.kinds import CITED


def versions_of(
    kind: str, versions: Sequence[FactVersion], cited: Sequence[Citation]
) -> Iterator[FactVersionRow]:
    """The fact after each change that touched it, the first one first."""
    touched = sorted(changes_of([*versions, *cited]))
    changes = record_changes(touched)
    before: dict[str, str] = {}
    disputed: tuple[Dispute, ...] = ()
    for number, change in enumerate(touched, start=1):
        support = [one for one in cited if not one.contradicts and _stood(one, change)]
        version = next((one for one in versions if _stood(one, change)), None)
        cells = _cells(kind, version, support) if version else {}
        now = tuple(dispute_of(c) for c in cited if c.contradicts and _stood(c, change))
        ended = touched[number] if number < len(touched) else None
        yield FactVersionRow(
            number,
            changes[change],
            _how(before, cells),
            cells,
            now,
            tuple(_differences(kind, before, cells)),
            tuple(one for one in now if one not in disputed),
            tuple(one for one in disputed if one not in now),
            changes[ended] if ended else None,
        )
        before, disputed = cells, now


def changes_of(versions: Collection[Version]) -> set[int]:
    """The changes that began or ended any of the versions."""
    begun = {version.change_id for version in versions}
    return begun | {version.ended_by_id for version in versions if version.ended_by_id}


def _stood(version: Version, change: int) -> bool:
    """Whether the version stood once the change was made."""
    ended = version.ended_by_id
    return version.change_id <= change and (ended is None or ended > change)


def _cells(kind: str, version: FactVersion, support: Sequence[Citation]) -> dict[str, str]:
    cells = cells_of(kind, version)
    if kind in CITED:
        first = support[0] if support else None
        cells["source"] = first.source.key if first else ""
        cells["locator"] = first.locator if first else ""
        cells["quote"] = first.quote if first else ""
    return cells


def _how(before: Mapping[str, str], cells: Mapping[str, str]) -> How:
    if not cells:
        return How.RETRACTED
    if not before:
        return How.RECORDED
    if cells == before:
        return How.DISPUTED
    return How.MOVED if only_moved(before, cells) else How.CORRECTED


def only_moved(before: Mapping[str, str], cells: Mapping[str, str]) -> bool:
    """Whether a step says what it said, and only stands elsewhere in its thread."""
    return {**before, "seq": ""} == {**cells, "seq": ""} and before != cells


def _differences(
    kind: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[Difference]:
    for column in columns_of(kind):
        old, new = before.get(column, ""), after.get(column, "")
        if old != new:
            yield Difference(column, old, new)


def dispute_of(one: Citation) -> Dispute:
    """A contradiction as a row; its source is to be loaded with it."""
    return Dispute(
        one.field,
        one.recorded,
        one.said,
        one.source.key,
        one.locator,
        one.note,
        one.note_es,
        one.adjudication,
        one.adjudication_es,
    )
