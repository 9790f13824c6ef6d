"""How a page's picture gets into another site: the code of a frame, and what oEmbed reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.web.site.addresses import absolute, address, kept_of, with_query

SIZES = {"map": (640, 560), "place": (420, 520), "timeline": (800, 480), "chart": (720, 520)}
"""The width and the height that are proposed, in pixels, by what is shown."""
CHOICES = ("date", "edition", "layer", "chart")
"""What the page of choices takes over from the page."""
STYLE = "border:0;max-width:100%"


@dataclass(frozen=True, slots=True)
class Share:
    """Something to be shown elsewhere: its full address, its title, how large.

    `choose` leads to the page where all that is chosen; `json` and `xml` answer by oEmbed.
    """

    src: str
    title: str
    width: int
    height: int
    choose: str = ""
    json: str = ""
    xml: str = ""

    @property
    def code(self) -> str:
        """The frame, as it is written into a page."""
        frame = format_html(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
            'style="{}"></iframe>',
            self.src,
            self.title,
            self.width,
            self.height,
            STYLE,
        )
        # A text like any other: a page shows it, and does not do it.
        return frame + ""


def share(
    request: HttpRequest, kind: str, title: str, asked: Mapping[str, str], text: str = ""
) -> Share:
    """What the page shows, of a `kind` of SIZES, under the program that is spoken for.

    `asked` are the parts and the query beside the day and the edition, which stay as the page has
    them: live where its address names none. `text` names the place to the page of choices.
    """
    kept = kept_of(request.GET)
    width, height = SIZES[kind]
    said = {**kept, **asked}
    chosen = {name: said.get(name, "") for name in CHOICES}
    here = {"url": absolute(request, request.get_full_path())}
    return Share(
        absolute(request, address(f"embed-{kind}", kept, **asked)),
        title,
        width,
        height,
        choose=address("embeds", {}, what=kind, program=spoken_for(), text=text, **chosen),
        json=absolute(request, with_query(reverse("oembed"), {**here, "format": "json"})),
        xml=absolute(request, with_query(reverse("oembed"), {**here, "format": "xml"})),
    )


def map_title(as_of: AsOf, state: str, geoid: str = "") -> str:
    """What a map is called whatever its day: a live one has another tomorrow."""
    title = _("Map of %(program)s") % {"program": as_of.program.name}
    named = {place.state: place.name for place in states_of(as_of)}
    about = places_of(as_of)[geoid].label if geoid else named.get(state, "")
    return f"{title}: {about}" if about else title


def place_title(as_of: AsOf, place: PlaceRow) -> str:
    """What the answer and the timeline of a place are called."""
    return f"{as_of.program.name}: {place.label}"
