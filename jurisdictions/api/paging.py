"""Pages of a long list: how many rows, and the addresses of the next and the previous page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from jurisdictions.api.links import other_page
from jurisdictions.api.parameters import whole_number
from jurisdictions.api.problems import BadParameter
from jurisdictions.api.question import Question

PAGING = ("page", "page_size")
LARGEST_PAGE = 5_000

Row = TypeVar("Row")


def page_answer(
    question: Question, rows: Sequence[Row], shape: Callable[[Row], dict[str, Any]]
) -> dict[str, Any]:
    """One page of `rows`; every county fits on the default one. Raises BadParameter past the end.

    A `page_size` above the largest is cut to it.
    """
    query = question.request.GET
    size = min(whole_number(query, "page_size", LARGEST_PAGE), LARGEST_PAGE)
    page = whole_number(query, "page", 1)
    last = max(1, -(-len(rows) // size))
    if page > last:
        raise BadParameter("page", _("The last page is %(last)s.") % {"last": last})
    return {
        "count": len(rows),
        "next": _address(question, page + 1) if page < last else None,
        "previous": _address(question, page - 1) if page > 1 else None,
        "results": [shape(row) for row in rows[(page - 1) * size : page * size]],
    }


def _address(question: Question, page: int) -> str:
    return other_page(question.request, question.as_of, page=str(page))
