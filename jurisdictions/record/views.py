"""Views of the queue that people keep for themselves, or for the team."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Person, SavedView
from jurisdictions.record.cleaning import one_line
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor

LONGEST_NAME, LONGEST_QUERY, MOST = 60, 600, 30


@transaction.atomic
def save_view(*, name: str, query: str, shared: bool, by: Actor) -> int:
    """Keep a view under a name, which takes the place of one's own of that name.

    Raises Refused for a name that is blank or too long, and when there are too many.
    """
    # One at a time: two that are sent at once are counted.
    Person.objects.select_for_update().get(pk=by.person_id)
    name = one_line(name)
    own = SavedView.objects.filter(person_id=by.person_id)
    if not name or len(name) > LONGEST_NAME:
        said = _("Give it a name of at most %(number)d letters.") % {"number": LONGEST_NAME}
        raise Refused([Fault("", 0, "name", "", said)])
    if len(query) > LONGEST_QUERY or (own.exclude(name=name).count() >= MOST):
        raise Refused([Fault("", 0, "name", "", _("There are too many: delete one first."))])
    told = {"query": query, "shared": shared}
    kept, _made = SavedView.objects.update_or_create(
        person_id=by.person_id, name=name, defaults=told
    )
    return kept.pk


def delete_view(*, view: int, by: Actor) -> None:
    """Forget a view of one's own; another's stays."""
    SavedView.objects.filter(pk=view, person_id=by.person_id).delete()
