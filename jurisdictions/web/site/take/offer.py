"""A file that the panel offers: its form, its address, about how large it is, what is inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.render.files.forms import PDF, FileForm
from jurisdictions.render.files.sizes import size_text
from jurisdictions.render.words.days import number_text
from jurisdictions.web.site.addresses import with_query
from jurisdictions.web.site.beside import ENDING

Query = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Offer:
    """A file: what its form is called, its address, about how large it is, what is inside.

    `dated` is the parameter of the address that names the day; "" for a file of all days.
    """

    label: str
    href: str
    size: str
    inside: str
    media_type: str
    dated: str = "date"

    @property
    def cited(self) -> str:
        """The address of the text beside it that says how to cite it."""
        path, mark, query = self.href.partition("?")
        return f"{path}{ENDING}{mark}{query}"

    @property
    def told(self) -> str:
        """The address of a CSV with labels beside its codes, and its citation in a first line."""
        return self._with("labels=1", "comment=1")

    @property
    def for_excel(self) -> str:
        """The address of a CSV with the mark by which Excel knows its letters."""
        return self._with("excel=1")

    def _with(self, *choices: str) -> str:
        path, _mark, query = self.href.partition("?")
        return f"{path}?{'&'.join(filter(None, (query, *choices)))}"


def plain_table(offers: Sequence[Offer]) -> Offer | None:
    """The first CSV among them."""
    return next((one for one in offers if one.media_type == "text/csv"), None)


def offered(
    form: FileForm,
    name: str,
    query: Query,
    size: int,
    inside: str = "",
    parts: Mapping[str, str] | None = None,
) -> Offer:
    """A file of a form at the address of this name; `inside` where it is not the form's usual."""
    path = reverse(name, kwargs={**(parts or {}), "form": form.extension})
    return Offer(
        form.label,
        with_query(path, query),
        size_text(size),
        inside or form.explained,
        form.media_type.partition(";")[0],
    )


def report(name: str, query: Query, size: int, parts: dict[str, str] | None = None) -> Offer:
    """The report at the address of this name."""
    href = with_query(reverse(name, kwargs=parts), query)
    return Offer(PDF.label, href, size_text(size), PDF.explained, PDF.media_type)


def one_table(number: int) -> str:
    """That it is one plain table, and of how many rows."""
    return _("one plain table, %(rows)s") % {"rows": rows_alone(number)}


def rows_alone(number: int) -> str:
    """How many rows there are."""
    text = ngettext("%(number)s row", "%(number)s rows", number)
    return text % {"number": number_text(number)}
