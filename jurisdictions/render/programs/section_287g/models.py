"""What each model of agreement lets officers do, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.status.programs.section_287g.vocabulary import Model

ALLOWS: Mapping[Model, str] = {
    Model.TASK_FORCE: noop(
        "Officers trained by ICE may ask about immigration status and arrest people for"
        " immigration in the course of their everyday work, in the street."
    ),
    Model.JAIL_ENFORCEMENT: noop(
        "In the jail, officers may question people about their immigration status and start"
        " the papers for their deportation."
    ),
    Model.WARRANT_SERVICE: noop(
        "In the jail, officers may only serve ICE's own warrants, which no judge signs, on people"
        " whom ICE has named."
    ),
    Model.JAIL_AND_TASK_FORCE: noop(
        "One agreement for both: officers may question people in the jail, and arrest people for"
        " immigration in the street. It was signed until 2012."
    ),
    Model.NOT_RECORDED: noop("Which of the models it is, and so what it allows, is not on record."),
}


def allows(model: Model) -> str:
    """What officers may do under a model."""
    return _(ALLOWS[model])
