"""A proposal back in its form: to amend it, or to edit and accept it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jurisdictions.read.keeping.proposal_rows import ProposalRow, WishRow
from jurisdictions.read.rows import AsOf
from jurisdictions.record import cells
from jurisdictions.record.changing.wishes import CONTRADICT, RECORD
from jurisdictions.record.kinds import KINDS
from jurisdictions.status.kinds import THREADS
from jurisdictions.web.desk.forms.fact_tasks import fact_task
from jurisdictions.web.desk.forms.fields import as_written
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.tasks import record_task
from jurisdictions.web.desk.forms.typed import MOST_FACTS, Texts, Typed


def can_be_edited(row: ProposalRow) -> bool:
    """Whether one form holds the whole proposal: a file's rows are edited in the file."""
    facts = _facts(row.wishes)
    if row.upload or row.wish_count > MOST_FACTS or not facts:
        return False
    first = facts[0]
    if len(facts) > 1:
        thread = THREADS.get(first.kind, "")
        alike = {(one.action, one.kind, one.cells.get(thread)) for one in facts}
        return bool(thread) and first.action == RECORD and len(alike) == 1
    return first.action == RECORD or first.on_record


def task_of(row: ProposalRow, as_of: AsOf) -> Task:
    """The form that the proposal was written in."""
    first = _facts(row.wishes)[0]
    if first.action == RECORD:
        return record_task(as_of, first.geoid, first.kind)
    return fact_task(as_of, first.action, first.name, first.cells.get("field", ""))


def typed_of(row: ProposalRow, task: Task) -> Typed:
    """What the form held when it was sent."""
    facts, new = _facts(row.wishes), _new_sources(row.wishes)
    keys = list(dict.fromkeys(one.cells.get("source", task.now.get("source", "")) for one in facts))
    sources = tuple(_source(key, new) for key in keys if key)
    whole = {"reason": row.reason, "revision": str(row.revision), "base": str(task.base or "")}
    if task.in_steps:
        thread = facts[0].cells[THREADS[task.kind]]
        whole["made"] = thread
        whole["thread"] = thread if thread in {one.key for one in task.threads} else ""
    return Typed(tuple(_fact(one, keys) for one in facts), sources or ({},), whole)


def _facts(wishes: Sequence[WishRow]) -> list[WishRow]:
    """The wishes but for new sources, unless a source is all that is wished."""
    others = [one for one in wishes if not _is_new_source(one)]
    return others or list(wishes)


def _new_sources(wishes: Sequence[WishRow]) -> dict[str, Texts]:
    return {one.cells["key"]: one.cells for one in wishes if _is_new_source(one)}


def _is_new_source(wish: WishRow) -> bool:
    return wish.kind == "source" and wish.action == RECORD


def _source(key: str, new: Mapping[str, Texts]) -> Texts:
    if key not in new:
        return {"key": key}
    return {**_written("source", new[key]), "key": "new", "made": key}


def _fact(wish: WishRow, keys: Sequence[str]) -> Texts:
    source = wish.cells.get("source", "")
    texts = {
        **_written(wish.kind, wish.cells),
        "from": str(keys.index(source)) if source in keys else "0",
    }
    if wish.action == RECORD:
        key = wish.name.partition(":")[2]
        texts["made"] = key.rpartition(":")[2] if wish.kind in THREADS else key
    if wish.action == CONTRADICT:
        texts["said"] = as_written(wish.cells.get("said", ""))
    return texts


def _written(kind: str, texts: Texts) -> dict[str, str]:
    """The cells as a person would write them."""
    days = {column.name for column in KINDS[kind].columns if column.read is cells.day}
    return {name: as_written(text) if name in days else text for name, text in texts.items()}
