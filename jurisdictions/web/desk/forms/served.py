"""The field of the places that an agency serves: by name, read as everywhere, or by code."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from jurisdictions.read.finding import reader_of
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.geoids import is_geoid
from jurisdictions.status.successions import BAR
from jurisdictions.web.desk.forms.fields import Sentences

FEW = 4
"""How many places that a name may mean are told."""


class Served(Sentences):
    """Places of a state, one on each line; the record keeps their codes with bars between."""

    drawn = "places"

    def __init__(self, *, as_of: AsOf, state: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.as_of, self.state = as_of, state

    def prepare_value(self, value: Any) -> Any:
        if not value:
            return value
        places = places_of(self.as_of)
        parts = [part for line in str(value).splitlines() for part in line.split(BAR)]
        return "\n".join(places[part].name if part in places else part for part in parts)

    def clean(self, value: Any) -> str:
        written = str(super().clean(value)).replace(BAR, "\n").splitlines()
        lines = [line.strip() for line in written if line.strip()]
        return BAR.join(dict.fromkeys(self._place(line) for line in lines))

    def understood(self, value: Any) -> str:
        try:
            found = self.clean(value).split(BAR) if value else []
        except forms.ValidationError:
            return ""
        places = places_of(self.as_of)
        return "; ".join(places[one].label for one in found if one in places)

    def _place(self, line: str) -> str:
        """The geoid of a line; raise ValidationError where none, or more than one, is meant."""
        places = places_of(self.as_of)
        if is_geoid(line) and line in places:
            return line
        reading = reader_of(self.as_of).read(line, self.state)
        if reading.meant in places:
            return reading.meant
        names = [places[one.geoid].label for one in reading.matches[:FEW] if one.geoid in places]
        if not names:
            said = _("“%(line)s” is no place of %(state)s on record.")
            raise forms.ValidationError(said % {"line": line, "state": places[self.state].name})
        said = _("“%(line)s” may be %(places)s: write the whole name, or the Census code.")
        raise forms.ValidationError(said % {"line": line, "places": "; ".join(names)})
