"""What each word of Secure Communities means, in one or two plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.render.words.glossary_terms import in_order
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)

Texts = Mapping[StrEnum, str]

STATUS_TEXTS: Texts = {
    Status.NOT_BEGUN: _("The federal government had not begun the program."),
    Status.PROGRAM_ENDED: _("The federal government had ended the program everywhere."),
    Status.DOES_NOT_EXIST: _(
        "The place was no more, or not yet: it has become part of another, which stands in its "
        "own right. It counts in no total."
    ),
    Status.OPTED_OUT: _(
        "A formal request not to take part was granted. Where the place had been activated "
        "before, this holds until it is activated again."
    ),
    Status.OPT_OUT_SOUGHT: _(
        "The place was not active, and a formal request not to take part was pending or had been "
        "refused."
    ),
    Status.NOT_ACTIVATED: _(
        "No activation is recorded up to this day, and no request not to take part stands. For a "
        "few places the date is not known: no record is not proof that nothing happened."
    ),
    Status.ACTIVE_OVER_OBJECTION: _(
        "Fingerprints were shared although the place or its state had formally asked not to take "
        "part: the request was refused, or the activation came after it."
    ),
    Status.ACTIVE_OPT_OUT_PENDING: _(
        "Fingerprints were shared, and a later request not to take part had no answer yet."
    ),
    Status.ACTIVE_UNDER_AGREEMENT: _(
        "Fingerprints were shared, and an agreement between the state and ICE was signed."
    ),
    Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED: _(
        "Fingerprints were shared. Whether the state had signed an agreement by then has not been "
        "found in any source: it may have."
    ),
    Status.ACTIVE_WITHOUT_AGREEMENT: _(
        "Fingerprints were shared, and no agreement was in force: there never was one, it had "
        "ended, or the federal government no longer asked for one."
    ),
}

POSITION_TEXTS: Texts = {
    Position.UNSTATED: _("The federal government had not yet said how places take part."),
    Position.VOLUNTARY: _("The federal government presented taking part as voluntary."),
    Position.OPT_OUT_PROCEDURE: _("The federal government had published how to opt out."),
    Position.NOT_OPTIONAL: _("The federal government held that taking part was not optional."),
    Position.AGREEMENTS_NOT_NEEDED: _(
        "The federal government held that no agreement with a state was needed."
    ),
    Position.ENDED: _("The federal government had ended the program."),
}
AGREEMENT_TEXTS: Texts = {
    AgreementStanding.NOT_DOCUMENTED: _(
        "No step of an agreement between the state and ICE has been found in the sources."
    ),
    AgreementStanding.AWAITING_ICE: _("The state had signed, ICE had not."),
    AgreementStanding.IN_FORCE: _("Both sides had signed."),
    AgreementStanding.SUSPENDED: _("The state had suspended its part."),
    AgreementStanding.ENDED_BY_STATE: _("The state had ended the agreement."),
    AgreementStanding.ENDED_BY_ICE: _("ICE had ended the agreement."),
    AgreementStanding.DECLINED: _("The state had said that it would not sign."),
    AgreementStanding.NONE: _("There was no agreement."),
}
ACTIVATION_TEXTS: Texts = {
    ActivationStanding.ACTIVATED: _(
        "Fingerprints taken there by local police were also checked against federal immigration "
        "records. A state counts as activated while any of its jurisdictions is."
    ),
    ActivationStanding.NOT_ACTIVATED: _("No activation is recorded up to this day."),
}
OBJECTION_TEXTS: Texts = {
    Objection.NONE: _("No formal request not to take part stands."),
    Objection.PENDING: _("A formal request not to take part had no answer yet."),
    Objection.REFUSED: _("A formal request not to take part was refused or passed over."),
    Objection.HONOURED: _("A formal request not to take part was granted."),
}
RECORD_TEXTS: Texts = {
    AgreementRecord.DOCUMENTED: _(
        "Up to this day some step on record says how the state's agreement stood, or that there "
        "was none."
    ),
    AgreementRecord.NEVER_DOCUMENTED: _(
        "Up to this day no source says whether the state ever signed: it may have. When ICE "
        "canceled all agreements, the doubt stayed."
    ),
}
LIMITS_TEXTS: Texts = {
    LocalLimits.NONE_RECORDED: _("No adopted limit on immigration detainers is recorded."),
    LocalLimits.LIMITS_DETAINERS: _(
        "The place or its state had adopted a limit on honoring immigration detainers. It is drawn "
        "as a hatch over the color and never changes the status. A city's own limit is shown and "
        "does not count: the county runs the jail."
    ),
}

DIMENSION_TEXTS: tuple[tuple[str, str, dict[StrEnum, str]], ...] = (
    ("position", _("Federal position"), dict(POSITION_TEXTS)),
    ("agreement", _("Agreement"), dict(AGREEMENT_TEXTS)),
    ("activation", _("Activation"), dict(ACTIVATION_TEXTS)),
    ("objection", _("Objection"), dict(OBJECTION_TEXTS)),
    ("local_limits", _("Local limits"), dict(LIMITS_TEXTS)),
    ("agreement_record", _("Agreement on record"), dict(RECORD_TEXTS)),
)
"""Name, title and words of each dimension."""

FIELD_TERMS = in_order(
    (
        (
            "interoperability",
            _("Interoperability"),
            _("The exchange between the fingerprint systems of the FBI and of Homeland Security."),
        ),
        (
            "moa",
            _("Memorandum of agreement (MOA)"),
            _("The agreement between ICE and a state's identification bureau about the program."),
        ),
        (
            "sib",
            _("State identification bureau"),
            _("The state office that passes fingerprints from local police on to the FBI."),
        ),
        (
            "local-measure",
            _("Local measure"),
            _("A resolution, a limit on detainers, a choice to take part, or a similar local act."),
        ),
    ),
    (
        "jurisdiction",
        "detainer",
        "interoperability",
        "moa",
        "sib",
        "ice",
        "dhs",
        "local-measure",
        "edition",
        "as-known-on",
        "county-equivalent",
    ),
)
"""Anchor, title and meaning of the terms of the field."""

SWATCHED = frozenset({"status", "position", "agreement", "objection"})
"""The dimensions whose words have a color."""
