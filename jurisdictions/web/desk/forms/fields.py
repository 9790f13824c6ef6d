"""The fields of the desk's forms: they take what people write and give a cell of the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.record import cells
from jurisdictions.record.written_dates import NotUnderstood, read_written
from jurisdictions.render.words.choices import Choice
from jurisdictions.render.words.days import date_text
from jurisdictions.status.dates import NotADate, PartialDate

LONG_TEXT = 4000
"""The most that a note or a summary may hold."""

if TYPE_CHECKING:
    from django.forms.fields import _ClassLevelWidgetT


class Question:
    """What the template asks of every field: how it is drawn, and what was understood."""

    drawn = "line"

    def understood(self, value: Any) -> str:
        """What was understood, in words; empty when there is nothing to add."""
        del value
        return ""


class Line(Question, forms.CharField):
    """A short text on one line."""

    def __init__(self, *, width: int = 200, **kwargs: Any) -> None:
        super().__init__(max_length=width, **kwargs)
        self.widget.attrs["autocomplete"] = "off"


class Sentences(Question, forms.CharField):
    """A text of some sentences."""

    drawn = "long"
    widget: _ClassLevelWidgetT = forms.Textarea

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(max_length=LONG_TEXT, **kwargs)
        self.widget.attrs |= {"rows": rows, "cols": 60}


class Names(Sentences):
    """Names, one on each line; the record keeps them with bars between them."""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(str(value).split("|")) if value else value

    def clean(self, value: Any) -> str:
        written = str(super().clean(value)).replace("|", "\n")
        return "|".join(dict.fromkeys(filter(None, map(str.strip, written.splitlines()))))


class WrittenDate(Question, forms.CharField):
    """A date as people write it; the cell is 2010, 2010-07, 2010-07-13, or between two."""

    drawn = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=140, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "size": 24, "data-date": ""}

    def clean(self, value: Any) -> str:
        written = str(super().clean(value))
        return str(date_cell(written)) if written else ""

    def understood(self, value: Any) -> str:
        try:
            return date_text(date_cell(str(value)))
        except forms.ValidationError:
            return ""


def date_cell(written: str) -> PartialDate:
    """The date that was written, within the years of the record; raise ValidationError."""
    try:
        found = read_written(written, get_language() or "en")
    except NotUnderstood as refused:
        raise forms.ValidationError(str(refused)) from refused
    today = localdate()
    try:
        cells.day(str(found), cells.Known(today))
    except ValueError as outside:
        message = _("The record goes from %(first)d to %(last)d: is a digit wrong?")
        years = {"first": cells.FIRST_YEAR, "last": today.year + cells.YEARS_AHEAD}
        raise forms.ValidationError(message % years) from outside
    return found


def as_written(cell: str) -> str:
    """A date of the record as a person would write it; what is none stays as it is."""
    try:
        return date_text(PartialDate.parse(cell))
    except NotADate:
        return cell


class Number(Question, forms.CharField):
    """A whole number; blanks and commas between digits are passed over."""

    drawn = "number"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=30, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "inputmode": "numeric", "size": 14}

    def clean(self, value: Any) -> str:
        written = "".join(str(super().clean(value)).split()).replace(",", "")
        try:
            cells.whole(written, cells.Known(localdate()))
        except ValueError as wrong:
            raise forms.ValidationError(_("Write a whole number in digits.")) from wrong
        return written


class WebAddress(Question, forms.CharField):
    """The address of a page; https:// is put before one that lacks it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=600, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "inputmode": "url", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        written = str(super().clean(value))
        if written and "://" not in written and "." in written and " " not in written:
            written = f"https://{written}"
        try:
            return cells.address(written, cells.Known(localdate()))
        except ValueError as wrong:
            message = _("Write a web address such as https://example.org/letter.pdf.")
            raise forms.ValidationError(message) from wrong


class ArchiveAddress(WebAddress):
    """The address of a copy in the Internet Archive."""

    def clean(self, value: Any) -> str:
        written = super().clean(value)
        try:
            return cells.archive_address(written, cells.Known(localdate()))
        except ValueError as wrong:
            message = _("Write an address such as https://web.archive.org/web/20110805/https://…")
            raise forms.ValidationError(message) from wrong


class Word(Question, forms.ChoiceField):
    """A word of a closed vocabulary: each stands in the form with what it means."""

    drawn = "choices"
    widget: _ClassLevelWidgetT = forms.RadioSelect

    def __init__(self, *, offered: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(choices=[(one.value, one.label) for one in offered], **kwargs)
        self.offered = offered


class Listed(Question, forms.ChoiceField):
    """One of many: a list to pick from. What the record holds already stays possible."""

    drawn = "list"

    def __init__(self, *, offered: Sequence[Choice], kept: str = "", **kwargs: Any) -> None:
        known = [(one.value, one.label) for one in offered]
        if kept and kept not in dict(known):
            known.append((kept, kept))
        super().__init__(choices=[("", _("Choose")), *known], **kwargs)
