"""The flag that only this program has, in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.read.flags.rows import Flag
from jurisdictions.render.words.days import when_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.secure_communities.flags import OwnFlag
from jurisdictions.status.programs.secure_communities.vocabulary import AgreementStanding

RULES: Mapping[StrEnum, str] = {
    OwnFlag.NO_AGREEMENT: _(
        "On the day on which the place was activated, the record has no agreement of its state in"
        " force, nor one that the state had signed. That an agreement is not on record does not say"
        " that there was none. From August 5, 2011, when ICE canceled all agreements, none was"
        " needed, and nothing is flagged."
    ),
}


def no_agreement(flag: Flag) -> str:
    """The day of activation, and how the state's agreement stood."""
    told = gettext("Activated %(when)s; agreement of the state on that day: %(standing)s.")
    standing = label(AgreementStanding(flag.raised.word))
    return told % {"when": when_text(flag.raised.days[0]), "standing": standing}


SENTENCES = {OwnFlag.NO_AGREEMENT: no_agreement}
