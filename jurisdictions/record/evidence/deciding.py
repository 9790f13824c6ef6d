"""A file is shown to everybody, kept for reviewers, or removed; a removed one leaves a note."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Source, SourceFile
from jurisdictions.record.evidence.attaching import forget_unused
from jurisdictions.record.evidence.rights import REMOVE, SHOW, demand_at, may_at
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.public_words import tidy


class NoSuchFile(LookupError):
    """The source has no such file, or none any more."""


@transaction.atomic
def show_file(*, source: str, file: int, by: Actor, at: datetime) -> None:
    """Show a file to everybody, beside its source. Raises NotAllowed, Refused, NoSuchFile."""
    found = _standing(source, file)
    demand_at(by, SHOW, found.source, found)
    if not Source.objects.current().filter(key=found.source).exists():
        raise Refused([Fault("", 0, "", "", _("The source is only proposed: decide on it first."))])
    if not found.shown_at:
        found.shown_at, found.shown_by_id = at, by.person_id
        found.save(update_fields=["shown_at", "shown_by"])


@transaction.atomic
def hide_file(*, source: str, file: int, by: Actor) -> None:
    """Keep a file for reviewers only, from now on."""
    found = _standing(source, file)
    demand_at(by, SHOW, found.source, found)
    found.shown_at, found.shown_by = None, None
    found.save(update_fields=["shown_at", "shown_by"])


@transaction.atomic
def remove_file(*, source: str, file: int, reason: str, by: Actor, at: datetime) -> None:
    """Delete a file for good; the note says when and why, and everybody can read it.

    Every row of the same bytes goes with it, wherever its remover may remove one, for a request for
    privacy is about what they say. What others keep elsewhere is theirs: anybody has the bytes of
    a file that is shown, and might attach them here only to remove them there.
    """
    found = _standing(source, file)
    if not found.source and found.added_by_id == by.person_id:
        found.delete()
        forget_unused([found.checksum])
        return
    if not found.source:
        raise NoSuchFile(file)
    demand_at(by, REMOVE, found.source, found)
    if not tidy(reason):
        raise Refused([Fault("", 0, "reason", "", _("Say why, in a sentence."))])
    same = SourceFile.objects.filter(checksum=found.checksum, removed_at=None)
    gone = [one.pk for one in same if not one.source or may_at(by, REMOVE, one.source, one)]
    said = {"name": "", "removed_at": at, "removed_by_id": by.person_id, "removal": tidy(reason)}
    same.filter(pk__in=gone).update(**said)
    forget_unused([found.checksum])


def _standing(source: str, file: int) -> SourceFile:
    locked = SourceFile.objects.select_for_update(of=("self",))
    found = locked.filter(pk=file, source=source, removed_at=None).first()
    if found is None:
        raise NoSuchFile(file)
    return found
