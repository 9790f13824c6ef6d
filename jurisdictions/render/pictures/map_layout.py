"""Where title, map and legend stand in a picture of the map, and how large its letters are."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[float, float]
LETTER, OWN_LETTER = 0.58, 0.48
"""A letter's width as a share of its height, in system fonts and in ours: on the wide side.

A reader's system may have DejaVu Sans or Verdana, which run wider than most.
"""
SYSTEM_FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
OWN_FONT = "Tracker Sans"
"""The family in reports/typst/fonts, for pictures whose letters are painted on the server."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture of `width` by `height` pixels; places are (x, y), sizes those of letters."""

    width: int
    height: int
    map_at: Place
    map_size: Place
    legend_at: Place
    legend_width: int
    row: int
    margin: int
    title: Place
    """Its size and its baseline."""
    text: Place
    """Size and first baseline of the sentence below the title."""
    item: int
    source: int
    font: str = SYSTEM_FONTS
    only_counted: bool = False
    """Whether the legend leaves out values that no place has: where room is dear."""
    bare: bool = False
    """Whether the map stands alone: its words and its legend stand beside the picture."""

    def title_size(self, title: str) -> float:
        """The size at which the title fits its line."""
        return round(min(self.title[0], self._room / (self.letter * max(1, len(title)))), 1)

    def item_size(self, label: str) -> float:
        """The size at which a label of the legend leaves room for its swatch and its number."""
        room = self.legend_width - 5.5 * self.item
        return round(min(self.item, room / (self.letter * max(1, len(label)))), 1)

    def lines(self, text: str) -> list[str]:
        """The sentence, broken where it would leave the picture."""
        most = int(self._room / (self.letter * self.text[0]))
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if len(longer) <= most or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    @property
    def letter(self) -> float:
        """How wide a letter is taken to be."""
        return OWN_LETTER if self.font == OWN_FONT else LETTER

    @property
    def _room(self) -> int:
        return self.width - 2 * self.margin


def wide_layout(width: int, height: int, font: str = SYSTEM_FONTS) -> Layout:
    """A map of `width` by `height` pixels with its legend beside it: 1265 by 728 in all."""
    return Layout(
        width=width + 290,
        height=height + 88,
        map_at=(0, 62),
        map_size=(width, height),
        legend_at=(width + 8, 102),
        legend_width=270,
        row=22,
        margin=12,
        title=(19, 26),
        text=(13, 48),
        item=12,
        source=11,
        font=font,
    )


CARD = Layout(
    width=1200,
    height=630,
    map_at=(24, 136),
    map_size=(704, 458),
    legend_at=(752, 168),
    legend_width=424,
    row=38,
    margin=28,
    title=(40, 56),
    text=(22, 92),
    item=20,
    source=16,
    font=OWN_FONT,
    only_counted=True,
)
"""What social networks show of a link: read at half its size, so its letters are large."""

SMALL = Layout(
    width=480,
    height=312,
    map_at=(0, 0),
    map_size=(480, 312),
    legend_at=(0, 0),
    legend_width=0,
    row=0,
    margin=0,
    title=(0, 0),
    text=(0, 0),
    item=0,
    source=0,
    font=OWN_FONT,
    bare=True,
)
"""The map alone, for a page that says beside it what it shows."""
