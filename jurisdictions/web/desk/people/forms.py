"""The forms with which administrators keep people: a role, a region, an address, a reason."""

from __future__ import annotations

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jurisdictions.read.keeping.regions import region_choices
from jurisdictions.render.words.roles import ROLES, role_label, role_meaning
from jurisdictions.web.account.own import language_choices
from jurisdictions.web.account.region_field import RegionField


def role_choices() -> list[tuple[str, str]]:
    """The roles, each with what it lets somebody do."""
    return [(role, f"{role_label(role)}: {role_meaning(role)}") for role in ROLES]


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
