"""The views of the queue that somebody kept, and those that the team shares."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from jurisdictions.models import SavedView


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A view: its name and query; whose it is, and whether it is the reader's own."""

    view_id: int
    name: str
    query: str
    shared: bool
    person: str
    own: bool


def views_for(reader: int) -> tuple[ViewRow, ...]:
    """One's own, and those that others of the team share, by name. One query."""
    here = Q(person__suspended_at=None, person__left_at=None)
    rows = SavedView.objects.filter(Q(person=reader) | (Q(shared=True) & here))
    names = ("pk", "name", "query", "shared", "person__name", "person_id")
    found = rows.order_by("name", "pk").values_list(*names)
    return tuple(
        ViewRow(pk, name, query, shared, person, number == reader)
        for pk, name, query, shared, person, number in found
    )
