"""What each word of 287(g) means, in one or two plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.render.programs.section_287g.models import ALLOWS
from jurisdictions.render.words.glossary_terms import in_order
from jurisdictions.status.programs.section_287g.vocabulary import (
    ApplicationStanding,
    LawStanding,
    Model,
    Position,
    Reach,
    Status,
    Strongest,
)

Texts = Mapping[StrEnum, str]

STATUS_TEXTS: Texts = {
    Status.NOT_AUTHORIZED: _("No federal law allowed such agreements yet."),
    Status.TASK_FORCE: _(
        "A local agency had an agreement of the task force model: its officers could act for ICE "
        "in the street."
    ),
    Status.JAIL_ENFORCEMENT: _(
        "A local agency had an agreement of the jail enforcement model, and none had a stronger "
        "one."
    ),
    Status.MODEL_NOT_RECORDED: _(
        "A local agency had an agreement, and no source says of which model it was."
    ),
    Status.WARRANT_SERVICE: _(
        "A local agency had an agreement of the warrant service model, and none had a stronger one."
    ),
    Status.STATE_TASK_FORCE: _(
        "No local agency had an agreement. An agency of the state, whose officers work "
        "everywhere in it, had one of the task force model."
    ),
    Status.APPLICATION_PENDING: _(
        "No agreement was in force, and a local agency stood on ICE's list of applications."
    ),
    Status.FORBIDDEN_BY_STATE: _(
        "No agreement was in force, and a law of the state forbade local agencies to sign one."
    ),
    Status.ENDED: _("A local agency had an agreement before, and none was in force anymore."),
    Status.NONE_RECORDED: _(
        "No agreement is on record up to this day. No record is not proof that there was none."
    ),
}
_POSITION: Texts = {
    Position.NOT_AUTHORIZED: STATUS_TEXTS[Status.NOT_AUTHORIZED],
    Position.AUTHORIZED: _("The law allowed agreements, and ICE offered every model it had."),
    Position.JAIL_ONLY: _("ICE offered agreements for jails only."),
    Position.JAIL_AND_WARRANT_SERVICE: _(
        "ICE offered two models for jails: enforcement and warrant service."
    ),
    Position.ALL_MODELS: _("ICE offered every model, task forces in the street among them."),
}
_STRONGEST: Texts = {
    Strongest.TASK_FORCE: ALLOWS[Model.TASK_FORCE],
    Strongest.JAIL_ENFORCEMENT: ALLOWS[Model.JAIL_ENFORCEMENT],
    Strongest.NOT_RECORDED: ALLOWS[Model.NOT_RECORDED],
    Strongest.WARRANT_SERVICE: ALLOWS[Model.WARRANT_SERVICE],
    Strongest.NONE: _("No agreement was in force."),
}
_REACH: Texts = {
    Reach.WHOLE_COUNTY: _("An agency that serves the whole county had an agreement in force."),
    Reach.PART_OF_COUNTY: _(
        "Only agencies that serve part of the county, such as the police of a city, had "
        "agreements in force."
    ),
    Reach.NONE: _STRONGEST[Strongest.NONE],
}
_APPLICATION: Texts = {
    ApplicationStanding.PENDING: _("A local agency stood on ICE's list of applications."),
    ApplicationStanding.NONE: _("No local agency stood on ICE's list of applications."),
}
_LAW: Texts = {
    LawStanding.REQUIRES: _("A law of the state obliged agencies to sign agreements."),
    LawStanding.ENCOURAGES: _("A law or order of the state urged agencies to sign agreements."),
    LawStanding.RESTRICTS: _(
        "A law or order of the state limited agreements, or forbade them to agencies of the state."
    ),
    LawStanding.FORBIDS: _("A law of the state forbade agreements."),
    LawStanding.NONE_RECORDED: _("No law of the state on agreements is on record for this day."),
}
DIMENSION_TEXTS: tuple[tuple[str, str, dict[StrEnum, str]], ...] = (
    ("position", _("Federal position"), dict(_POSITION)),
    ("local_agreement", _("Local agreement"), dict(_STRONGEST)),
    ("reach", _("Reach"), dict(_REACH)),
    ("state_agency", _("State agency"), dict(_STRONGEST)),
    ("application", _("Application"), dict(_APPLICATION)),
    ("state_law", _("State law"), dict(_LAW)),
)
"""Name, title and words of each dimension, in the order of the rule."""

FIELD_TERMS = in_order(
    (
        (
            "section-287g",
            _("Section 287(g)"),
            _(
                "The section of the Immigration and Nationality Act under which ICE may let "
                "officers of another agency do some of its work, by written agreement."
            ),
        ),
        (
            "agency",
            _("Agency"),
            _("A law enforcement body: a sheriff, a police department, an agency of a state."),
        ),
        (
            "moa",
            _("Memorandum of agreement (MOA)"),
            _("The agreement that an agency and ICE sign. It names the model."),
        ),
        (
            "list",
            _("ICE's list"),
            _(
                "The table of agencies with agreements that ICE publishes and overwrites. What "
                "left it, and when, is known only from copies."
            ),
        ),
    ),
    (
        "section-287g",
        "agency",
        "moa",
        "list",
        "jurisdiction",
        "county-equivalent",
        "ice",
        "dhs",
        "edition",
        "as-known-on",
    ),
)
"""Anchor, title and meaning of the terms of the field."""

SWATCHED = frozenset({"status", "position", "local_agreement", "state_law"})
"""The dimensions whose words have a color."""
