"""The columns of the kinds of fact that only Secure Communities tells."""

from __future__ import annotations

from jurisdictions.models import Activation, AgreementStep, LocalMeasure, OptOutStep
from jurisdictions.record import cells
from jurisdictions.record.columns import (
    BY,
    CITED,
    COUNTY,
    DISCLOSED,
    NOTE,
    ON,
    PLACE,
    SEQ,
    STEP_ID,
    SUMMARY,
    Column,
    Kind,
    Values,
    spanish,
)
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    AgreementStepKind,
    DateBasis,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)


def _step_key(values: Values) -> str:
    return f"{values['thread']}:{values['step_id']}"


ACTIVATION = Kind(
    FactKind.ACTIVATION,
    Activation,
    (
        COUNTY,
        Column("activated_on", cells.day),
        Column("deactivated_on", cells.day, may_lack=True),
        DISCLOSED,
        *CITED,
        *NOTE,
    ),
    key=lambda values: str(values["geoid"]),
)
AGREEMENT = Kind(
    FactKind.AGREEMENT,
    AgreementStep,
    (
        Column("agreement", cells.key, field="thread", filled=True),
        SEQ,
        STEP_ID,
        PLACE,
        ON,
        DISCLOSED,
        Column("step", cells.word_of(AgreementStepKind), filled=True),
        *BY,
        *SUMMARY,
        Column("basis", cells.word_of(AgreementBasis, may_lack=True), may_lack=True),
        *CITED,
    ),
    key=_step_key,
)
OPT_OUT = Kind(
    FactKind.OPT_OUT,
    OptOutStep,
    (
        Column("request", cells.key, field="thread", filled=True),
        SEQ,
        STEP_ID,
        PLACE,
        ON,
        DISCLOSED,
        Column("step", cells.word_of(OptOutStepKind), filled=True),
        Column("instrument"),
        *BY,
        Column("to"),
        spanish("to"),
        *SUMMARY,
        *CITED,
    ),
    key=_step_key,
)
LOCAL_MEASURE = Kind(
    FactKind.LOCAL_MEASURE,
    LocalMeasure,
    (
        Column("measure", cells.key, filled=True),
        PLACE,
        Column("place"),
        ON,
        Column("ended_on", cells.day, may_lack=True),
        DISCLOSED,
        Column("kind", cells.word_of(MeasureKind), filled=True),
        *BY,
        *SUMMARY,
        Column("outcome", cells.word_of(MeasureOutcome), filled=True),
        Column("date_basis", cells.word_of(DateBasis, may_lack=True), may_lack=True),
        *CITED,
    ),
    key=lambda values: str(values["measure"]),
)

OWN = (ACTIVATION, AGREEMENT, OPT_OUT, LOCAL_MEASURE)
"""In the order in which a folder is read."""
