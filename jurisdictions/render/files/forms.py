"""The forms in which a page's rows can be taken away."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.names import saved, shown


@dataclass(frozen=True, slots=True)
class FileForm:
    """A form: its extension, its media type, what people call it, what it is good for."""

    extension: str
    media_type: str
    label: str
    purpose: str
    saved: bool = True

    @property
    def explained(self) -> str:
        """What it is good for, in the reader's language."""
        return gettext(self.purpose)

    def disposition(self, name: str) -> str:
        """The Content-Disposition under which a browser saves it, or shows it; `name` is whole."""
        return saved(name) if self.saved else shown(name)


CSV = FileForm("csv", "text/csv; charset=utf-8; header=present", "CSV", _("one plain table"))
XLSX = FileForm(
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "XLSX",
    _("a spreadsheet, with its codebook and how to cite it"),
)
JSON = FileForm("json", "application/json", "JSON", _("for programs"), saved=False)
GEOJSON = FileForm(
    "geojson", "application/geo+json", "GeoJSON", _("for maps, with borders in degrees")
)
PDF = FileForm("pdf", "application/pdf", "PDF", _("a report to print and to cite"), saved=False)
FORMS = {form.extension: form for form in (CSV, XLSX, JSON, GEOJSON)}
"""Those that are written from tables, by extension."""
