"""The forms with which administrators keep people: a role, a region, an address, a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jurisdictions.read.keeping.regions import Unclear, region_choices, region_meant
from jurisdictions.render.words.roles import ROLES, role_label, role_meaning
from jurisdictions.web.account.own import language_choices

REGIONS = "regions"
"""The id of the list that the region's field offers."""


def role_choices() -> list[tuple[str, str]]:
    """The roles, each with what it lets somebody do."""
    return [(role, f"{role_label(role)}: {role_meaning(role)}") for role in ROLES]


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


class RoleForm(forms.Form):
    """A role in a region."""

    role = forms.ChoiceField(label=_("Role"), choices=role_choices, widget=forms.RadioSelect)
    region = RegionField(
        help_text=_(
            "A county (“Cook County, Illinois”), a state, or the United States; it includes what "
            "lies in it."
        )
    )

    @property
    def regions_offered(self) -> tuple[str, ...]:
        """What the region's field offers while somebody types."""
        return region_choices(get_language() or "en")


class InviteForm(RoleForm):
    """Who is invited, and to what."""

    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mail"), choices=language_choices, widget=forms.RadioSelect
    )
    field_order = ("email", "language", "role", "region")
