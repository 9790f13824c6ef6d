"""Rows by the region that their place lies in, for queries."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from jurisdictions.status.geoids import NATION, is_state


def lying_in(regions: Iterable[str], field: str = "geoid") -> Q:
    """Rows whose place is one of the regions or lies in one: the nation holds all places.

    Of no region: none.
    """
    wanted = list(regions)
    if NATION in wanted:
        # Not an empty Q: that one falls away when it is joined by "or", and only the other is left.
        return ~Q(pk__in=())
    where = Q(**{f"{field}__in": [region for region in wanted if not is_state(region)]})
    for state in filter(is_state, wanted):
        where |= Q(**{f"{field}__startswith": state})
    return where
