"""What people are called on a page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.record.people.names import FORMER


def person_text(name: str) -> str:
    """A person's name; the pseudonym of somebody who left is told in the reader's language."""
    before, former, code = name.partition(f"{FORMER} ")
    if before or not former:
        return name
    return _("Former contributor %(code)s") % {"code": code}
