"""What wishes of one proposal mean for each other: twins, and new sources that others name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from jurisdictions.record.changing.concerned import places_citing
from jurisdictions.record.changing.wishes import RECORD, Plan, Read, WishDraft, fault_of, kind_of
from jurisdictions.record.kinds import SOURCES


def without_twins(read: Sequence[Read]) -> list[Read]:
    """Two wishes for one fact are refused: which of them should win?"""
    first: dict[str, WishDraft] = {}
    kept: list[Read] = []
    for one in read:
        if isinstance(one, Plan) and first.setdefault(one.name, one.wish) is not one.wish:
            row = first[one.name].row
            said = _("is the same fact as row %(row)d") % {"row": row}
            kept.append((fault_of(one.wish, said if row else _("stands twice"), "", one.name),))
        else:
            kept.append(one)
    return kept


def without_refused_sources(wishes: Sequence[WishDraft], read: Sequence[Read]) -> list[Read]:
    """What names a new source that is itself refused is refused with it."""
    refused = {
        wish.cells.get("key", "")
        for wish, one in zip(wishes, read, strict=True)
        if kind_of(wish) is SOURCES and wish.action == RECORD and not isinstance(one, Plan)
    }
    return [
        (fault_of(one.wish, _("names a source that is refused"), "source", named),)
        if isinstance(one, Plan) and (named := _source_of(one)) in refused
        else one
        for one in read
    ]


def _source_of(plan: Plan) -> str | None:
    """The key of the source that a plan would cite, if any."""
    if plan.contradiction:
        return plan.contradiction.source
    return plan.draft.source if plan.draft and plan.kind.cited else None


def with_places_of_sources(read: Sequence[Read]) -> Iterator[Read]:
    """A source that is changed concerns the places of the facts that cite it."""
    cited = [
        one.name.partition(":")[2]
        for one in read
        if isinstance(one, Plan) and one.kind is SOURCES and one.before and one.changes
    ]
    places = places_citing(cited) if cited else {}
    for one in read:
        key = one.name.partition(":")[2] if isinstance(one, Plan) and one.kind is SOURCES else ""
        yield replace(one, places=places[key]) if isinstance(one, Plan) and key in places else one
