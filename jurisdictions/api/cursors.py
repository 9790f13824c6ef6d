"""Pages of a list that is read on from a row: the next page is named by an opaque cursor."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.api.links import other_page
from jurisdictions.api.parameters import single, whole_number
from jurisdictions.api.problems import BadParameter
from jurisdictions.api.question import Question

CURSOR = ("cursor", "page_size")
USUAL_PAGE = 500
LARGEST_PAGE = 1_000

Row = TypeVar("Row")


def page_size_of(query: QueryDict) -> int:
    """Rows on a page; one above the largest is cut to it. Raises BadParameter."""
    return min(whole_number(query, "page_size", USUAL_PAGE), LARGEST_PAGE)


def last_seen(query: QueryDict) -> str:
    """The key of the row that the cursor stands at, "" at the beginning; raises BadParameter."""
    text = single(query, "cursor")
    if not text:
        return ""
    try:
        seen = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (binascii.Error, ValueError):
        raise no_such_cursor() from None
    # The decoder passes over what it does not know: only what we would write ourselves is ours.
    if cursor_at(seen) != text:
        raise no_such_cursor()
    return seen


def no_such_cursor() -> BadParameter:
    """The refusal of a cursor that this list did not give."""
    return BadParameter(
        "cursor", _("This is no cursor of this list: follow “next”, or begin without one.")
    )


def cursor_at(key: str) -> str:
    """The cursor of the page that begins after the row with that key."""
    return urlsafe_b64encode(key.encode()).decode().rstrip("=")


def next_page(question: Question, key: str) -> str:
    """The full address of the page after the row with that key."""
    return other_page(question.request, question.as_of, cursor=cursor_at(key))


def rows_from_cursor(
    question: Question, rows: Sequence[Row], key: Callable[[Row], str]
) -> tuple[Sequence[Row], dict[str, Any]]:
    """One page of rows that are all at hand, and what the answer says beside them.

    Raises BadParameter for a cursor at a row that is not among them.
    """
    query = question.request.GET
    size, seen, start = page_size_of(query), last_seen(query), 0
    if seen:
        keys = [key(row) for row in rows]
        if seen not in keys:
            raise no_such_cursor()
        start = keys.index(seen) + 1
    part = rows[start : start + size]
    more = start + size < len(rows)
    return part, {"count": len(rows), "next": next_page(question, key(part[-1])) if more else None}
