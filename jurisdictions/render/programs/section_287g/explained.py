"""What the columns of the fact files of 287(g) mean: English, to be translated."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

Text = tuple[str, str]
"""A heading and a meaning."""

COLUMNS: Mapping[str, Text] = {
    "agency": (_("Agency"), _("Key of the law enforcement agency; it never changes.")),
    "level": (_("Level"), _("Whose agency it is: a county's, a city's, the state's.")),
    "reach": (_("Reach"), _("Whether it serves a whole county, a part of one, or the state.")),
    "geoids": (
        _("Places served"),
        _("Census codes of the counties, or the state, that it serves; a bar between them."),
    ),
    "matched": (_("Matched by"), _("How the places that it serves were found.")),
    "sure": (_("How sure"), _("How sure what the row says is.")),
    "model": (_("Model"), _("What the agreement lets officers do.")),
    "signed_on": (_("Signed on"), _("The day of the signing.")),
    "listed_from": (_("Listed from"), _("The first of ICE's lists in hand that has it.")),
    "listed_until": (_("Listed until"), _("The last list that has it, once it is gone.")),
    "missing_from": (_("Missing from"), _("The next list, which no longer has it.")),
    "absent": (
        _("Missing meanwhile"),
        _(
            "Lists that lacked it: the first, a slash and the next with it; no second day: nothing"
            " confirms yet that it is gone. A bar between several."
        ),
    ),
    "ended_on": (_("Ended on"), _("The day on which it ended, where a source says so.")),
    "ending": (
        _("How it ended"),
        _("How it ended; not-listed: it left the list, and nobody said why."),
    ),
    "superseded_by": (_("Followed by"), _("The agreement that followed it.")),
    "moa_url": (_("Text"), _("Address of the agreement's text; empty: none known.")),
    "ending_source": (_("Source of the end"), _("Key of the source for how it ended.")),
    "application": (_("Application"), _("Key of the application; it never changes.")),
    "pending_from": (_("Pending from"), _("The first list of the waiting that has it.")),
    "pending_until": (_("Pending until"), _("The last list of the waiting that has it.")),
    "law": (_("Law"), _("Key of the law; it never changes.")),
    "adopted_on": (_("Adopted on"), _("When it was signed or issued.")),
    "in_force_on": (_("In force on"), _("When it took effect; empty: when it was adopted.")),
    "list": (_("List"), _("Key of the list; it never changes.")),
    "file": (_("File"), _("Name of the file.")),
    "listed_on": (_("Day"), _("The day of the list.")),
    "rows": (_("Rows"), _("How many agencies it names.")),
    "columns": (_("Columns"), _("The headings of its columns, a bar between them.")),
    "checksum": (_("Checksum"), _("SHA-256 of the bytes of the file.")),
}
"""By the name of the column, where it means the same in every file."""
_STATE: Text = (_("State"), _("Census code of the state, two digits. Text: zeros count."))
IN_FILE: Mapping[tuple[str, str], Text] = {
    ("agencies", "geoid"): _STATE,
    ("agencies", "kind"): (_("Kind of agency"), _("What sort of body it is.")),
    ("agencies", "name"): (_("Name"), _("Name of the agency.")),
    ("agency_agreements", "geoid"): _STATE,
    ("agency_agreements", "agreement"): (
        _("Agreement"),
        _("Key of the agreement; it never changes."),
    ),
    ("agency_agreements", "basis"): (_("Known from"), _("What the agreement is known from.")),
    ("applications", "geoid"): _STATE,
    ("applications", "name"): (_("Name"), _("The agency's name as the list has it.")),
    ("applications", "agreement"): (_("Agreement"), _("The agreement that was signed upon it.")),
    ("applications", "agency"): (
        _("Agency"),
        _("Key of the agency; empty where the name is nobody's on record."),
    ),
    ("applications", "outcome"): (_("Outcome"), _("What became of the application.")),
    ("state_laws", "geoid"): _STATE,
    ("state_laws", "kind"): (_("Kind of law"), _("What it says of agreements.")),
    ("state_laws", "name"): (_("Name"), _("What the law is called.")),
    ("lists", "kind"): (_("Kind of list"), _("Whom it names.")),
    ("lists", "date_basis"): (_("Basis of the day"), _("What the day of the list rests on.")),
}
"""By file and column, where the general text would not do."""
FILES: Mapping[str, Text] = {
    "agencies": (_("Agencies"), _("Law enforcement agencies and the places that they serve.")),
    "agency_agreements": (
        _("287(g) agreements"),
        _("Every agreement that an agency signed with ICE, and how it ended."),
    ),
    "applications": (
        _("Applications"),
        _("Agencies on ICE's list of those that wait for an agreement."),
    ),
    "state_laws": (
        _("State laws"),
        _("Laws, orders and directives of states that require, restrict or forbid agreements."),
    ),
    "lists": (_("ICE's lists"), _("The lists of ICE in hand: day, rows, checksum.")),
}
"""What each file holds."""
