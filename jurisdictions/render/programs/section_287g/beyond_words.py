"""What is said of days after the last of ICE's lists in the record."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.read.last_list import Beyond
from jurisdictions.render.words.days import date_text, number_text


def beyond_line(beyond: Beyond) -> str:
    """That counts are too low, and what was counted elsewhere, where that is on record."""
    said = {"until": date_text(beyond.until)}
    told = _(
        "The last of ICE's lists in this record is of %(until)s. Of later days it has only"
        " agreements whose texts ICE posted, and nothing that ended: what it shows is too little."
    )
    counted = beyond.counted
    if counted is None or counted.on is None or counted.value is None:
        return told % said
    number = {"number": number_text(counted.value), "day": date_text(counted.on)}
    beside = _("In the whole country, %(number)s agreements were counted on %(day)s.") % number
    return f"{told % said} {beside}"
