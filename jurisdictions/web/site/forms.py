"""Forms of the pages that keep people and programs: what is refused is told beside its field."""

from __future__ import annotations

from django import forms

from jurisdictions.record.faults import Refused


def tell_faults(form: forms.Form, refused: Refused) -> None:
    """Put each fault beside the field of its column, or above all fields."""
    for fault in refused.faults:
        form.add_error(fault.column if fault.column in form.fields else None, fault.reason)
