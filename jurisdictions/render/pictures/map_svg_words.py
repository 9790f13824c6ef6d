"""The words of the map's picture: title, sentence, source line, legend."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from jurisdictions.render.pictures.map_layout import Layout
from jurisdictions.render.pictures.map_legend import (
    LegendGroup,
    LegendItem,
    folded_text,
    grouped,
)
from jurisdictions.render.pictures.map_picture import OTHER, MapPicture
from jurisdictions.render.pictures.textures import has_texture, texture_svg
from jurisdictions.render.words.days import number_text


def words_svg(picture: MapPicture, layout: Layout, colours: Mapping[str, str]) -> str:
    """Title, sentence and source line."""
    ink, soft, x = colours["ink"], colours["ink-soft"], layout.margin
    size, first = layout.text
    sentence = "".join(
        f'<text x="{x}" y="{first + n * size * 1.3:.0f}" font-size="{size}" fill="{soft}">'
        f"{escape(line)}</text>"
        for n, line in enumerate(layout.lines(picture.description))
    )
    return (
        f'<text x="{x}" y="{layout.title[1]}" font-size="{layout.title_size(picture.title)}" '
        f'font-weight="600" fill="{ink}">{escape(picture.title)}</text>{sentence}'
        f'<text x="{x}" y="{layout.height - layout.source * 0.85:.0f}" '
        f'font-size="{layout.source}" fill="{soft}">{escape(picture.source_line)}</text>'
    )


def legend_svg(picture: MapPicture, layout: Layout, colours: Mapping[str, str]) -> str:
    """The values of the layer, each with its colour, its label and how many places have it.

    Then what any layer may show beside them: who is limited, whose agreement nobody ever showed.
    """
    left, top = layout.legend_at
    shown = _shown(picture, layout)
    rows = [
        _value(top + n * layout.row, one, picture, layout, colours)
        if isinstance(one, LegendItem)
        else _line(top + n * layout.row, one.title, one.total, layout, colours, bold=True)
        for n, one in enumerate(shown)
    ]
    if picture.folded and not layout.only_counted:
        text = folded_text(picture.folded)
        rows.append(_line(top + len(rows) * layout.row, text, None, layout, colours))
    if picture.limited or not layout.only_counted:
        last = top + len(rows) * layout.row
        hatched = LegendItem("", picture.limits_label, len(picture.limited))
        size = layout.item
        missing = picture.hatch == "missing"
        fill = colours["line-strong"] if missing else "none"
        stroke = colours["map-ground" if missing else "map-hatch"]
        rows.append(
            f"{_row(last, fill, hatched, layout, colours)}"
            f'<path d="M{left} {last + size}l{size} -{size}" stroke="{stroke}" '
            f'stroke-width="{size / 8:.1f}"/>'
        )
    if picture.undocumented or (picture.undocumented == 0 and not layout.only_counted):
        rows.append(_doubt(top + len(rows) * layout.row, picture, layout, colours))
    return "".join(rows)


def _shown(picture: MapPicture, layout: Layout) -> list[LegendItem | LegendGroup]:
    """What somebody has, under its group where there is room for that; what nobody has is folded.

    A group of which only one value is had needs no total.
    """
    found: list[LegendItem | LegendGroup] = []
    for group in grouped(picture.legend):
        items = [item for item in group.items if item.is_shown]
        if group.title and len(items) > 1:
            found.append(group)
        found += items
    marks = bool(picture.limited) + bool(picture.undocumented)
    if layout.legend_at[1] + (len(found) + marks) * layout.row <= layout.height - layout.margin:
        return found
    return [one for one in found if isinstance(one, LegendItem)]


def _value(
    y: float, item: LegendItem, picture: MapPicture, layout: Layout, colours: Mapping[str, str]
) -> str:
    """A value with its color, its texture and its count."""
    token = f"{picture.layer}-{item.value}"
    row = _row(y, colours.get(token, OTHER), item, layout, colours)
    return row + _textured(y, token, layout, colours)


def _line(
    y: float,
    text: str,
    number: int | None,
    layout: Layout,
    colours: Mapping[str, str],
    *,
    bold: bool = False,
) -> str:
    """A row without a swatch: what a group counts, or how many values are folded."""
    x, size = layout.legend_at[0], layout.item
    at, ink = y + size * 0.92, colours["ink" if bold else "ink-soft"]
    weight = ' font-weight="600"' if bold else ""
    told = (
        f'<text x="{x}" y="{at:.1f}" font-size="{layout.item_size(text)}" fill="{ink}"{weight}>'
        f"{escape(text)}</text>"
    )
    if number is None:
        return told
    return (
        f'{told}<text x="{x + layout.legend_width}" y="{at:.1f}" font-size="{size}"{weight} '
        f'text-anchor="end" fill="{ink}">{number_text(number)}</text>'
    )


def _doubt(y: float, picture: MapPicture, layout: Layout, colours: Mapping[str, str]) -> str:
    """The row of those whose agreement was never documented, with a mark as on the page."""
    left, size = layout.legend_at[0], layout.item
    item = LegendItem("", picture.undocumented_label, picture.undocumented or 0)
    return (
        f"{_row(y, 'none', item, layout, colours)}"
        f'<text x="{left + size / 2}" y="{y + size * 0.92:.1f}" font-size="{size}" '
        f'text-anchor="middle" fill="{colours["ink"]}">?</text>'
    )


def _textured(y: float, token: str, layout: Layout, colours: Mapping[str, str]) -> str:
    """The texture on a swatch; nothing for a color without one."""
    if not has_texture(colours, token):
        return ""
    x, size, name = layout.legend_at[0], layout.item, f"row-{token}"
    return (
        f"<defs>{texture_svg(colours, token, name, size / 12)}</defs>"
        f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="url(#{name})"/>'
    )


def _row(y: float, fill: str, item: LegendItem, layout: Layout, colours: Mapping[str, str]) -> str:
    x, size = layout.legend_at[0], layout.item
    right, baseline = x + layout.legend_width, y + size * 0.92
    return (
        f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="{fill}" '
        f'stroke="{colours["line-strong"]}"/>'
        f'<text x="{x + size * 1.5}" y="{baseline:.1f}" '
        f'font-size="{layout.item_size(item.label)}" fill="{colours["ink"]}">'
        f"{escape(item.label)}</text>"
        f'<text x="{right}" y="{baseline:.1f}" font-size="{size}" text-anchor="end" '
        f'fill="{colours["ink"]}">{number_text(item.count)}</text>'
    )
