"""What can be taken away of it: the words of its files, what they are looked up by."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from jurisdictions.render.programs.section_287g.method import EFFECTS
from jurisdictions.render.words.method import Meaning
from jurisdictions.status.programs.section_287g import vocabulary as words

KEYWORDS = ("immigration enforcement", "sheriffs", "police", "counties", "United States")
VOCABULARIES: Mapping[type[StrEnum], str] = {
    words.Status: "status",
    words.Position: "position",
    words.Strongest: "strongest_model",
    words.Reach: "reach",
    words.ApplicationStanding: "application",
    words.LawStanding: "state_law",
    words.Effect: "effect",
    words.Model: "model",
    words.Basis: "agreement_basis",
    words.Ending: "ending",
    words.AgencyLevel: "agency_level",
    words.AgencyKind: "agency_kind",
    words.AgencyReach: "agency_reach",
    words.Matched: "matched",
    words.Sureness: "sure",
    words.ApplicationOutcome: "application_outcome",
    words.LawKind: "law_kind",
    words.ListKind: "list_kind",
    words.ListDateBasis: "list_date_basis",
}
DOES: tuple[Meaning, ...] = EFFECTS
