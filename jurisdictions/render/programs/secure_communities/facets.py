"""What the list of places is filtered and sorted by, as it is titled."""

from __future__ import annotations

from django.utils.translation import gettext_noop as noop

from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Status,
)

FACETS = (
    ("status", noop("Status"), Status, "status"),
    ("agreement", noop("Agreement"), AgreementStanding, "agreement"),
    ("agreement_record", noop("Agreement on record"), AgreementRecord, ""),
    ("objection", noop("Objection"), Objection, "objection"),
    ("activation", noop("Activation"), ActivationStanding, ""),
    ("local_limits", noop("Local limits"), LocalLimits, ""),
)
"""Name in the address and member of the row, title, words, class of the swatches."""
SORTS = {"sharing_since": noop("Sharing since")}
"""The program's own days that the list sorts by."""
LISTED = (("agreement", noop("Agreement")), ("objection", noop("Objection")))
"""The words that the list shows beside the status."""
MARKED = ("local_limits", LocalLimits.LIMITS_DETAINERS)
"""The word that is told after the status of a place that has it; () for none."""
