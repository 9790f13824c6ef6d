"""Tables whose rows stand as cards on a phone: every cell knows the name of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
PIECE = re.compile(r"<(?P<close>/?)(?P<name>table|thead|tbody|tfoot|tr|th|td)(?=[\s>])")
TAG = re.compile(r"<[^>]+>")
ROLES = {"table": "table", "tr": "row", "td": "cell"} | dict.fromkeys(
    ("thead", "tbody", "tfoot"), "rowgroup"
)
"""Said again: some browsers take a table whose rows are laid out as blocks for no table."""


class CardsNode(template.Node):
    """What stands between {% cards %} and {% endcards %}: tables without cells that span several.

    `nodelist` is Django's name for what a tag holds.
    """

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The same tables, each cell with its column's name in `data-column`."""
        return mark_safe("".join(_marked(self.nodelist.render(context))))  # noqa: S308 - our own


@register.tag
def cards(parser: Parser, token: Token) -> CardsNode:
    """{% cards %}<table>...</table>{% endcards %}: rows that stand as cards on a phone.

    The head is the one place where columns are named; base.css shows the names.
    """
    del token
    nodelist = parser.parse(("endcards",))
    parser.delete_first_token()
    return CardsNode(nodelist)


def _marked(html: str) -> Iterator[str]:
    names: list[str] = []
    in_head, at, done = False, 0, 0
    for found in PIECE.finditer(html):
        name, closes = found["name"], found["close"]
        if name == "thead":
            in_head, names = not closes, names if closes else []
        elif name == "tr":
            at = 0
        if closes:
            continue
        yield html[done : found.end()]
        done = found.end()
        yield f' role="{_role(name, in_head)}"'
        if name not in {"th", "td"}:
            continue
        if in_head:
            names.append(_words(html[done : html.index("</th>", done)]))
        elif name == "td" and at < len(names):
            yield f' data-column="{names[at]}"'
        at += 1
    yield html[done:]


def _role(name: str, in_head: bool) -> str:
    if name == "th":
        return "columnheader" if in_head else "rowheader"
    return ROLES[name]


def _words(cell: str) -> str:
    """What a heading says, from the rest of its tag on, ready for an attribute."""
    inside = cell.partition(">")[2]
    return " ".join(TAG.sub("", inside).split()).replace('"', "&quot;")
