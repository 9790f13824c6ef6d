"""What people write in their own words: cleaned, trimmed, held to a length."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.record.cleaning import clean, one_line
from jurisdictions.record.faults import Fault

_MANY_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """The text with plain line ends and without signs that no person sees."""
    return _MANY_LINES.sub("\n\n", clean(text)).strip()


def on_one_line(text: str) -> str:
    """The text as one line."""
    return one_line(text)


def too_long(field: str, text: str, most: int) -> list[Fault]:
    """A fault when the text is longer than is taken."""
    over = len(text) - most
    if over <= 0:
        return []
    reason = ngettext(
        "This is %(over)d character too long: %(most)d are taken.",
        "This is %(over)d characters too long: %(most)d are taken.",
        over,
    )
    return [Fault("", 0, field, "", reason % {"over": over, "most": most})]


def missing(field: str, text: str, reason: str = "") -> list[Fault]:
    """A fault when nothing was written."""
    return [] if text else [Fault("", 0, field, "", reason or _("Write something here."))]
