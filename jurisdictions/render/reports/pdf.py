"""A place's report as a PDF, straight from an edition and a day: for pages and the bulk job."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import translation

from jurisdictions.read.place_records import place_record
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.place import place_report
from jurisdictions.render.reports.programs import reporting_of
from jurisdictions.render.reports.state import state_report
from jurisdictions.render.reports.typst.compile import to_pdf
from jurisdictions.status.geoids import is_state

Typeset = Callable[[str, Any, datetime], bytes]
"""A template's name, a report's parts and the moment of issue -> a PDF."""


def place_report_pdf(as_of: AsOf, geoid: str, site_url: str, typeset: Typeset = to_pdf) -> bytes:
    """The report of a county or, for a geoid of two digits, of a state, in the asked language.

    `site_url` is the scheme and host of the addresses printed; `typeset` does the work here, or
    in a process that ends. Raises LookupError for a place that is not on record.
    """
    if is_state(geoid):
        return _state_report_pdf(as_of, geoid, site_url, typeset)
    with translation.override(as_of.language):
        place = place_record(as_of, geoid)
        if place is None:
            raise LookupError(geoid)
        report = place_report(as_of, place, site_url)
        return typeset("place", report, as_of.edition.published_at)


def _state_report_pdf(as_of: AsOf, geoid: str, site_url: str, typeset: Typeset) -> bytes:
    with translation.override(as_of.language):
        state = reporting_of(as_of.program.slug).state_record(as_of, geoid)
        if state is None:
            raise LookupError(geoid)
        report = state_report(as_of, state, site_url)
        return typeset("state", report, as_of.edition.published_at)
