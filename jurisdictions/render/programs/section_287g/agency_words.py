"""An agency in plain sentences: whether it works for ICE, how much it serves, how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

from jurisdictions.read.agencies.rows import AgencyRow
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.status.programs.section_287g.vocabulary import AgencyReach, Matched, Sureness

FOUND: Mapping[Matched, str] = {
    Matched.STATE_AGENCY: noop("It is an agency of the state."),
    Matched.NAME_AND_LIST: noop("Its name and ICE's list both give the county."),
    Matched.LIST: noop("ICE's list gives the county."),
    Matched.FILE_NAME: noop("The name of ICE's file gives the county."),
    Matched.NAME: noop("Its name gives the county."),
    Matched.MEMBERS: noop("It serves the members of its district or authority."),
    Matched.PLACE_NAME: noop("The place in its name was looked up."),
    Matched.PLACE_NAME_SEVERAL: noop(
        "The place in its name was looked up, and lies in several counties."
    ),
    Matched.OTHER_RECORD: noop("Another record gives the county."),
    Matched.BY_HAND: noop("The county was looked up by hand."),
    Matched.NOT_MATCHED: noop("The county has not been found yet."),
}
SURE: Mapping[Sureness, str] = {
    Sureness.HIGH: noop("This is sure."),
    Sureness.MEDIUM: noop("This is fairly sure."),
    Sureness.LOW: noop("This is not sure."),
    Sureness.NONE: "",
}


def standing_line(agreements: int, ever: int, day: date) -> str:
    """Whether an agency has an agreement in force on the day, and whether it ever had."""
    said = {"day": date_text(day), "number": number_text(agreements)}
    if agreements:
        return (
            ngettext(
                "On %(day)s this agency worked for ICE under one agreement.",
                "On %(day)s this agency worked for ICE under %(number)s agreements.",
                agreements,
            )
            % said
        )
    if ever:
        return _("On %(day)s no agreement of this agency with ICE was in force.") % said
    return _("Up to %(day)s no agreement of this agency with ICE is on record.") % said


def reach_line(agency: AgencyRow) -> str:
    """How much of its places it serves."""
    if agency.own.reach is AgencyReach.STATE:
        return _("It serves the whole state.")
    if not agency.places:
        return _("Which county it serves is not known yet; it counts for its state alone.")
    if agency.own.reach is AgencyReach.WHOLE_COUNTY:
        return _("It serves the whole county.")
    return ngettext(
        "It serves part of the county.", "It serves parts of these counties.", len(agency.places)
    )


def found_line(agency: AgencyRow) -> str:
    """How its places were found, and how sure that is."""
    sure = SURE[agency.sure]
    return " ".join(filter(None, (_(FOUND[agency.matched]), _(sure) if sure else "")))
