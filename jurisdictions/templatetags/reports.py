"""What the pages of reports paint."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

DOTS = ((2.5, 2.5), (7.5, 2.5), (5, 5), (2.5, 7.5), (7.5, 7.5))
RULES = (3, 7)


@register.simple_tag(takes_context=True)
def chip_texture(context: dict[str, Any], colour: str) -> SafeString:
    """What lies on a swatch of ten by ten with that fill: dots, rules or nothing."""
    frame = context.get("frame")
    kind, ink = frame.textures.get(colour, ("", "")) if frame else ("", "")
    if kind == "dot":
        circle = '<circle cx="{}" cy="{}" r=".9" fill="{}"/>'
        return format_html_join("", circle, ((x, y, ink) for x, y in DOTS))
    if kind == "rule":
        lines = "".join(f"M0 {y}h10" for y in RULES)
        return format_html('<path d="{}" stroke="{}" stroke-width="1.2"/>', lines, ink)
    return SafeString()
