"""Two days compared, in a sentence or two."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.compared.between import Comparison
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.labels import label

NAMED = 2
"""The commonest ways that the sentence names."""


def compared_title(comparison: Comparison) -> str:
    """The two days: "From August 5, 2010 to August 5, 2011"."""
    asked = comparison.asked
    said = {"first": date_text(asked.first), "last": date_text(asked.last)}
    return _("From %(first)s to %(last)s") % said


def compared_sentence(comparison: Comparison) -> str:
    """How many county equivalents stand otherwise, and which ways most of them went."""
    changed, total = len(comparison.changed), comparison.total
    said = {"number": number_text(changed), "total": number_text(total)}
    if not changed:
        none = ngettext(
            "No status changed: the one county or equivalent stood alike on both days.",
            "No status changed: all %(total)s counties and equivalents stood alike on both days.",
            total,
        )
        return none % said
    told = ngettext(
        "%(number)s of %(total)s counties and equivalents had another status on the last day.",
        "%(number)s of %(total)s counties and equivalents had another status on the last day.",
        changed,
    )
    return " ".join([told % said, *_commonest(comparison)])


def _commonest(comparison: Comparison) -> list[str]:
    ways = Counter(one.way for one in comparison.changed)
    return [
        ngettext(
            "%(number)s went from “%(was)s” to “%(now)s”.",
            "%(number)s went from “%(was)s” to “%(now)s”.",
            number,
        )
        % {"number": number_text(number), "was": label(was), "now": label(now)}
        for (was, now), number in ways.most_common(NAMED)
    ]
