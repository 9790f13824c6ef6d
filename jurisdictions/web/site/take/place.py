"""The files of one place."""

from __future__ import annotations

from collections.abc import Collection

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.rows import PlaceRow
from jurisdictions.render.files import sizes as sizes
from jurisdictions.render.files.forms import CSV, GEOJSON, JSON, XLSX, FileForm
from jurisdictions.render.words.days import number_text
from jurisdictions.web.site.addresses import kept_of
from jurisdictions.web.site.no_report import has_reports
from jurisdictions.web.site.take.offer import Offer, offered, report


def place_offers(
    query: QueryDict, place: PlaceRow, counts: tuple[int, int, int], members: Collection[str]
) -> list[Offer]:
    """A place's files; `members` are a state's places.

    `counts`: its spans, the facts about it, and what of these is told of it by time.
    """
    said, part = kept_of(query), {"code": place.geoid}
    spans, facts, told = counts
    inside = ngettext("the timeline: %(number)s span", "the timeline: %(number)s spans", spans) % {
        "number": number_text(spans)
    }

    def offer(form: FileForm, inside: str) -> Offer:
        size = sizes.size_of(sizes.PLACE, form.extension, spans, facts, len(members))
        return offered(form, "place-file", said, size, inside, part)

    agreements = facts if members else 0
    size = sizes.size_of(sizes.REPORT, "pdf", spans, told, len(members), agreements)
    of_place = [report("place-pdf", said, size, {"geoid": place.geoid})]
    return [
        *(of_place if has_reports() else []),
        offer(CSV, inside),
        offer(XLSX, _("status, timeline, facts, citations, codebook, how to cite")),
        offer(JSON, _("all that the page shows, for programs")),
        offered(
            GEOJSON, "place-file", said, sizes.geojson_size([place.geoid, *members]), parts=part
        ),
    ]
