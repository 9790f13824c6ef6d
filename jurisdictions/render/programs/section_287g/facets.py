"""What the list of places is filtered and sorted by, as it is titled."""

from __future__ import annotations

from django.utils.translation import gettext_noop as noop

from jurisdictions.status.programs.section_287g.vocabulary import (
    ApplicationStanding,
    LawStanding,
    Reach,
    Status,
    Strongest,
)

FACETS = (
    ("status", noop("Status"), Status, "status"),
    ("local_agreement", noop("Local agreement"), Strongest, "local_agreement"),
    ("reach", noop("Reach"), Reach, ""),
    ("state_agency", noop("State agency"), Strongest, ""),
    ("application", noop("Application"), ApplicationStanding, ""),
    ("state_law", noop("State law"), LawStanding, "state_law"),
)
"""Name in the address and member of the row, title, words, class of the swatches."""
SORTS = {"agreement_since": noop("Agreement since")}
"""The program's own days that the list sorts by."""
LISTED = (
    ("local_agreement", noop("Local agreement")),
    ("state_agency", noop("State agency")),
    ("state_law", noop("State law")),
)
"""The words that the list shows beside the status."""
MARKED = ("reach", Reach.PART_OF_COUNTY)
"""The word that is told after the status of a place that has it; () for none."""
