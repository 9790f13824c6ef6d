"""Roles in words: what each is called, what it lets somebody do."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ROLES: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "contributor": (
        gettext_lazy("Contributor"),
        gettext_lazy("proposes changes, with a source and a reason"),
    ),
    "editor": (
        gettext_lazy("Editor"),
        gettext_lazy(
            "proposes changes, answers tips and corrects small things directly: sources, notes,"
            " names"
        ),
    ),
    "reviewer": (
        gettext_lazy("Reviewer"),
        gettext_lazy(
            "does what an editor does and decides on the proposals of others; needs a second factor"
        ),
    ),
    "administrator": (
        gettext_lazy("Administrator"),
        gettext_lazy("keeps people, roles and programs, not facts; needs a second factor"),
    ),
}


def role_label(role: str) -> str:
    """What a role is called."""
    return str(ROLES[role][0]) if role in ROLES else role


def role_meaning(role: str) -> str:
    """What it lets somebody do."""
    return str(ROLES[role][1]) if role in ROLES else ""


def role_text(role: str, place: str) -> str:
    """A role in its region: "Reviewer: Illinois"."""
    return _("%(role)s: %(place)s") % {"role": role_label(role), "place": place}


ACTS: Mapping[str, str | Promise] = {
    "role-given": gettext_lazy("Role given"),
    "role-ended": gettext_lazy("Role ended"),
    "suspended": gettext_lazy("Suspended"),
    "resumed": gettext_lazy("Let in again"),
    "factors-removed": gettext_lazy("Second factors removed"),
    "program-edited": gettext_lazy("Program edited"),
}
"""What administrators do, by the kind of the act."""
PROGRAM_FIELDS: Mapping[str, str | Promise] = {
    "name": gettext_lazy("Name in English"),
    "name_es": gettext_lazy("Name in Spanish"),
    "agency": gettext_lazy("Agency in English"),
    "agency_es": gettext_lazy("Agency in Spanish"),
    "summary": gettext_lazy("Summary in English"),
    "summary_es": gettext_lazy("Summary in Spanish"),
    "opening_on": gettext_lazy("Opening day"),
}
"""What may be edited of a program, by its column."""
