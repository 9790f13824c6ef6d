"""What a list of wishes says, fact by fact, in words: before and after of every cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RECORD, RETRACT, WishDraft
from jurisdictions.record.kinds import KINDS
from jurisdictions.render.words.cell_changes import CellChange, cell_changes, contradiction_told
from jurisdictions.render.words.fact_titles import fact_title, kind_text
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.preview.step_places import places_told

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WishTold:
    """What is to be done to one fact; `name` is empty for one that has no name yet.

    `disputable`: it would be recorded, and another source may say otherwise on it already.
    `place`: whose fact it is, where the page is about another place or several.
    `stands`: between which other steps it puts one, where that is not behind them all.
    """

    action: str
    verb: str
    kind: str
    title: str
    name: str
    cells: list[CellChange]
    disputable: bool = False
    stands: str = ""
    place: str = ""


def wishes_context(wishes: Sequence[WishDraft], task: Task) -> list[WishTold]:
    """Each wish of a form, before it is sent."""
    titles = {key: source.title for key, source in task.known.items()}
    for wish in wishes:
        if wish.action == RECORD and wish.kind == "source":
            titles[wish.cells["key"]] = wish.cells["title"]
    stands = task.base is not None
    told = [
        told_wish(wish, task.now if wish.name else {}, titles, on_record=stands) for wish in wishes
    ]
    places = places_told(wishes, task.as_of.program.slug)
    return [replace(one, stands=place) for one, place in zip(told, places, strict=True)]


def told_wish(
    wish: WishDraft, now: Cells, titles: Mapping[str, str], *, on_record: bool = True
) -> WishTold:
    """One wish beside the cells of its fact as they are, or as they are proposed so far."""
    if wish.action == CONTRADICT:
        shown = now
        cells = contradiction_told(wish.kind, now, wish.cells, titles, on_record=on_record)
    elif wish.action == RETRACT:
        shown, cells = now, list(cell_changes(wish.kind, now, {}, titles))
    else:
        shown = {**now, **wish.cells}
        told = cell_changes(wish.kind, now, shown, titles, wish.cells)
        cells = [cell for cell in told if not cell.same]
    title = fact_title(wish.kind, shown)
    return WishTold(
        wish.action,
        verb_of(wish.action),
        kind_text(wish.kind),
        title,
        wish.name,
        cells,
        disputable=bool(wish.action == RECORD and wish.name and KINDS[wish.kind].disputable),
    )


def verb_of(action: str) -> str:
    """What is done to a fact, as a heading."""
    return {
        RECORD: _("Addition"),
        CORRECT: _("Correction"),
        RETRACT: _("Retraction"),
        CONTRADICT: _("Another source says otherwise"),
    }[action]
