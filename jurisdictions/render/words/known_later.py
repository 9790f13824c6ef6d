"""Known when, in words: what one could know of a day, and what became public later."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.known_later.of_place import LearnedRow
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.days import date_text, number_text, when_text
from jurisdictions.render.words.labels import label


def known_later_title() -> str:
    """What the list is called."""
    return _("What became known later")


def known_then_text(as_of: AsOf, learned: Sequence[LearnedRow]) -> str:
    """What one could know of a place on the day; "" where nothing became known later."""
    if not learned:
        return ""
    said = {"day": date_text(as_of.on), "status": label(learned[0].before)}
    return _("By what was public on %(day)s, the status of that day was “%(status)s”.") % said


def learned_text(one: LearnedRow) -> str:
    """When what became public changed that, and to what."""
    said = {"when": when_text(one.known_on), "status": label(one.after)}
    return _("By what became public %(when)s, it was “%(status)s”:") % said


def known_later_sentence(as_of: AsOf, number: int, total: int) -> str:
    """How many county equivalents read otherwise by what was public on the day."""
    said = {
        "day": date_text(as_of.on),
        "number": number_text(number),
        "total": number_text(total),
    }
    if not number:
        none = _(
            "Every status of %(day)s was known on that day: nothing that became public later"
            " changed one."
        )
        return none % said
    told = ngettext(
        "The status of %(number)s of %(total)s counties and equivalents on %(day)s only became"
        " known later: a fact that decides it was not public yet.",
        "The statuses of %(number)s of %(total)s counties and equivalents on %(day)s only became"
        " known later: facts that decide them were not public yet.",
        number,
    )
    return told % said
