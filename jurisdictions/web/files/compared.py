"""What the files of two days compared hold: the places with another status, and how many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.compared.asked import TwoDays
from jurisdictions.read.compared.between import Comparison, compared
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.compared import WayCount, compared_of, ways_of
from jurisdictions.render.files.compared import compared_name, told_with_why
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.words.compared import compared_sentence, compared_title
from jurisdictions.web.files.answers import Bundle
from jurisdictions.web.files.bundles import bordered


def compared_bundle(as_of: AsOf, asked: TwoDays, query: QueryDict) -> Bundle:
    """All that the page shows, every page of it; raise BadAsk for `geometry`."""
    found = compared(as_of, asked)
    slug = as_of.program.slug
    rows = cache(lambda: list(told_with_why(as_of, asked, found.fitting)))
    places = Sheet("places", compared_of(slug), rows)
    return Bundle(
        name=compared_name(asked),
        title=_("Two days compared: %(period)s") % {"period": compared_title(found)},
        sheets=(places, Sheet("ways", ways_of(slug), lambda: list(_ways(found)))),
        mapped=(places,),
        bordered=bordered(query),
        about=lambda: {
            "from": asked.first,
            "to": asked.last,
            "sentence": compared_sentence(found),
        },
        dated=False,
        day=asked.last,
    )


def _ways(found: Comparison) -> Iterator[WayCount]:
    for (was, now), number in sorted(found.ways.items()):
        yield WayCount(was, now, number)
