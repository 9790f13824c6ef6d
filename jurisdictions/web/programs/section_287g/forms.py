"""What the forms of the facts of 287(g) ask."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from jurisdictions.web.desk.forms.asks import DATE, LOCATOR, NOTE, QUOTE, SUMMARY, Ask, Shape

_AGENCY = Ask(
    "agency",
    _("Which agency"),
    _("Of those on record that serve this place. One that is missing is recorded first."),
    needed=True,
)
_SURE = Ask("sure", _("How sure is it?"), needed=True)

AGENCY = Shape(
    _("Law enforcement agency"),
    _("A sheriff, a police department or a state agency, and the places that it serves."),
    (
        Ask("name", _("Name"), _("As ICE's list writes it."), needed=True),
        Ask("aliases", _("Other names"), _("One on each line. Search finds it by them.")),
        Ask("level", _("Whose agency is it?"), needed=True),
        Ask("kind", _("What kind of agency is it?"), needed=True),
        Ask("reach", _("How much of a county does it serve?"), needed=True),
        Ask(
            "geoids",
            _("Which places does it serve?"),
            _("One on each line: its name or its Census code. A state agency: the state."),
        ),
        Ask("matched", _("How were they found?"), needed=True),
        _SURE,
    ),
    (LOCATOR, QUOTE, NOTE),
    here="geoids",
    first={"matched": "by-hand"},
)
AGENCY_AGREEMENT = Shape(
    _("287(g) agreement"),
    _("An agreement that an agency signed with ICE, and how it ended."),
    (
        _AGENCY,
        Ask("model", _("Which model?"), needed=True),
        Ask("signed_on", _("When it was signed"), DATE),
        Ask("listed_from", _("The first list of ICE that has it"), DATE),
        Ask("basis", _("What it is known from"), needed=True),
        Ask("moa_url", _("Address of its text")),
        Ask("ended_on", _("When it ended"), DATE),
        Ask("ending", _("How it ended"), _("Empty means: it has not ended.")),
    ),
    (
        Ask("listed_until", _("The last list that has it, once it is gone"), DATE),
        Ask("missing_from", _("The next list, which no longer has it"), DATE),
        Ask(
            "absent",
            _("Lists that lacked it meanwhile"),
            _("From the first without it to the next with it: 2025-07-18/2026-03-03."),
        ),
        Ask("superseded_by", _("The agreement that followed it")),
        Ask("ending_source", _("Source of the end"), _("If it is another one than that below.")),
        LOCATOR,
        QUOTE,
        NOTE,
    ),
)
APPLICATION = Shape(
    _("Application"),
    _("An agency on ICE's list of those that wait for an agreement."),
    (
        Ask("name", _("Name"), _("As ICE's list writes it."), needed=True),
        Ask(
            "agency",
            _("Which agency"),
            _("Empty where the name is that of no agency on record."),
        ),
        Ask("model", _("Which model?"), needed=True),
        Ask("pending_from", _("The first list that has it"), DATE, needed=True),
        Ask("pending_until", _("The last list that has it"), DATE),
        Ask("outcome", _("What became of it?")),
        Ask("agreement", _("The agreement that was signed upon it")),
    ),
    (
        LOCATOR,
        QUOTE,
    ),
)
STATE_LAW = Shape(
    _("State law"),
    _("A law, an order or a directive of the state on agreements with ICE."),
    (
        Ask("name", _("Name"), _("For example: HB 1105."), needed=True, bilingual=True),
        Ask("kind", _("What does it say of agreements?"), needed=True),
        Ask("adopted_on", _("When it was signed or issued"), DATE),
        Ask("in_force_on", _("When it took effect"), DATE),
        SUMMARY,
        _SURE,
    ),
    (LOCATOR, QUOTE, NOTE),
)
LIST = Shape(
    _("List of ICE"),
    _("A list that ICE published: its day, its rows, the checksum of its file."),
    (
        Ask("kind", _("Whom does it name?"), needed=True),
        Ask("file", _("Name of the file"), needed=True),
        Ask("listed_on", _("Day of the list"), DATE, needed=True),
        Ask("date_basis", _("What the day rests on"), needed=True),
        Ask("rows", _("How many rows it has"), _("Digits only."), needed=True),
        Ask("columns", _("Its columns"), _("Their headings, a bar between them.")),
        Ask("checksum", _("Checksum"), _("SHA-256: 64 digits of 0-9 and a-f."), needed=True),
    ),
    (LOCATOR, QUOTE, NOTE),
)
SHAPES: Mapping[str, Shape] = {
    "agency_agreement": AGENCY_AGREEMENT,
    "application": APPLICATION,
    "agency": AGENCY,
    "state_law": STATE_LAW,
    "list": LIST,
}
"""The form of each kind, in the order in which they are offered."""
