"""The same rows as CSV, XLSX and JSON, and what of a page's query they keep."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict

from jurisdictions.render.files.forms import FORMS
from jurisdictions.render.files.sizes import Bytes, size_of
from jurisdictions.web.site.addresses import KEPT, kept_of
from jurisdictions.web.site.take.offer import Offer, Query, offered, one_table

OF_TABLES = ("csv", "xlsx", "json")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows the tables have, and how large their files are for so many of each thing.

    Without `things` the rows alone decide.
    """

    sizes: Bytes
    rows: int
    things: tuple[int, ...] = ()

    def size(self, extension: str) -> int:
        """About how many bytes a file of a form takes."""
        return size_of(self.sizes, extension, *(self.things or (self.rows,)))


def table_offers(
    name: str,
    said: Query,
    counted: Counted,
    inside: Mapping[str, str] | None = None,
    parts: Mapping[str, str] | None = None,
) -> list[Offer]:
    """A file in each form of tables at the address of this name, which asks for what is `said`.

    `inside` tells by a form's extension what is inside, where that is not the form's usual.
    """
    told = {"csv": one_table(counted.rows)} | dict(inside or {})
    return [
        offered(FORMS[one], name, said, counted.size(one), told.get(one, ""), parts)
        for one in OF_TABLES
    ]


def of_all_days(offers: list[Offer]) -> list[Offer]:
    """The same, whose addresses name no day."""
    return [replace(one, dated="") for one in offers]


def undated(query: QueryDict) -> dict[str, str]:
    """What an address keeps, without the day."""
    return {name: value for name, value in kept_of(query).items() if name != "date"}


def filtered(query: QueryDict, takes: Collection[str]) -> dict[str, object]:
    """What an address keeps, and the filters that its page takes.

    What it brings along that is no filter, such as a campaign's name, ends here.
    """
    known = {*takes, *KEPT}
    return {name: values for name, values in query.lists() if name in known and any(values)}
