"""Small numbers inside a sentence, as people write them: "ten left", "154 signed"."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.render.words.days import number_text

SPELLED = (
    *("", noop("one"), noop("two"), noop("three"), noop("four"), noop("five")),
    *(noop("six"), noop("seven"), noop("eight"), noop("nine"), noop("ten")),
)
"""Numbers that a sentence writes as words."""


def counted(number: int) -> str:
    """A number in a sentence: a word up to ten, then digits."""
    return _(SPELLED[number]) if 1 <= number < len(SPELLED) else number_text(number)
