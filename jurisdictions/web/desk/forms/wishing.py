"""From a checked form to wishes: keys are made, steps are put in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jurisdictions.read.keeping.histories import steps_now
from jurisdictions.read.naming import keys_taken
from jurisdictions.read.places import all_places
from jurisdictions.record.cells import state as read_state
from jurisdictions.record.changing.vouching import needs_source
from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RECORD, RETRACT, WishDraft
from jurisdictions.record.key_of import key_of
from jurisdictions.record.keys import Taken, source_key
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.steps.identities import step_identities
from jurisdictions.record.steps.inserting import in_time, number_again
from jurisdictions.record.steps.keys import thread_key
from jurisdictions.status.geoids import state_of
from jurisdictions.status.kinds import KINDS_OF_FACT, THREADS
from jurisdictions.web.desk.forms.fact_form import FactForm
from jurisdictions.web.desk.forms.source_form import SourceForm
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.typed import Typed

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """A checked form: `thread` is the one that its steps go on with, "" for a new one."""

    task: Task
    typed: Typed
    facts: Sequence[FactForm]
    sources: Sequence[SourceForm]
    thread: str


def wishes_of(form: Written, *, numbered: bool) -> list[WishDraft]:
    """The new sources, then what is to be done to the facts."""
    task = form.task
    if task.action == RETRACT:
        return [WishDraft(RETRACT, task.kind, task.name, base=task.base)]
    new, keys = _sources(form)
    facts = _facts(form, keys)
    return [*new, *(replace(wish, row=number if numbered else 0) for number, wish in facts)]


def keys_of(form: Written) -> list[str]:
    """The key of every source of the form, "" where none is chosen."""
    return _sources(form)[1]


def _sources(form: Written) -> tuple[list[WishDraft], list[str]]:
    """A wish for each new source that a fact names, and the key of every source of the form."""
    keys: list[str] = []
    wishes: list[WishDraft] = []
    made: set[str] = set()

    def taken(beginning: str) -> set[str]:
        return {*_taken(form.task, "source")(beginning), *made}

    for number, source in enumerate(form.sources):
        if not source.is_new:
            keys.append(source.said)
            promised = form.task.promised.get(source.said)
            if promised and source.said not in made:
                # Whichever proposal is accepted first records it: neither waits for the other.
                made.add(source.said)
                wishes.append(WishDraft(RECORD, "source", cells=promised.cells))
            continue
        cells = source.cells()
        kept = form.typed.sources[number].get("made", "")
        key = kept or source_key(cells, taken)
        made.add(key)
        keys.append(key)
        wishes.append(WishDraft(RECORD, "source", cells={"key": key, **cells}))
    return wishes, keys


def _facts(form: Written, keys: list[str]) -> Iterator[tuple[int, WishDraft]]:
    """Each fact with its number in the form, from 1; steps in the order of their days."""
    task = form.task
    written = [(number, _cells(form, number, keys)) for number in range(len(form.facts))]
    if task.action == CORRECT:
        changed = form.facts[0].changed_cells()
        cells = {**changed, **_moved(task, changed, written[0][1])}
        cells |= _numbered_again(task, cells)
        yield 1, WishDraft(CORRECT, task.kind, task.name, cells, task.base)
    elif task.action == CONTRADICT:
        cells = {"field": task.disputed, **written[0][1]}
        yield 1, WishDraft(CONTRADICT, task.kind, task.name, cells, task.base)
    else:
        ordered = in_time(written) if task.in_steps else written
        for (number, cells), identity in zip(ordered, _identities(form, ordered), strict=True):
            yield number + 1, WishDraft(RECORD, task.kind, cells={**identity, **cells})


def _cells(form: Written, number: int, keys: list[str]) -> Cells:
    cells = form.facts[number].cells()
    if keys:
        chosen = form.typed.facts[number].get("from", "0")
        index = int(chosen) if chosen.isdecimal() and int(chosen) < len(keys) else 0
        cells["source"] = keys[index]
    return cells


def _moved(task: Task, changed: Mapping[str, str], cells: Mapping[str, str]) -> Cells:
    """The source, where it is another one, or named again for a new value."""
    source = cells.get("source", "")
    named = source != task.now.get("source") or needs_source(KINDS[task.kind], changed)
    return {"source": source} if source and named else {}


def _numbered_again(task: Task, cells: Cells) -> Cells:
    """Another number for a step whose day changed, where it fits no longer between the others."""
    if task.kind not in THREADS or "on" not in cells:
        return {}
    steps = steps_now(task.kind, task.now[THREADS[task.kind]], task.as_of.program.slug)
    others = [step.cells for step in steps if step.name != task.name]
    number = number_again({**task.now, **cells}, others)
    return {"seq": str(number)} if number else {}


def _identities(form: Written, ordered: list[tuple[int, Cells]]) -> Iterator[Cells]:
    """The place and the key of each new fact."""
    task = form.task
    about = KINDS_OF_FACT[task.kind]
    at = {"geoid": _named(task)} if about.placed else {}
    kept = [form.typed.facts[number].get("made", "") for number, _cells in ordered]
    cells = [cells for _number, cells in ordered]
    taken = _taken(task, task.kind)
    if task.kind in THREADS:
        yield from ({**at, **one} for one in _steps(form, cells, kept, taken))
        return
    place = all_places("en").get(task.region)
    made = key_of(task.kind, place, cells[0], taken)
    yield {**at, about.keyed_by[0]: kept[0] or made} if made else at


def _named(task: Task) -> str:
    """The place that a new fact names: of an agency, and of what is about one, the state."""
    of_state = any(c.name == "geoid" and c.read is read_state for c in KINDS[task.kind].columns)
    return state_of(task.region) if of_state else task.region


def _steps(form: Written, steps: list[Cells], kept: list[str], taken: Taken) -> Iterator[Cells]:
    """Thread, number and name of each step; an amended proposal keeps the names that it had."""
    task, made = form.task, form.typed.said("made")
    again = made if made not in {one.key for one in task.threads} else ""
    thread = form.thread or again
    if not thread:
        place = all_places("en")[task.region]
        thread = thread_key(place, (step.get("on", "") for step in steps), taken)
    own = kept if made == thread else [""] * len(kept)
    names = {key.rpartition(":")[2] for key in taken(f"{thread}:")} - set(own)
    found = steps_now(task.kind, thread, task.as_of.program.slug) if form.thread else []
    old = [step.cells for step in found]
    return step_identities(task.kind, thread, steps, own, old=old, others=names)


def _taken(task: Task, kind: str) -> Taken:
    return lambda beginning: keys_taken(task.as_of.program.slug, kind, beginning)
