"""The bars and marks of a timeline: hundreds of shapes, written without a template for each."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from jurisdictions.render.pictures.timeline_svg import Bar, Mark, Picture
from jurisdictions.templatetags.pages import entry

register = template.Library()
TITLE_LETTERS, TITLE_LINE = 16, 14
"""How many bold letters fit beside the bars in a wide font, and the height of a line of them."""


@register.simple_tag(takes_context=True)
def timeline_lanes(context: dict[str, Any]) -> SafeString:
    """The years and the lanes of `picture`; `axis` is where the years' lines end."""
    picture: Picture = context["picture"]
    drawn = (*_years(picture, context["axis"]), *_lanes(context, picture))
    return mark_safe("".join(drawn))  # noqa: S308 - texts are escaped, all else are numbers


def _years(picture: Picture, axis: int) -> Iterator[str]:
    for year, x in picture.years:
        yield f'<line class="tl-year" x1="{x}" x2="{x}" y1="0" y2="{axis}" />'
        yield f'<text class="tl-axis" x="{x}" y="{picture.height}" dx="3" dy="-8">{year}</text>'
    if bend := picture.bend:
        yield f'<path class="tl-bend" d="M{bend} {axis}l-3 5l6 4l-3 5" />'


def _lanes(context: dict[str, Any], picture: Picture) -> Iterator[str]:
    at = escape(str(context.get("at") or ""))
    to = str(context.get("marks_at") or "")
    for lane in picture.lanes:
        title = escape(lane.title)
        yield f'<g transform="translate(0 {lane.y})">'
        yield _title(lane.title)
        yield f'<text class="tl-lane tl-lane-here" x="{picture.today}" dx="-4" y="-4"'
        yield f' text-anchor="end" aria-hidden="true">{title}</text>'
        yield from (_bar(bar, at) for bar in lane.bars)
        yield from (_texture(one.x, one.width, f"{at}tx-hatch") for one in lane.stripes)
        yield from map(_text, lane.bars)
        yield from (_mark(mark, entry(context, mark.name), to) for mark in lane.marks)
        yield "</g>"


def _title(title: str) -> str:
    """The title of a lane: in two lines where it is longer than the room beside the bars."""
    lines = wrap(title, TITLE_LETTERS, break_long_words=False)
    if len(lines) == 1:
        return f'<text class="tl-lane" x="0" y="13">{escape(title)}</text>'
    first = 13 - TITLE_LINE * (len(lines) - 1) / 2
    told = " ".join(
        f'<tspan x="0" y="{first + TITLE_LINE * n:g}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f'<text class="tl-lane">{told}</text>'


def _bar(bar: Bar, at: str) -> str:
    return (
        f"<g><title>{escape(bar.title)}</title>"
        f'<rect class="tl-bar {bar.css}" x="{bar.x}" y="0" width="{bar.width}" height="18" />'
        f"{_texture(bar.x, bar.width, f'{at}tx-{bar.css}') if bar.texture else ''}</g>"
    )


def _texture(x: float, width: float, pattern: str) -> str:
    """Dots, rules or diagonals over a bar: a pattern of the picture's own."""
    return (
        f'<rect class="tl-texture" x="{x}" y="0" width="{width}" height="18"'
        f' fill="url(#{pattern})" />'
    )


def _text(bar: Bar) -> str:
    """What the bar is called, where there is room for it."""
    x = bar.text_x
    if x is None:
        return ""
    text = escape(bar.text)
    again = (
        f'<text class="tl-text tl-again {bar.css}" x="{at}" y="13" aria-hidden="true">{text}</text>'
        for at in bar.again_x
    )
    return f'<text class="tl-text {bar.css}" x="{x}" y="13">{text}</text>{"".join(again)}'


def _mark(mark: Mark, at: str, to: str) -> str:
    """A mark, which leads to its entry on this page, or from a frame to that of another."""
    title = escape(mark.title)
    target = ' target="_top" rel="noopener"' if to else ""
    href = escape(f"{to}#{at}")
    return (
        f'<a class="tl-mark" href="{href}"{target} aria-label="{title}"><title>{title}</title>'
        f'<line class="tl-stem" x1="{mark.x}" x2="{mark.x}" y1="18" y2="{mark.y}" />'
        f'<circle class="tl-target" cx="{mark.x}" cy="{mark.y}" r="12" />'
        f'<circle class="tl-dot" cx="{mark.x}" cy="{mark.y}" r="5" /></a>'
    )
