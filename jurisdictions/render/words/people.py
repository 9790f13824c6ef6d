"""What people are called on a page, and what is said where nobody but a command wrote."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.record.people.names import FORMER, SHIPPED

LOADED = "Loaded from the folder "


def person_text(name: str) -> str:
    """A person's name; who left, and what came with the project, in the reader's language."""
    if name == SHIPPED:
        return _("Shipped with the tracker")
    before, former, code = name.partition(f"{FORMER} ")
    if before or not former:
        return name
    return _("Former contributor %(code)s") % {"code": code}


def reason_text(reason: str) -> str:
    """Why something was changed, as it was written; of a folder in the reader's language."""
    before, loaded, folder = reason.partition(LOADED)
    if before or not loaded or not folder:
        return reason
    return _("Loaded from the folder %(folder)s") % {"folder": folder}
