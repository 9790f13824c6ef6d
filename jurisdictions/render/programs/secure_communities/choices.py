"""What each word means that the forms of its facts offer, in the order in which they do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.render.words.choices import Meanings
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    AgreementStepKind,
    DateBasis,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)

OPT_OUT_STEPS: Meanings = {
    OptOutStepKind.REQUESTED: _("A formal request not to take part was made."),
    OptOutStepKind.REFUSED: _("The request was turned down."),
    OptOutStepKind.GRANTED: _("The request was accepted."),
    OptOutStepKind.OVERRIDDEN: _("The place was activated in spite of its request."),
    OptOutStepKind.WITHDRAWN: _("Whoever made the request took it back."),
    OptOutStepKind.LAPSED: _("The request came to an end without a decision."),
    OptOutStepKind.INQUIRED: _("Somebody asked whether opting out is possible: no request yet."),
    OptOutStepKind.ANSWERED: _("That question was answered."),
}
AGREEMENT_STEPS: Meanings = {
    AgreementStepKind.SIGNED_BY_STATE: _("The state has signed, ICE has not yet."),
    AgreementStepKind.SIGNED: _("Both sides have signed: the agreement is in force."),
    AgreementStepKind.REVISED: _("A new version of the agreement is in force."),
    AgreementStepKind.SUSPENDED_BY_STATE: _("The state suspended its part in the agreement."),
    AgreementStepKind.ENDED_BY_STATE: _("The state gave notice that the agreement ends."),
    AgreementStepKind.ENDED_BY_ICE: _("ICE gave notice that the agreement ends."),
    AgreementStepKind.DECLINED: _("The state said that it would not sign."),
    AgreementStepKind.IN_FORCE_BY: _("An agreement stood by that day; when it began is not known."),
    AgreementStepKind.OPERATED_WITHOUT_AGREEMENT: _("It came out that there was no agreement."),
    AgreementStepKind.INTENT_TO_SIGN: _("The state said that it would sign."),
    AgreementStepKind.ACTIVATIONS_PAUSED_BY_STATE: _(
        "The state asked that no more places be activated for now."
    ),
}
MEASURES: Meanings = {
    MeasureKind.DETAINER_LIMIT: _("Limits when people are held in jail for ICE."),
    MeasureKind.CITY_DETAINER_LIMIT: _(
        "Limits when the police of a city hold people for ICE: shown, but the county runs the jail."
    ),
    MeasureKind.RESOLUTION: _("A council or board declared where it stands."),
    MeasureKind.OPTS_IN: _("The county chose to take part, whatever its state had asked for."),
    MeasureKind.REFUSES_STATE_OPT_OUT: _("The county refused to follow its state's opt-out."),
    MeasureKind.REQUEST_BY_CITY: _("A city in the county asked not to take part."),
    MeasureKind.COMMUNITY_REQUEST: _("Residents or groups asked the local government to act."),
    MeasureKind.STATEMENT: _("An official said where the place stands."),
    MeasureKind.BILL: _("A bill before a legislature."),
    MeasureKind.CONSIDERED: _("A step was weighed and not taken yet."),
}
OUTCOMES: Meanings = {
    MeasureOutcome.ADOPTED: _("It was passed, or put into effect."),
    MeasureOutcome.NOT_ADOPTED: _("It was voted down, or ran out of time."),
    MeasureOutcome.PASSED_CHAMBER: _("One chamber passed it, the other did not."),
    MeasureOutcome.PENDING: _("It was not decided yet."),
    MeasureOutcome.NOT_PURSUED: _("Nobody took it further."),
    MeasureOutcome.OVERTAKEN: _("Other events made it pointless."),
    MeasureOutcome.UNKNOWN: _("No source says what became of it."),
}
AGREEMENT_BASES: Meanings = {
    AgreementBasis.SIGNED: _("The source gives the day on which it was signed."),
    AgreementBasis.ANNOUNCED: _("The source gives what somebody announced."),
    AgreementBasis.IN_FORCE_BY: _("The source shows only that an agreement stood by that day."),
}
DATE_BASES: Meanings = {
    DateBasis.ENACTED: _("The source is the act, or dates the act itself."),
    DateBasis.ANNOUNCED: _("The source gives what an office announced that day."),
    DateBasis.REPORTED: _("The source is a report that gives the day."),
    DateBasis.REPORTED_BY: _("A list of that day names the place: the measure may be older."),
}
MEANINGS: Mapping[type[StrEnum], Meanings] = {
    OptOutStepKind: OPT_OUT_STEPS,
    AgreementStepKind: AGREEMENT_STEPS,
    MeasureKind: MEASURES,
    MeasureOutcome: OUTCOMES,
    AgreementBasis: AGREEMENT_BASES,
    DateBasis: DATE_BASES,
}
"""Of each vocabulary its words in the order in which a form offers them."""
