"""Flags in the words of the program where it has kinds of its own (`flags.py` in its folder)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext

from jurisdictions.read.flags.rows import Flag
from jurisdictions.render.programs import own_part
from jurisdictions.render.words import flags as shared
from jurisdictions.render.words.labels import label

Sentence = Callable[[Flag], str]


def _both(slug: str, table: str) -> dict[StrEnum, Any]:
    own = own_part(slug, "flags")
    return {**getattr(shared, table), **(getattr(own, table) if own else {})}


def flag_rules(slug: str) -> Mapping[StrEnum, str]:
    """The rule of each kind of flag that a program may have, untranslated."""
    return _both(slug, "RULES")


def flag_title(slug: str, kind: str) -> str:
    """What a kind of flag is called."""
    return next(label(word) for word in flag_rules(slug) if word.value == kind)


def flag_rule(slug: str, kind: str) -> str:
    """The rule that raises it."""
    return gettext(next(rule for word, rule in flag_rules(slug).items() if word.value == kind))


def flag_sentence(slug: str, flag: Flag) -> str:
    """What does not fit together, without the name of the place."""
    sentence: Sentence = _both(slug, "SENTENCES")[flag.raised.kind]
    return sentence(flag)


def flag_text(slug: str, flag: Flag) -> str:
    """The same with whom it is about: "Maricopa County, Arizona. Removals ...: the total fell"."""
    return gettext("%(about)s. %(told)s") % {
        "about": flag.about,
        "told": flag_sentence(slug, flag),
    }
