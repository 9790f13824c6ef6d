"""The map of what two days have different: who stands as before is left blank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurisdictions.read.compared.asked import TwoDays
from jurisdictions.read.compared.between import Comparison, compared
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.map_legend import LegendItem, statuses_of
from jurisdictions.render.pictures.map_picture import MapPicture
from jurisdictions.render.pictures.map_rings import is_hueless
from jurisdictions.render.words.compared import compared_sentence, compared_title
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.map_words import frame_captions
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.map.picture import source_line

LAYER, UNCHANGED = "status", "unchanged"


def compared_picture(as_of: AsOf, asked: TwoDays) -> MapPicture:
    """All that the picture shows, in the reader's language."""
    found = compared(as_of, asked)
    rows = found.fitting
    return MapPicture(
        title=f"{as_of.program.name} · {compared_title(found)}",
        description=compared_sentence(found),
        layer=LAYER,
        legend=legend(as_of, found),
        limits_label=_("Changed, to a status without a color of its own"),
        hatch="added",
        undocumented_label="",
        undocumented=None,
        source_line=source_line(as_of),
        values=dict.fromkeys(places_of(as_of), UNCHANGED)
        | {row.after.geoid: row.after.status.value for row in rows},
        limited=[row.after.geoid for row in rows if _is_pale(row.after.status.value)],
        captions=frame_captions(),
        state=asked.states[0] if len(asked.states) == 1 else "",
    )


def legend(as_of: AsOf, found: Comparison) -> list[LegendItem]:
    """The statuses of the last day that a changed place has, and how many have none new."""
    counts = Counter(row.after.status for row in found.fitting)
    items = [
        LegendItem(word.value, label(word), counts[word])
        for word in statuses_of(as_of.program.slug)
        if counts[word]
    ]
    return [*items, LegendItem(UNCHANGED, _("Not changed"), found.total - len(found.fitting))]


def compared_colours(scheme: str = "light") -> Mapping[str, str]:
    """The colors of the page; what has not changed is as the bare page."""
    colours = page_colours(scheme)
    return {**colours, f"{LAYER}-{UNCHANGED}": colours["map-ground"]}


def _is_pale(status: str) -> bool:
    """Whether a status has hardly a color, and would be taken for what has not changed."""
    return is_hueless(page_colours().get(f"{LAYER}-{status}", "#808080"))
