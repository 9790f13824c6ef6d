"""The flags that only this program has, in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.read.flags.rows import Flag
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.flags import OwnFlag
from jurisdictions.status.programs.section_287g.vocabulary import Model

RULES: Mapping[StrEnum, str] = {
    OwnFlag.CAME_BACK: _(
        "An agency's agreement ended and was not renewed, and another one of the same model began"
        " on a later day; or one of ICE's lists lacks an agreement that lists before and after it"
        " have."
    ),
    OwnFlag.LISTED_AFTER_END: _(
        "A source gives the day on which the agreement ended, and one of ICE's lists of a later day"
        " still has it."
    ),
}


def came_back(flag: Flag) -> str:
    """When it ended and when another began; or when lists lacked it."""
    days = flag.raised.days
    if len(days) == 1:
        told = gettext("Missing from ICE's lists %(gap)s, and on them again since.")
        return told % {"gap": date_text(days[0])}
    told = gettext("%(model)s: the agreement ended (%(end)s); another one began (%(start)s).")
    return told % {"model": _model(flag), "end": date_text(days[0]), "start": date_text(days[1])}


def listed_after_end(flag: Flag) -> str:
    """When it ended, and the last list that still had it."""
    told = gettext("%(model)s: ended (%(end)s); the last list that still has it: %(last)s.")
    ended, last = flag.raised.days
    return told % {"model": _model(flag), "end": date_text(ended), "last": date_text(last)}


def _model(flag: Flag) -> str:
    return label(Model(flag.raised.word))


SENTENCES = {OwnFlag.CAME_BACK: came_back, OwnFlag.LISTED_AFTER_END: listed_after_end}
