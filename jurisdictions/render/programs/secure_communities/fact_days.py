"""What the days of facts of Secure Communities rest on, by kind of fact."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    AgreementStepKind,
    DateBasis,
)

KNOWN_BY: Mapping[str, frozenset[StrEnum]] = {
    FactKind.AGREEMENT: frozenset({AgreementBasis.IN_FORCE_BY, AgreementStepKind.IN_FORCE_BY}),
    FactKind.LOCAL_MEASURE: frozenset({DateBasis.REPORTED_BY}),
}
"""The bases and words of days that nobody says were the day itself: that day or an earlier one."""
RESTS_ON: Mapping[str, Mapping[str, str]] = {
    FactKind.AGREEMENT: {AgreementBasis.ANNOUNCED: _("%(day)s, as announced")},
    FactKind.LOCAL_MEASURE: {
        DateBasis.ANNOUNCED: _("%(day)s, as announced"),
        DateBasis.REPORTED: _("%(day)s, as reported"),
        DateBasis.REPORTED_BY: _("%(day)s, as a list reported"),
    },
}
"""What is said of a day after it."""
