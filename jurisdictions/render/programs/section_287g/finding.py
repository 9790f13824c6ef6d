"""What the record of 287(g) shows: what stands on the last list, and what changed up to it."""

from __future__ import annotations

from django.utils.translation import ngettext

from jurisdictions.read.happened.asked import record_end, weeks_before
from jurisdictions.read.happened.between import Days, happened
from jurisdictions.read.headlines import headline_on
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.section_287g.happened import short_sentence
from jurisdictions.render.words.days import date_text, number_text


def finding(as_of: AsOf, total: int) -> str:
    """How many agreements stand, and the last four weeks of the record."""
    del total
    last = record_end(as_of)
    asked = Days(weeks_before(last), last)
    agreements, agencies, states = headline_on(as_of).numbers
    told = ngettext(
        "On %(day)s, %(agreements)s of %(agencies)s in %(states)s was in force.",
        "On %(day)s, %(agreements)s of %(agencies)s in %(states)s were in force.",
        agreements,
    )
    standing = told % {
        "day": date_text(as_of.on),
        "agreements": ngettext("%(number)s agreement", "%(number)s agreements", agreements)
        % {"number": number_text(agreements)},
        "agencies": ngettext("%(number)s agency", "%(number)s agencies", agencies)
        % {"number": number_text(agencies)},
        "states": ngettext("%(number)s state", "%(number)s states", states)
        % {"number": number_text(states)},
    }
    return f"{standing} {short_sentence(as_of, asked, happened(as_of, asked))}"
