"""The chart that 287(g) alone has: agreements in force through time, by model."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.vocabulary import Model

NAME = "agreements"
TOKENS = "local_agreement"


def title(place: str) -> str:
    """What it is called."""
    return _("287(g): agreements in force by model, %(place)s") % {"place": place}


def short() -> str:
    """The same where the program and the place are known."""
    return _("Agreements in force, by model")


def sentence(day: str, *, county: bool) -> str:
    """What it shows, to a day."""
    said = {"day": day}
    if county:
        return (
            _(
                "How many agreements of the agencies that serve it were in force on each day, to "
                "%(day)s; those of the state's own agencies are not counted."
            )
            % said
        )
    return _("How many agreements were in force on each day, to %(day)s.") % said


def nothing(day: str, *, county: bool) -> str:
    """That there never was any."""
    said = {"day": day}
    if county:
        return (
            _("Nothing to draw: no agency that serves it had an agreement on any day to %(day)s.")
            % said
        )
    return _("Nothing to draw: no agreement was in force on any day to %(day)s.") % said


def agreement_token(model: Model) -> str:
    """The token of the color of agreements of a model, as of the bands."""
    return f"{TOKENS}-{strength(model)}"


def word(value: StrEnum) -> str:
    """A strongest model is called as the agreements that it stands for."""
    return label(Model(value.value))
