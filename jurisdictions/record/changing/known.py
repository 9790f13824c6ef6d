"""What the cells of some wishes may refer to: looked up for them alone, not all there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from jurisdictions.models import Jurisdiction, Source
from jurisdictions.models.standing import Standing, in_parts
from jurisdictions.record.cells import Known
from jurisdictions.record.changing.wishes import RECORD, WishDraft, kind_of
from jurisdictions.record.kinds import JURISDICTION, SOURCES


def known_to(wishes: Sequence[WishDraft], standing: Iterable[Standing], today: date) -> Known:
    """The places and sources on record that these may name, and those that they add."""
    cells = [*(wish.cells for wish in wishes), *(one.cells for one in standing)]
    named = {one.get(column, "") for one in cells for column in ("geoid", "parent")}
    # A leading zero that is missing is told.
    wanted = list({*named, *(f"0{geoid}" for geoid in named)} - {""})
    places = {
        geoid
        for part in in_parts(wanted)
        for geoid in Jurisdiction.objects.current()
        .filter(geoid__in=part)
        .values_list("geoid", flat=True)
    }
    sources = set(Source.objects.current().values_list("key", flat=True))
    new = [(kind_of(wish), wish.cells) for wish in wishes if wish.action == RECORD]
    places |= {cells.get("geoid", "") for kind, cells in new if kind is JURISDICTION}
    sources |= {cells.get("key", "") for kind, cells in new if kind is SOURCES}
    return Known(today, frozenset(places - {""}), frozenset(sources - {""}))
