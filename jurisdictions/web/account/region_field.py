"""The field of a region that is typed by its name, in the forms that give roles and tokens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jurisdictions.read.keeping.regions import Unclear, region_meant

REGIONS = "regions"
"""The id of the list that the region's field offers."""


class RegionField(forms.CharField):
    """A region typed by name or geoid; its value is the geoid."""

    def __init__(self, **named: Any) -> None:
        widget = forms.TextInput(attrs={"list": REGIONS, "autocomplete": "off"})
        super().__init__(label=_("Region"), widget=widget, max_length=200, **named)

    def clean(self, value: Any) -> str:
        """The geoid that is meant; raises ValidationError with the places that it could be."""
        text = super().clean(value)
        try:
            return region_meant(text, get_language() or "en")
        except Unclear as unclear:
            raise forms.ValidationError(_unclear(unclear)) from None


def _unclear(unclear: Unclear) -> str:
    if not unclear.offered:
        return gettext("No place on record is called that.")
    some = "; ".join(f"{place.label} ({place.geoid})" for place in unclear.offered)
    told = {"count": unclear.count, "places": some}
    if unclear.count > len(unclear.offered):
        said = gettext(
            "%(count)d places could be meant, such as %(places)s. Write the state with it, or the "
            "number."
        )
        return said % told
    return gettext("Which one? Write it whole, or its number: %(places)s") % told
