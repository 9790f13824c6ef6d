"""Tables whose rows stand as cards on a phone: every cell knows the name of its column."""

from __future__ import annotations

import re

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

from jurisdictions.web.site.cards import plain_title

register = template.Library()
PIECE = re.compile(r"<(td|th|tr|/?thead|table|tbody|tfoot)(?=[\s>])")
ROLES = {"table": "table", "tr": "row"} | dict.fromkeys(("thead", "tbody", "tfoot"), "rowgroup")
"""Said again: some browsers take a table whose rows are laid out as blocks for no table."""

CELL, COLUMN, ROW = '<td role="cell"', '<th role="columnheader"', '<th role="rowheader"'


class CardsNode(template.Node):
    """What stands between {% cards %} and {% endcards %}: tables without cells that span several.

    `nodelist` is Django's name for what a tag holds.
    """

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The same tables, each cell with its column's name in `data-column`."""
        return mark_safe(_marked(self.nodelist.render(context)))  # noqa: S308 - our own


@register.tag
def cards(parser: Parser, token: Token) -> CardsNode:
    """{% cards %}<table>...</table>{% endcards %}: rows that stand as cards on a phone.

    The head is the one place where columns are named; base.css shows the names.
    """
    del token
    nodelist = parser.parse(("endcards",))
    parser.delete_first_token()
    return CardsNode(nodelist)


def _marked(html: str) -> str:
    names: list[str] = []
    cells: list[str] = []
    in_head, at = False, 0

    def mark(found: re.Match[str]) -> str:
        nonlocal in_head, at
        name = found[1]
        if name == "td":
            at += 1
            return cells[at - 1] if at <= len(cells) else CELL
        if name == "th":
            at += 1
            if in_head:
                begin, end = html.index(">", found.end()) + 1, html.index("</th>", found.end())
                names.append(plain_title(html[begin:end]))
            return COLUMN if in_head else ROW
        if name == "tr":
            at = 0
        elif name == "/thead":
            in_head, cells[:] = False, [f'{CELL} data-column="{one}"' for one in names]
        elif name == "thead":
            in_head, names[:] = True, []
        return f'{found[0]} role="{ROLES[name]}"' if name in ROLES else found[0]

    return PIECE.sub(mark, html)
