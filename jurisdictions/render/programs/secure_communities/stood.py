"""What places and the federal government did, as halves of a sentence that counts the days between.

In Spanish every clause of a federal act stands after *después de que* or *antes de que*.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from jurisdictions.status.kind_of_fact import FactKind
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    OptOutStepKind,
)
from jurisdictions.status.vocabulary import Instrument

ASKED = _("%(who)s asked not to take part")
DONE: Mapping[tuple[str, str], Mapping[str, str]] = {
    (FactKind.OPT_OUT, OptOutStepKind.REQUESTED): {
        "": ASKED,
        Instrument.RESOLUTION: _("%(who)s voted not to take part"),
    },
    (FactKind.OPT_OUT, OptOutStepKind.INQUIRED): {"": _("%(who)s asked about not taking part")},
    (FactKind.OPT_OUT, OptOutStepKind.WITHDRAWN): {"": _("%(who)s gave up its request")},
    (FactKind.AGREEMENT, AgreementStepKind.SIGNED_BY_STATE): {"": _("%(who)s signed an agreement")},
    (FactKind.AGREEMENT, AgreementStepKind.INTENT_TO_SIGN): {
        "": _("%(who)s said that it would sign an agreement")
    },
    (FactKind.AGREEMENT, AgreementStepKind.ACTIVATIONS_PAUSED_BY_STATE): {
        "": _("%(who)s paused activations")
    },
    (FactKind.AGREEMENT, AgreementStepKind.SUSPENDED_BY_STATE): {
        "": _("%(who)s suspended its agreement")
    },
    (FactKind.AGREEMENT, AgreementStepKind.ENDED_BY_STATE): {"": _("%(who)s ended its agreement")},
    (FactKind.LOCAL_MEASURE, MeasureKind.OPTS_IN): {"": _("%(who)s chose to take part")},
}
"""What a place did, by the kind of its fact and its word, then by its instrument. What is not here
is told by the words of the fact itself."""

CLAUSES: Mapping[str, str] = {
    Effect.PROGRAM_ANNOUNCED: _("%(by)s announced the program"),
    Effect.OPT_OUT_PROCEDURE_PUBLISHED: _("%(by)s published how to opt out"),
    Effect.NOT_OPTIONAL: _("%(by)s said that there was no opting out"),
    Effect.AGREEMENTS_ENDED: _("ICE canceled every state agreement"),
    Effect.PROGRAM_ENDS: _("%(by)s ended the program"),
    Effect.PROGRAM_RESTORED: _("%(by)s restored the program"),
}
"""What a federal act did, by its effect: those that say something of taking part."""
