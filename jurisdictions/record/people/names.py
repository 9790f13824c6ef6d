"""The names that people are known by in the history: nobody takes another's."""

from __future__ import annotations

import secrets
import unicodedata

from django.utils.translation import gettext as _

from jurisdictions.models import Act, Change, Edition, Invitation, Job, Person, Role, Tip
from jurisdictions.record.cleaning import one_line

MOST = 80
"""The most characters that a name may have."""
FORMER = "Former contributor"

SHIPPED = "shipped with the tracker"
"""In whose name the facts are loaded that come with the project."""
"""How the pseudonym of somebody who left begins."""


def tidy_name(text: str) -> str:
    """A name without signs that no person sees, its blanks single."""
    return one_line(text)


def fault_of_name(name: str, *, own: str = "") -> str:
    """Why nobody may be called this, "" when somebody may; `own`: the name that they bear now."""
    if not any(sign.isalpha() for sign in name):
        return _("Write a name with at least one letter.")
    if len(name) > MOST:
        return _("At most %(most)d characters.") % {"most": MOST}
    if _same(name, own):
        return ""
    if _key(name).startswith(_key(FORMER)) or any(_same(name, other) for other in _borne()):
        return _("Somebody is known by this name already: choose another.")
    return ""


def rename(person: Person, name: str) -> None:
    """Call somebody otherwise, wherever the history names them, also in the past."""
    old, person.name = person.name, name
    person.save(update_fields=["name"])
    for rows, column in (
        (Change.objects, "made_by"),
        (Edition.objects, "published_by"),
        (Job.objects, "asked_by"),
        (Role.objects, "given_by"),
        (Role.objects, "ended_by"),
        (Invitation.objects, "invited_by"),
        (Act.objects, "done_by"),
    ):
        rows.filter(**{column: old}).update(**{column: name})
    _rename_in_notes(old, name)
    _rename_in_jobs(old, name)


def pseudonym() -> str:
    """A name for somebody who left: it says nothing of who it was."""
    while True:
        name = f"{FORMER} {secrets.token_hex(2).upper()}"
        if not Person.objects.filter(name=name).exists():
            return name


def _rename_in_notes(old: str, name: str) -> None:
    for tip in Tip.objects.exclude(earlier=[]):
        if any(note.get("by") == old for note in tip.earlier):
            tip.earlier = [
                note | {"by": name} if note.get("by") == old else note for note in tip.earlier
            ]
            tip.save(update_fields=["earlier"])


def _rename_in_jobs(old: str, name: str) -> None:
    """What was asked of the worker says in whose name it is to be done."""
    for job in Job.objects.filter(arguments__by=old):
        job.arguments["by"] = name
        job.save(update_fields=["arguments"])


def _borne() -> set[str]:
    """Every name that the history shows, of people and of programs that wrote it."""
    people = Person.objects.values_list("name", flat=True)
    return {*people, *Change.objects.values_list("made_by", flat=True).distinct()}


def _same(name: str, other: str) -> bool:
    return _key(name) == _key(other)


def _key(name: str) -> str:
    """Names that a reader would take for one another have the same key."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
