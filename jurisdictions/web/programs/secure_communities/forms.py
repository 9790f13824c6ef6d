"""What the forms of the facts of Secure Communities ask."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from jurisdictions.web.desk.forms.asks import (
    BASIS,
    DATE,
    DISCLOSED,
    LOCATOR,
    NOTE,
    QUOTE,
    SUMMARY,
    Ask,
    Shape,
)

ACTIVATION = Shape(
    _("Activation"),
    _("The day on which fingerprints taken here began to be shared with ICE."),
    (
        Ask("activated_on", _("When sharing began"), DATE, needed=True),
        Ask("deactivated_on", _("When it stopped"), _("Empty means: no source says so.")),
    ),
    (LOCATOR, QUOTE, NOTE, DISCLOSED),
)
AGREEMENT = Shape(
    _("Agreement with ICE"),
    _("Steps of the state's agreement with ICE: signed, revised, ended."),
    (
        Ask("step", _("What kind of step was it?"), needed=True),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: Illinois State Police."), bilingual=True),
        SUMMARY,
    ),
    (Ask("basis", _("What the date rests on"), BASIS), LOCATOR, QUOTE, DISCLOSED),
    each=_("Step %(number)d"),
    another=_("Add another step"),
)
OPT_OUT = Shape(
    _("Opt-out request"),
    _("A formal wish not to take part, and what followed, step by step."),
    (
        Ask("step", _("What kind of step was it?"), needed=True),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: Board of Supervisors."), bilingual=True),
        Ask("to", _("To whom"), _("For example: ICE, or the sheriff."), bilingual=True),
        Ask("instrument", _("In which form")),
        SUMMARY,
    ),
    (LOCATOR, QUOTE, DISCLOSED),
    each=_("Step %(number)d"),
    another=_("Add another step"),
)
LOCAL_MEASURE = Shape(
    _("Local measure"),
    _("A resolution, a limit on detainers, a choice to take part, or a similar local act."),
    (
        Ask("kind", _("What kind of act was it?"), needed=True),
        Ask(
            "place",
            _("Which place acted"),
            _("The city or county whose act it was, for example: Oakland."),
            needed=True,
        ),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: City Council."), bilingual=True),
        Ask("outcome", _("What became of it?"), needed=True),
        Ask(
            "ended_on",
            _("When it ended"),
            _(
                "The first day on which it no longer held: repealed, expired, struck down. Empty "
                "means: no source says so. Say in the summary how it ended."
            ),
        ),
        SUMMARY,
    ),
    (Ask("date_basis", _("What the date rests on"), BASIS), LOCATOR, QUOTE, DISCLOSED),
    here="place",
)
SHAPES: Mapping[str, Shape] = {
    "activation": ACTIVATION,
    "opt_out": OPT_OUT,
    "local_measure": LOCAL_MEASURE,
    "agreement": AGREEMENT,
}
"""The form of each kind, in the order in which they are offered."""
