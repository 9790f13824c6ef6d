"""The form of one fact, made from the columns of its kind and the shape of its form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.record import cells
from jurisdictions.record.columns import Column
from jurisdictions.render.words.cell_texts import cell_text
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.kinds import KINDS_OF_FACT
from jurisdictions.web.desk.forms.asks import Ask, Shape
from jurisdictions.web.desk.forms.field_of import Around, field_of, is_needed, missing
from jurisdictions.web.desk.forms.fields import as_written

SPANISH = "_es"
FORWARDS = tuple(kind.period for kind in KINDS_OF_FACT.values() if kind.period)
"""Columns of which the second may not lie before the first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the template draws it: the field, and the same in the other language."""

    field: BoundField
    needed: bool
    other: BoundField | None = None
    on_record: str = ""

    @property
    def other_language(self) -> str:
        """The name of the other language."""
        return _("English") if get_language() == "es" else _("Spanish")

    @property
    def other_told(self) -> str:
        """What opens the question in the other language."""
        if get_language() == "es":
            return _("The same in English (optional)")
        return _("The same in Spanish (optional)")

    @property
    def other_open(self) -> bool:
        """Whether the other language stands open: it says something, or something is wrong."""
        return self.other is not None and bool(self.other.value() or self.other.errors)


class FactForm(forms.Form):
    """One fact, the `number`th of its form, from 0. Only one that is `checked` finds faults.

    `typed` is what the person wrote, `now` the cells of a fact that is on record, `around` what its
    fields read of the record.
    """

    def __init__(
        self,
        kind: str,
        shape: Shape,
        columns: Mapping[str, Column],
        *,
        number: int,
        typed: Mapping[str, str],
        checked: bool,
        around: Around,
        now: Mapping[str, str] | None = None,
    ) -> None:
        self.kind, self.shape, self.now = kind, shape, dict(now or {})
        self.title = str(shape.each) % {"number": number + 1} if shape.each else ""
        prefix, self.anchor = f"f-{number}", f"fact-{number}"
        self.said_by = typed.get("from", "0")
        self._now_shown = _shown(self.now, columns)
        data = {f"{prefix}-{name}": value for name, value in typed.items()}
        super().__init__(
            data if checked else None,
            prefix=prefix,
            initial={**self._now_shown, **typed},
            use_required_attribute=False,
        )
        self._asks = [ask for ask in shape if ask.column in columns]
        for ask in self._asks:
            self.fields[ask.column] = field_of(columns[ask.column], ask, self.now, around)
            if ask.bilingual:
                spanish = columns[f"{ask.column}{SPANISH}"]
                self.fields[spanish.name] = field_of(spanish, ask, self.now, around)
                # Either language will do: `clean` looks at both.
                self.fields[ask.column].required = self.fields[spanish.name].required = False
                self.fields[_other(ask)].help_text = ""

    @property
    def asks(self) -> list[Asked]:
        """The questions that stand open."""
        return list(self._drawn(self.shape.asks))

    @property
    def more(self) -> list[Asked]:
        """The questions that are folded away."""
        return list(self._drawn(self.shape.more))

    @property
    def more_open(self) -> bool:
        """Whether what is folded away says something, or something is wrong there."""
        return any(one.field.value() or one.field.errors or one.other_open for one in self.more)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for ask in self._asks:
            if ask.bilingual and is_needed(ask, self.now) and not self.errors.get(ask.column):
                # The record needs the English column: better the other language than nothing.
                found[ask.column] = found.get(ask.column) or found.get(f"{ask.column}{SPANISH}", "")
                if not found[ask.column]:
                    self.add_error(_own(ask), missing())
        for first, last in FORWARDS:
            self._forwards(found, first, last)
        return found

    def cells(self) -> dict[str, str]:
        """The cells that were written, by column."""
        return {name: str(self.cleaned_data.get(name) or "") for name in self.fields}

    def changed_cells(self) -> dict[str, str]:
        """Those that are not as the record has them now."""
        return {name: cell for name, cell in self.cells().items() if cell != self.now.get(name, "")}

    def _drawn(self, asks: tuple[Ask, ...]) -> Iterator[Asked]:
        for ask in asks:
            if ask.column not in self.fields:
                continue
            if not ask.bilingual:
                needed = is_needed(ask, self.now)
                yield Asked(self[ask.column], needed, on_record=self._was(ask.column))
                continue
            own = _own(ask)
            needed = is_needed(ask, self.now)
            yield Asked(self[own], needed, self[_other(ask)], self._was(own))

    def _was(self, column: str) -> str:
        """What the record has, where something else was written."""
        field, typed = self.fields[column], self[column].value() or ""
        shown = field.prepare_value(self._now_shown.get(column, ""))
        return cell_text(self.kind, column, self.now.get(column, "")) if shown != typed else ""

    def _forwards(self, found: Mapping[str, Any], first: str, last: str) -> None:
        start, end = found.get(first), found.get(last)
        if start and end and PartialDate.parse(end) < PartialDate.parse(start):
            label = str(self.fields[first].label)
            self.add_error(last, _("This lies before “%(other)s”.") % {"other": label})


def _shown(now: Mapping[str, str], columns: Mapping[str, Column]) -> dict[str, str]:
    """The cells of the record as a person would write them."""
    return {
        name: as_written(cell) if name in columns and columns[name].read is cells.day else cell
        for name, cell in now.items()
    }


def _own(ask: Ask) -> str:
    """The column in the language that the person works in."""
    return f"{ask.column}{SPANISH}" if get_language() == "es" else ask.column


def _other(ask: Ask) -> str:
    """The column in the other language."""
    return ask.column if get_language() == "es" else f"{ask.column}{SPANISH}"
