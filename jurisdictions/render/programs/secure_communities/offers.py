"""What can be taken away of it: the words of its files, what they are looked up by."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from jurisdictions.render.programs.secure_communities.method import (
    AGREEMENT_STEPS,
    EFFECTS,
    OPT_OUT_STEPS,
)
from jurisdictions.render.words.method import Meaning
from jurisdictions.status.programs.secure_communities import vocabulary as words

KEYWORDS = ("immigration enforcement", "fingerprints", "counties", "United States")
VOCABULARIES: Mapping[type[StrEnum], str] = {
    words.Status: "status",
    words.Position: "position",
    words.AgreementStanding: "agreement",
    words.AgreementRecord: "agreement_record",
    words.ActivationStanding: "activation",
    words.Objection: "objection",
    words.LocalLimits: "local_limits",
    words.Effect: "effect",
    words.AgreementStepKind: "agreement_step",
    words.AgreementBasis: "agreement_basis",
    words.OptOutStepKind: "opt_out_step",
    words.MeasureKind: "measure_kind",
    words.MeasureOutcome: "outcome",
    words.DateBasis: "date_basis",
}
DOES: tuple[Meaning, ...] = (*EFFECTS, *AGREEMENT_STEPS, *OPT_OUT_STEPS)
